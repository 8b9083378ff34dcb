import { expect, test } from 'vitest'
import { wholeOf } from './whole'

test.each([
  ['12', '12'],
  [' 12 ', '12'],
  ['1,234,567', '1234567'],
  ['1.234', '1234'],
  ['1 234', '1234'],
  ['1’234', '1234'],
  ['+5', '5'],
  ['−5', '-5'],
  ['-1.000', '-1000'],
])('%j is %j', (typed, whole) => expect(wholeOf(typed)).toBe(whole))

test.each(['', '1.5', '1,50', '12.34', '1,234.567', '1.2345', 'ten', '5-', '1e3', '1234567890123456'])('%j is no whole number', (typed) => expect(wholeOf(typed)).toBeNull())
