import type { ReportScheduleOrderField, ReportScheduleWhereInput } from '@contract'
import * as v from 'valibot'
import { listFields, oneOf, word } from '@/app/search'

export const kinds = ['ORGANIZATION_ACTIVITY', 'USERS_AND_LOGINS', 'CREDITS', 'USAGE_BY_ORGANIZATION'] as const
export const cadences = ['DAILY', 'WEEKLY', 'MONTHLY'] as const

/** The address of the page of reports. */
export const reportsSearch = v.object({
  ...listFields,
  tab: oneOf('made', 'schedules'),
  /** The report whose form is open, and the schedule whose form is. */
  make: oneOf(...kinds),
  schedule: word,
  kind: oneOf(...kinds),
  state: oneOf('active', 'paused'),
  sort: oneOf('NAME', 'NEXT_RUN_AT', 'CREATED_AT'),
})

export type ReportsSearch = v.InferOutput<typeof reportsSearch>
export type ScheduleSort = NonNullable<ReportsSearch['sort']> & ReportScheduleOrderField

export const sortingOf = ({ sort = 'NAME', dir = 'ASC' }: ReportsSearch) => ({ field: sort, direction: dir })

export const whereOf = ({ kind, state }: ReportsSearch): ReportScheduleWhereInput => ({
  ...(kind && { kind: { in: [kind] } }),
  ...(state && { active: state === 'active' }),
})

export const filtered = ({ q, kind, state }: ReportsSearch): boolean => !!(q || kind || state)

export const unfiltered = { q: undefined, kind: undefined, state: undefined }
