import type { ServiceIncidentWhereInput } from '@contract'
import * as v from 'valibot'
import { listFields, oneOf, word } from '@/app/search'

export const severities = ['CRITICAL', 'MAJOR', 'MINOR', 'MAINTENANCE'] as const
export const steps = ['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED'] as const

/** The address of the status page: what lasts and what was, or what is new. */
export const statusSearch = v.object({
  ...listFields,
  tab: oneOf('history', 'releases'),
  severity: oneOf(...severities),
  incident: word,
})

export type StatusSearch = v.InferOutput<typeof statusSearch>

/** Of what is over, as the filter wants it; what lasts stands above the list at all times. */
export const whereOf = ({ severity }: StatusSearch): ServiceIncidentWhereInput => ({
  status: { in: ['RESOLVED'] },
  ...(severity && { severity: { in: [severity] } }),
})
