import type { ApiCredentialOrderField, ApiCredentialWhereInput } from '@contract'
import * as v from 'valibot'
import { listFields, oneOf, word } from '@/app/search'

/** The address of the page of the API: its list of keys. */
export const apiSearch = v.object({
  ...listFields,
  state: oneOf('ACTIVE', 'EXPIRED', 'REVOKED'),
  organization: word,
  sort: oneOf('NAME', 'CREATED_AT', 'EXPIRES_AT', 'LAST_USED_AT'),
  key: word,
})

export type ApiSearch = v.InferOutput<typeof apiSearch>
export type KeysSort = ApiCredentialOrderField

export const sortingOf = ({ sort = 'NAME', dir = 'ASC' }: ApiSearch) => ({ field: sort, direction: dir })

export const whereOf = ({ state, organization }: ApiSearch): ApiCredentialWhereInput => ({
  ...(state && { status: { in: [state] } }),
  ...(organization && { organizationId: { eq: organization } }),
})

export const filtered = ({ q, state, organization }: ApiSearch): boolean => !!(q || state || organization)

export const unfiltered = { q: undefined, state: undefined, organization: undefined }
