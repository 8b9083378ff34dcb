import * as v from 'valibot'
import { flag, listFields, oneOf, word } from '@/app/search'

/** The address of the pages of roles. A link that asks why somebody may do something: ?tab=explain&user=…&permission=…&on=… */
export const rolesSearch = v.object({
  ...listFields,
  tab: oneOf('list', 'matrix', 'explain'),
  family: oneOf('RESELLER', 'PERMISSION', 'USER_TYPE', 'CLIENT', 'CUSTOM'),
  org: word,
  role: word,
  // The matrix.
  compare: word,
  differ: flag,
  find: word,
  // The question.
  user: word,
  permission: word,
  on: word,
})

export type RolesSearch = v.InferOutput<typeof rolesSearch>

export const families = ['RESELLER', 'PERMISSION', 'USER_TYPE', 'CLIENT', 'CUSTOM'] as const

export const filtered = ({ q, family, org }: RolesSearch): boolean => !!(q || family || org)

export const unfiltered = { q: undefined, family: undefined, org: undefined }
