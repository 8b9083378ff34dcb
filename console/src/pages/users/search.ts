import type { UserOrderField, UserWhereInput } from '@contract'
import * as v from 'valibot'
import { firstPage, listFields, oneOf, word } from '@/app/search'

const day = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined)

/** The address of the list of users: who sends it to a colleague sends the same view. */
export const usersSearch = v.object({
  ...listFields,
  status: oneOf('ACTIVE', 'PENDING', 'SUSPENDED'),
  role: word,
  type: oneOf('TENANT_ADMIN', 'BOT_ADMIN', 'SUPERVISOR', 'AGENT', 'ANALYST', 'VIEWER'),
  organization: word,
  member: oneOf('ADMIN', 'USER', 'DEACTIVATED', 'REMOVED'),
  module: word,
  factor: oneOf('on', 'off'),
  seen: oneOf('day', 'week', 'month', 'not30', 'not90', 'never', 'range'),
  from: day,
  to: day,
  sort: oneOf('DISPLAY_NAME', 'EMAIL', 'ROLE', 'STATUS', 'LAST_LOGIN_AT', 'LAST_ACTIVITY_AT', 'CREATED_AT'),
  user: word,
  tab: oneOf('access', 'sessions', 'trail'),
  open: oneOf('invite', 'create', 'import', 'export'),
  job: word,
})

export type UsersSearch = v.InferOutput<typeof usersSearch>
export type UsersSort = NonNullable<UsersSearch['sort']> & UserOrderField

export const sortingOf = ({ sort = 'DISPLAY_NAME', dir = 'ASC' }: UsersSearch) => ({ field: sort, direction: dir })

/** Midnight of a day so many days ago; a day, so that the list stays the same list. */
const ago = (today: Date, days: number): string => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - days)).toISOString()

function lastLogin({ seen, from, to }: UsersSearch, today: Date): UserWhereInput['lastLoginAt'] {
  switch (seen) {
    case 'day':
      return { gte: ago(today, 1) }
    case 'week':
      return { gte: ago(today, 7) }
    case 'month':
      return { gte: ago(today, 30) }
    case 'not30':
      return { lt: ago(today, 30) }
    case 'not90':
      return { lt: ago(today, 90) }
    case 'never':
      return { isNull: true }
    case 'range':
      // The days are those of the person at the screen, the last one with all its hours.
      return { ...(from && { gte: new Date(`${from}T00:00`).toISOString() }), ...(to && { lte: new Date(`${to}T23:59:59.999`).toISOString() }) }
    default:
      return undefined
  }
}

/** The conditions of the filters, all of which must hold. */
export function whereOf(search: UsersSearch, today: Date): UserWhereInput {
  const { status, role, type, organization, member, module, factor } = search
  const login = lastLogin(search, today)
  return {
    ...(status && { status: { in: [status] } }),
    ...(role && { roleId: { eq: role } }),
    ...(type && { userType: { in: [type] } }),
    ...(organization && { or: [{ organizationId: { eq: organization } }, { memberOf: { eq: organization } }] }),
    ...((member === 'ADMIN' || member === 'USER') && { access: { in: [member] } }),
    ...((member === 'DEACTIVATED' || member === 'REMOVED') && { membershipStatus: { in: [member] } }),
    ...(module && { module: { in: [module] } }),
    ...(factor && { twoFactorEnabled: factor === 'on' }),
    ...(login && Object.keys(login).length > 0 && { lastLoginAt: login }),
  }
}

const filters = ['q', 'status', 'role', 'type', 'organization', 'member', 'module', 'factor', 'seen', 'from', 'to'] as const

export const filtered = (search: UsersSearch): boolean => filters.some((one) => search[one])

export const unfiltered: Partial<UsersSearch> = Object.fromEntries(filters.map((one) => [one, undefined]))

/** What a saved view keeps: not the page, nor what is open beside the list. */
export const viewOf = (search: UsersSearch): Partial<UsersSearch> => ({ ...search, ...firstPage, user: undefined, tab: undefined, open: undefined, job: undefined })
