import { QueryClient } from '@tanstack/react-query'
import { RequestError } from './gql'

const passing = new Set(['OFFLINE', 'UNAVAILABLE', 'TIMEOUT'])

/** Reads are repeated when the fault may pass by itself; writes never are. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => error instanceof RequestError && passing.has(error.code) && count < 2,
      throwOnError: false,
    },
  },
})
