import type { UserOrderField, UserWhereInput } from '@contract'
import * as v from 'valibot'
import { listFields, oneOf, word } from '@/app/search'

/** The address of the list of users: who sends it to a colleague sends the same view. */
export const usersSearch = v.object({
  ...listFields,
  status: oneOf('ACTIVE', 'PENDING', 'SUSPENDED'),
  staff: oneOf('RESELLER_ADMIN', 'RESELLER_SUPPORT', 'RESELLER_VIEWER'),
  factor: oneOf('on', 'off'),
  seen: oneOf('never', 'd30', 'd90'),
  sort: oneOf('DISPLAY_NAME', 'EMAIL', 'ROLE', 'STATUS', 'LAST_LOGIN_AT', 'CREATED_AT'),
  user: word,
})

export type UsersSearch = v.InferOutput<typeof usersSearch>
export type UsersSort = NonNullable<UsersSearch['sort']> & UserOrderField

export const sortingOf = ({ sort = 'DISPLAY_NAME', dir = 'ASC' }: UsersSearch) => ({ field: sort, direction: dir })

const days = { d30: 30, d90: 90 }

/** The conditions of the filters, all of which must hold; today is a day, so that the list stays the same list. */
export function whereOf({ status, staff, factor, seen }: UsersSearch, today: Date): UserWhereInput {
  const since = seen && seen !== 'never' ? new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - days[seen])) : null
  return {
    ...(status && { status: { in: [status] } }),
    ...(staff && { resellerRole: { in: [staff] } }),
    ...(factor && { twoFactorEnabled: factor === 'on' }),
    ...(seen === 'never' && { lastLoginAt: { isNull: true } }),
    ...(since && { lastLoginAt: { lt: since.toISOString() } }),
  }
}

export const filtered = ({ q, status, staff, factor, seen }: UsersSearch): boolean => !!(q || status || staff || factor || seen)

export const unfiltered = { q: undefined, status: undefined, staff: undefined, factor: undefined, seen: undefined }
