import { JobDocument } from '@contract'
import { afterEach, expect, test, vi } from 'vitest'
import { dataOf, gql, Refused, RequestError, settled } from './gql'

afterEach(() => vi.unstubAllGlobals())

test('a request sends the id of the document, never its text', async () => {
  const fetched = vi.fn(async (_: string, init: RequestInit) => new Response(String(init.body) && '{"data":{"job":null}}'))
  vi.stubGlobal('fetch', fetched)
  await expect(gql(JobDocument, { id: 'job_1' })).resolves.toEqual({ job: null })
  const sent = JSON.parse(String(fetched.mock.calls[0]?.[1].body))
  expect(sent).toEqual({ documentId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), variables: { id: 'job_1' } })
})

test('a server out of reach is told apart from one that refuses', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
  await expect(gql(JobDocument, { id: 'job_1' })).rejects.toMatchObject({ code: 'OFFLINE' })
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await expect(gql(JobDocument, { id: 'job_1' })).rejects.toMatchObject({ code: 'UNAVAILABLE' })
})

test('a failure carries its code and the time to wait', () => {
  const answer = { errors: [{ message: 'Slow down.', extensions: { code: 'RATE_LIMITED', retryAfter: 7 } }] }
  expect(() => dataOf(answer)).toThrowError(RequestError)
  try {
    dataOf(answer)
  } catch (error) {
    expect(error).toMatchObject({ code: 'RATE_LIMITED', details: { retryAfter: 7 } })
  }
})

test('a payload with errors is refused, one without is the answer', () => {
  const payload = { errors: [{ code: 'STALE', message: 'Changed.', path: ['input', 'version'] }] }
  expect(() => settled(payload)).toThrowError(Refused)
  expect(settled({ errors: [], user: 1 })).toEqual({ errors: [], user: 1 })
})
