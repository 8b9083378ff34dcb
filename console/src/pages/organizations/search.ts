import type { OrganizationDeletedOrderField, OrganizationOrderField, OrganizationWhereInput } from '@contract'
import * as v from 'valibot'
import { listFields, oneOf, word } from '@/app/search'
import type { Sorting } from '@/ui/table'

/** The address of the organizations: as a list, as a tree, or those that were closed. */
export const organizationsSearch = v.object({
  ...listFields,
  view: oneOf('tree', 'deleted'),
  status: oneOf('ACTIVE', 'SUSPENDED'),
  kind: oneOf('CUSTOMER', 'SUB_ACCOUNT'),
  plan: word,
  feature: word,
  tag: word,
  balance: oneOf('empty', 'low', 'high'),
  sort: oneOf('NAME', 'STATUS', 'USERS', 'BALANCE', 'LAST_ACTIVITY', 'CREATED_AT'),
  job: word,
})

export type OrganizationsSearch = v.InferOutput<typeof organizationsSearch>
export type OrganizationsSort = NonNullable<OrganizationsSearch['sort']> & OrganizationOrderField

export const sortingOf = ({ sort = 'NAME', dir = 'ASC' }: OrganizationsSearch) => ({ field: sort, direction: dir })

/** The order of closed organizations: the last closed first, unless the name was asked for. */
export const closedSortingOf = ({ sort, dir }: OrganizationsSearch): Sorting<OrganizationDeletedOrderField> =>
  sort === 'NAME' ? { field: 'NAME', direction: dir ?? 'ASC' } : { field: 'DELETED_AT', direction: (!sort && dir) || 'DESC' }

/** Stands in the address for organizations that have no plan. */
export const noPlan = 'none'

const balances = { empty: { lte: '0' }, low: { lt: '1000' }, high: { gte: '10000' } }

export function whereOf({ status, kind, plan, feature, tag, balance }: OrganizationsSearch): OrganizationWhereInput {
  return {
    ...(status && { status: { in: [status] } }),
    ...(kind && { kind: { in: [kind] } }),
    // Parts of a customer and the reseller never have a plan: nobody misses one there.
    ...(plan && (plan === noPlan ? { and: [{ hasPlan: false }, { kind: { in: ['CUSTOMER'] } }] } : { planId: { eq: plan } })),
    ...(feature && { feature: { in: [feature] } }),
    ...(tag && { tag: { in: [tag] } }),
    ...(balance && { creditBalance: balances[balance] }),
  }
}

export const filtered = ({ q, status, kind, plan, feature, tag, balance }: OrganizationsSearch): boolean =>
  !!(q || status || kind || plan || feature || tag || balance)

export const unfiltered = {
  q: undefined,
  status: undefined,
  kind: undefined,
  plan: undefined,
  feature: undefined,
  tag: undefined,
  balance: undefined,
}
