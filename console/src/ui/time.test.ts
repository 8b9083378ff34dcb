import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useMinute } from './minute'
import { relative } from './time'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const now = Date.parse('2026-03-10T12:00:00Z')

test.each([
  ['2026-03-10T11:59:40Z', 'en', 'now'],
  ['2026-03-10T11:57:00Z', 'en', '3 minutes ago'],
  ['2026-03-09T11:00:00Z', 'en', 'yesterday'],
  ['2026-03-12T13:00:00Z', 'de', 'übermorgen'],
  ['2026-03-17T11:59:50Z', 'en', 'in 7 days'],
  ['2025-01-01T00:00:00Z', 'de', 'letztes Jahr'],
])('%s in %s: %s', (at, language, expected) => {
  expect(relative(at, now, language)).toBe(expected)
})

test('one clock moves all times on, rests while the page is hidden, and stops with the last of them', () => {
  vi.useFakeTimers()
  const drawn = vi.fn()
  const times = [0, 1].map(() =>
    renderHook(() => {
      useMinute()
      drawn()
    }),
  )
  const drawnAfter = (work: () => unknown): number => {
    drawn.mockClear()
    act(() => void work())
    return drawn.mock.calls.length
  }
  expect(vi.getTimerCount()).toBe(1)
  expect(drawnAfter(() => vi.advanceTimersByTime(59_000))).toBe(0)
  expect(drawnAfter(() => vi.advanceTimersByTime(1_000))).toBe(2)

  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(vi.getTimerCount()).toBe(0)
  expect(drawnAfter(() => vi.advanceTimersByTime(600_000))).toBe(0)
  hidden.mockReturnValue(false)
  expect(drawnAfter(() => document.dispatchEvent(new Event('visibilitychange')))).toBe(2)
  expect(drawnAfter(() => vi.advanceTimersByTime(60_000))).toBe(2)

  for (const { unmount } of times) unmount()
  expect(vi.getTimerCount()).toBe(0)
})
