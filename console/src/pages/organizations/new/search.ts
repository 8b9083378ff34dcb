import * as v from 'valibot'
import { oneOf, word } from '@/app/search'

/** Which step of the wizard is in sight, and the customer that a sub-account is for. */
export const newOrganizationSearch = v.object({
  step: oneOf('administrator', 'features', 'plan', 'review'),
  parent: word,
})

export type Step = 'company' | NonNullable<v.InferOutput<typeof newOrganizationSearch>['step']>
