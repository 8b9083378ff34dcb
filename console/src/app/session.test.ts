import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { viewerQuery } from './session'

const answers = (viewer: unknown) => vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ data: { viewer } })))

afterEach(() => vi.unstubAllGlobals())

test('nobody signed in is an answer; somebody signed in no longer is a failure', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  answers(null)
  await expect(client.fetchQuery(viewerQuery)).resolves.toBeNull()
  answers({ user: { id: 'user_1' } })
  await client.fetchQuery({ ...viewerQuery, staleTime: 0 })
  answers(null)
  await expect(client.fetchQuery({ ...viewerQuery, staleTime: 0 })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})
