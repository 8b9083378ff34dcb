import { QueryClient } from '@tanstack/react-query'
import { RequestError } from './gql'

const passing = new Set(['OFFLINE', 'UNAVAILABLE', 'TIMEOUT'])

/**
 * Reads are repeated when the fault may pass by itself; writes never are, and
 * none waits for a connection: it would be carried out when nobody expects it
 * any more. Whether there is one tells the request, since the server may be
 * this very machine.
 */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      networkMode: 'always',
      retry: (count, error) => error instanceof RequestError && passing.has(error.code) && count < 2,
      throwOnError: false,
    },
    mutations: { networkMode: 'always' },
  },
})
