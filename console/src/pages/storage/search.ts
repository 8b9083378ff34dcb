import type { StorageAccountOrderField, StorageAccountWhereInput } from '@contract'
import * as v from 'valibot'
import { listFields, oneOf, word } from '@/app/search'

export const regions = ['EU_CENTRAL', 'EU_WEST', 'US_EAST', 'US_WEST', 'AP_SOUTHEAST'] as const

/** The address of the list of storage accounts. */
export const storageSearch = v.object({
  ...listFields,
  region: oneOf(...regions),
  organization: word,
  sort: oneOf('NAME', 'QUOTA_BYTES', 'USED_BYTES', 'CREATED_AT'),
})

export type StorageSearch = v.InferOutput<typeof storageSearch>
export type StorageSort = StorageAccountOrderField

export const sortingOf = ({ sort = 'NAME', dir = 'ASC' }: StorageSearch) => ({ field: sort, direction: dir })

export const whereOf = ({ region, organization }: StorageSearch): StorageAccountWhereInput => ({
  ...(region && { region: { in: [region] } }),
  ...(organization && { organizationId: { eq: organization } }),
})

export const filtered = ({ q, region, organization }: StorageSearch): boolean => !!(q || region || organization)

export const unfiltered = { q: undefined, region: undefined, organization: undefined }
