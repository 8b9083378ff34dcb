import * as v from 'valibot'
import { expect, test } from 'vitest'
import { filtered, usersSearch, whereOf } from './search'

const today = new Date('2026-03-10T15:00:00Z')

test('what an address cannot mean counts as absent', () => {
  const search = v.parse(usersSearch, { status: 'GONE', page: -1, size: 7, q: 'x', sort: 'STATUS', after: 3 })
  expect(search).toMatchObject({ q: 'x', sort: 'STATUS' })
  expect([search.status, search.page, search.size, search.after]).toEqual([undefined, undefined, undefined, undefined])
})

test('filters become conditions, which stay the same for a day', () => {
  const search = v.parse(usersSearch, { status: 'ACTIVE', factor: 'off', seen: 'not30' })
  expect(filtered(search)).toBe(true)
  expect(whereOf(search, today)).toEqual({ status: { in: ['ACTIVE'] }, twoFactorEnabled: false, lastLoginAt: { lt: '2026-02-08T00:00:00.000Z' } })
  expect(whereOf(search, new Date('2026-03-10T23:59:00Z'))).toEqual(whereOf(search, today))
  expect(filtered(v.parse(usersSearch, { page: 2, sort: 'EMAIL' }))).toBe(false)
})
