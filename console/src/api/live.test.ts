import { JobChangedDocument, type JobChangedSubscription } from '@contract'
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { client } from './client'
import { useLive } from './live'

const event = (progress: number): string => `event: next\ndata: ${JSON.stringify({ data: { jobChanged: { progress } } })}\n\n`

/** An answer of the server that arrives in these pieces, and goes on where it stays open. */
function arriving(pieces: string[], open = false): Response {
  const bytes = new TextEncoder()
  return new Response(
    new ReadableStream({
      start(stream) {
        for (const piece of pieces) stream.enqueue(bytes.encode(piece))
        if (!open) stream.close()
      },
    }),
    { headers: { 'content-type': 'text/event-stream' } },
  )
}

const signalOf = ([, init]: unknown[] = []): AbortSignal => (init as RequestInit).signal!

function show(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('events are told one by one, however the bytes are cut', async () => {
  const text = `:\n\n${event(1)}${event(2)}${event(3)}event: complete\n\n`
  for (const at of [5, 20, 45, text.length - 3]) {
    const fetched = vi.fn(async () => arriving([text.slice(0, at), text.slice(at)]))
    vi.stubGlobal('fetch', fetched)
    const next = vi.fn<(data: JobChangedSubscription) => void>()
    const { unmount } = renderHook(() => useLive(JobChangedDocument, { id: 'job_1' }, next, () => {}))
    await waitFor(() => expect(next).toHaveBeenCalledTimes(3))
    expect(next.mock.calls.map(([data]) => (data as unknown as { jobChanged: { progress: number } }).jobChanged.progress)).toEqual([1, 2, 3])
    unmount()
  }
})

test('after a break it waits, follows again, and only then asks for what was missed', async () => {
  const told: string[] = []
  vi.stubGlobal('fetch', async () => {
    told.push('follows')
    return arriving([event(1)])
  })
  const { unmount } = renderHook(() => useLive(JobChangedDocument, { id: 'job_1' }, () => {}, () => void told.push('asks')))
  await waitFor(() => expect(told.slice(0, 3)).toEqual(['follows', 'follows', 'asks']), { timeout: 3_000 })
  unmount()
})

test('a connection that gives no sign of life is given up', async () => {
  vi.useFakeTimers()
  const fetched = vi.fn(async () => arriving([':\n\n'], true))
  vi.stubGlobal('fetch', fetched)
  const { unmount } = renderHook(() => useLive(JobChangedDocument, { id: 'job_1' }, () => {}, () => {}))
  await vi.advanceTimersByTimeAsync(39_000)
  expect(signalOf(fetched.mock.calls[0]).aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(signalOf(fetched.mock.calls[0]).aborted).toBe(true)
  unmount()
})

test('a tab out of sight holds no connection, and catches up when it is back', async () => {
  const fetched = vi.fn(async () => arriving([event(1)], true))
  vi.stubGlobal('fetch', fetched)
  const [next, resync] = [vi.fn(), vi.fn()]
  const { unmount } = renderHook(() => useLive(JobChangedDocument, { id: 'job_1' }, next, resync))
  await waitFor(() => expect(next).toHaveBeenCalledTimes(1))
  show('hidden')
  expect(signalOf(fetched.mock.calls[0]).aborted).toBe(true)
  expect(resync).not.toHaveBeenCalled()
  show('visible')
  await waitFor(() => expect(resync).toHaveBeenCalledTimes(1))
  expect(fetched).toHaveBeenCalledTimes(2)
  unmount()
})

test('where the session has ended, it is asked who is signed in', async () => {
  vi.stubGlobal('fetch', async () => arriving([`event: next\ndata: {"errors":[{"message":"Sign in first.","extensions":{"code":"UNAUTHENTICATED"}}]}\n\n`]))
  const asked = vi.spyOn(client, 'invalidateQueries')
  const { unmount } = renderHook(() => useLive(JobChangedDocument, { id: 'job_1' }, () => {}, () => {}))
  await waitFor(() => expect(asked).toHaveBeenCalledWith({ queryKey: ['viewer'], exact: true }))
  unmount()
})
