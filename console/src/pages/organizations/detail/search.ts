import * as v from 'valibot'
import { flag, listFields, oneOf, word } from '@/app/search'

/** What the statement of credits keeps in the address. */
export const creditFields = {
  type: oneOf('TOP_UP', 'INITIAL_GRANT', 'ADJUSTMENT', 'REVERSAL', 'SMS_USAGE', 'CALL_USAGE'),
  since: oneOf('d30', 'd90', 'd365'),
  job: word,
}

/** The address of one organization: which part of it is in sight, and where its list stands. */
export const organizationSearch = v.object({
  ...listFields,
  ...creditFields,
  tab: oneOf('members', 'features', 'credits', 'audit', 'access'),
  edit: flag,
  state: oneOf('ACTIVE', 'PENDING', 'SUSPENDED', 'DEACTIVATED'),
  access: oneOf('ADMIN', 'USER'),
  sort: oneOf('DISPLAY_NAME', 'STATUS', 'LAST_LOGIN_AT'),
})

export type OrganizationSearch = v.InferOutput<typeof organizationSearch>
