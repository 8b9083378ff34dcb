import * as v from 'valibot'
import { listFields, oneOf } from '@/app/search'

/** The address of the own account: which tab, and where its list stands. */
export const accountSearch = v.object({
  after: listFields.after,
  before: listFields.before,
  page: listFields.page,
  size: listFields.size,
  tab: oneOf('security', 'sessions', 'activity'),
})

export type AccountSearch = v.InferOutput<typeof accountSearch>
export type AccountTab = NonNullable<AccountSearch['tab']> | 'profile'
