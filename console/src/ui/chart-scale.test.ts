import { expect, it } from 'vitest'
import { scaleOf } from './chart-scale'

it('has steps people can read, and never parts', () => {
  expect(scaleOf(20_593)).toEqual([0, 10_000, 20_000, 30_000])
  expect(scaleOf(0)).toEqual([0, 1])
  expect(scaleOf(3)).toEqual([0, 1, 2, 3])
  expect(scaleOf(100).at(-1)).toBe(100)
})
