import { expect, test } from 'vitest'
import { layOver } from './begun'

const before = { name: 'Harbor', phone: '1', tags: ['a'], note: null as string | null }

test('what was not touched here follows the new state', () => {
  const now = { name: 'Harbor Hotels', phone: '2', tags: ['a', 'b'], note: 'new' }
  expect(layOver(before, { ...before }, now)).toEqual({ values: now, both: {} })
})

test('what was changed here stays, and what both changed is named with what was saved', () => {
  const here = { ...before, name: 'Mine', tags: ['c'], note: 'mine' }
  const now = { name: 'Theirs', phone: '2', tags: ['a'], note: null }
  expect(layOver(before, here, now)).toEqual({ values: { name: 'Mine', phone: '2', tags: ['c'], note: 'mine' }, both: { name: 'Theirs' } })
})

test('what both changed to the same is nothing to tell', () => {
  expect(layOver(before, { ...before, phone: '3' }, { ...before, phone: '3' }).both).toEqual({})
})
