import { TrendingDown, TrendingUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { growth } from './numbers'

/** Quantities by metric. */
export type Sums = ReadonlyMap<string, bigint>

/** The whole days of a period, and those of the period before. */
export interface Changes {
  now: Sums
  before: Sums
}

export const ChangeOf = ({ metric, changes: { now, before } }: { metric: string; changes: Changes }) => <ChangeMark now={now.get(metric) ?? 0n} before={before.get(metric) ?? 0n} />

/** By how much something grew or shrank; neither is good or bad by itself. */
export function ChangeMark({ now, before }: { now: bigint; before: bigint | undefined }) {
  const { t, i18n } = useTranslation(['usage', 'translation'])
  if (before === undefined) return null
  const grown = growth(now, before)
  if (grown === null) return now === 0n ? null : <span className="text-xs text-soft">{t('new')}</span>
  if (grown === 0) return <span className="text-xs text-soft">{t('same')}</span>
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 }).format(Math.abs(grown))
  const Arrow = grown > 0 ? TrendingUp : TrendingDown
  return (
    <span className="inline-flex items-center gap-1 text-xs text-soft tabular-nums">
      <Arrow className="size-3.5" aria-hidden />
      <span aria-hidden>{`${grown > 0 ? '+' : '−'}${share}`}</span>
      <span className="sr-only">{t(grown > 0 ? 'more' : 'less', { share })}</span>
    </span>
  )
}
