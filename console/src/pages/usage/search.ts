import * as v from 'valibot'
import { oneOf, word } from '@/app/search'
import { addDays, addMonths, daysBetween, firstOfMonth, isDay, lastOfMonth } from './days'

const day = v.fallback(v.optional(v.pipe(v.string(), v.check(isDay))), undefined)

/** The address of the page of usage. */
export const usageSearch = v.object({
  metric: word,
  period: oneOf('d7', 'd28', 'd91', 'month', 'last', 'm12', 'own'),
  from: day,
  to: day,
  by: oneOf('DAY', 'MONTH'),
  organization: word,
  view: oneOf('table'),
  q: word,
})

export type UsageSearch = v.InferOutput<typeof usageSearch>
export type Period = NonNullable<UsageSearch['period']>
export const periods: Period[] = ['d7', 'd28', 'd91', 'month', 'last', 'm12', 'own']

interface Span {
  from: string
  to: string
}

export interface Range extends Span {
  /**
   * Its whole days, and those that lie as far into the period before. Today is
   * not over, and beside a whole day would look like less: it is left out, and
   * where it is the only day nothing is compared.
   */
  compared: { now: Span; before: Span } | undefined
  by: 'DAY' | 'MONTH'
  /** Whether it is short enough to be told apart by days. */
  daily: boolean
}

/** Whole weeks, so that the period before has the same weekdays at the same places. */
const lengths: Partial<Record<Period, number>> = { d7: 7, d28: 28, d91: 91 }

/** What the address says about time, with today for the last day. */
export function rangeOf({ period = 'd28', from, to, by }: UsageSearch, today: string): Range {
  const [first, last, before] = daysOf(period, from, to, today)
  const whole = last < today ? last : addDays(today, -1)
  const daily = daysBetween(first, last) < 400
  return { from: first, to: last, compared: whole < first ? undefined : { now: { from: first, to: whole }, before }, daily, by: daily ? (by ?? (daysBetween(first, last) > 100 ? 'MONTH' : 'DAY')) : 'MONTH' }
}

/** The first and the last day, and what the whole days among them are compared with. */
function daysOf(period: Period, from: string | undefined, to: string | undefined, today: string): [string, string, Span] {
  const month = firstOfMonth(today)
  const yesterday = addDays(today, -1)
  switch (period) {
    case 'month':
      return [month, today, { from: addMonths(month, -1), to: addMonths(yesterday, -1) }]
    case 'last': {
      const first = addMonths(month, -1)
      return [first, lastOfMonth(first), { from: addMonths(first, -1), to: addDays(first, -1) }]
    }
    case 'm12': {
      const first = addMonths(month, -11)
      return [first, today, { from: addMonths(first, -12), to: addMonths(yesterday, -12) }]
    }
    default: {
      const last = period === 'own' && to && to <= today ? to : today
      const wished = period === 'own' && from && from <= last ? from : addDays(last, 1 - (lengths[period] ?? 28))
      const first = wished < addMonths(last, -36) ? addMonths(last, -36) : wished
      return [first, last, { from: addDays(first, -daysBetween(first, last) - 1), to: addDays(first, last < today ? -1 : -2) }]
    }
  }
}
