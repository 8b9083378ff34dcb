import { expect, test } from 'vitest'
import { relative } from './time'

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
