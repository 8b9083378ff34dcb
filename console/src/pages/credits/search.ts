import * as v from 'valibot'
import { creditFields } from '@/pages/organizations/detail/search'
import { listFields } from '@/app/search'

const { after, before, page, size } = listFields

/** The address of the own credits: where the statement stands and what narrows it. */
export const creditsSearch = v.object({ ...creditFields, after, before, page, size })
