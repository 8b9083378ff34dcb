import type { UsageMetricsQuery } from '@contract'
import type { TFunction } from 'i18next'

export type Metric = NonNullable<UsageMetricsQuery['usageMetrics']>[number]

const known = ['SMS', 'CALL_MINUTES', 'MESSAGES', 'API_REQUESTS', 'STORAGE_BYTES', 'ACTIVE_USERS'] as const
const units = ['messages', 'minutes', 'bytes', 'requests', 'users'] as const
const has = <One extends string>(all: readonly One[], one: string): one is One => (all as readonly string[]).includes(one)

/** The name of a metric; one that the product does not know is called by its key. */
export function metricName(key: string, t: TFunction<['usage', 'translation']>): string {
  if (has(known, key)) return t(`metric.${key}`)
  const words = key.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const unitName = (unit: string | undefined, t: TFunction<['usage', 'translation']>): string | undefined =>
  unit && has(units, unit) ? t(`unit.${unit}`) : unit

/** Known metrics first, in their own order. */
export const byRank = (a: string, b: string): number => rank(a) - rank(b) || a.localeCompare(b)
const rank = (key: string): number => (has(known, key) ? known.indexOf(key) : known.length)

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const

function bytes(value: number, language: string, digits: number): string {
  const step = value < 1 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(value) / 3))
  return new Intl.NumberFormat(language, { style: 'unit', unit: sizes[step], unitDisplay: 'short', maximumFractionDigits: digits }).format(value / 1000 ** step)
}

/** How quantities of a metric are written: in full, and where room is short. */
export function formats(key: string, language: string) {
  const size = key.endsWith('_BYTES')
  const whole = new Intl.NumberFormat(language)
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 })
  return {
    full: (value: bigint) => (size ? bytes(Number(value), language, 2) : whole.format(value)),
    short: (value: number) => (size ? bytes(value, language, 1) : compact.format(value)),
  }
}

/** By which share something grew, in thousandths; null when there was nothing before. */
export const growth = (now: bigint, before: bigint): number | null => (before === 0n ? null : Number(((now - before) * 1000n) / before) / 1000)
