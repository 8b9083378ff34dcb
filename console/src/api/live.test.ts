import { JobChangedDocument, type JobChangedSubscription } from '@contract'
import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useLive } from './live'

const event = (progress: number): string => `event: next\ndata: ${JSON.stringify({ data: { jobChanged: { progress } } })}\n\n`

/** An answer of the server that arrives in these pieces. */
function arriving(...pieces: string[]): Response {
  const bytes = new TextEncoder()
  return new Response(
    new ReadableStream({
      start(stream) {
        for (const piece of pieces) stream.enqueue(bytes.encode(piece))
        stream.close()
      },
    }),
    { headers: { 'content-type': 'text/event-stream' } },
  )
}

afterEach(() => vi.unstubAllGlobals())

test('events are told one by one, however the bytes are cut', async () => {
  const text = `:\n\n${event(1)}${event(2)}${event(3)}event: complete\n\n`
  for (const at of [5, 20, 45, text.length - 3]) {
    const fetched = vi.fn(async () => arriving(text.slice(0, at), text.slice(at)))
    vi.stubGlobal('fetch', fetched)
    const next = vi.fn<(data: JobChangedSubscription) => void>()
    const { unmount } = renderHook(() => useLive(JobChangedDocument, { id: 'job_1' }, next, () => {}))
    await waitFor(() => expect(next).toHaveBeenCalledTimes(3))
    expect(next.mock.calls.map(([data]) => (data as unknown as { jobChanged: { progress: number } }).jobChanged.progress)).toEqual([1, 2, 3])
    unmount()
  }
})

test('after a break it waits, asks for what was missed, and follows again', async () => {
  const fetched = vi.fn(async () => arriving(event(1)))
  vi.stubGlobal('fetch', fetched)
  const resync = vi.fn()
  const { unmount } = renderHook(() => useLive(JobChangedDocument, { id: 'job_1' }, () => {}, resync))
  await waitFor(() => expect(resync).toHaveBeenCalledTimes(1), { timeout: 3_000 })
  await waitFor(() => expect(fetched).toHaveBeenCalledTimes(2))
  unmount()
})
