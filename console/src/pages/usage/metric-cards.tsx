import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'
import { Skeleton } from '@/ui/skeleton'
import { ChangeOf, type Changes, type Sums } from './change-mark'
import { formats, metricName, unitName, type Metric } from './numbers'

interface MetricCardsProps {
  /** Metrics to choose from; nothing while they are unknown. */
  keys: readonly string[] | undefined
  known: readonly Metric[]
  totals: Sums
  /** Nothing where no whole day can be compared. */
  changes: Changes | undefined
  picked: string | undefined
  onPick: (metric: string) => void
}

/** The total of each metric; the one that is pressed is drawn below. */
export function MetricCards({ keys, known, totals, changes, picked, onPick }: MetricCardsProps) {
  const { t, i18n } = useTranslation(['usage', 'translation'])
  const look = 'min-h-24 rounded-2xl border border-line bg-card px-4 py-3 text-left'
  return (
    <div role="group" aria-label={t('metrics')} className="grid grid-cols-2 gap-3 md:grid-cols-4">
      {!keys &&
        Array.from({ length: 4 }, (_, i) => (
          <div key={i} className={look}>
            <Skeleton className="w-24" />
            <Skeleton className="mt-2 h-7 w-28" />
          </div>
        ))}
      {keys?.map((key) => {
        const total = totals.get(key) ?? 0n
        const unit = unitName(known.find((one) => one.key === key)?.unit, t)
        return (
          <button
            key={key}
            type="button"
            aria-pressed={picked === key}
            onClick={() => onPick(key)}
            className={cn(look, 'transition-colors hover:border-edge', picked === key && 'border-primary ring-1 ring-primary')}
          >
            <span className="block text-xs text-soft">{metricName(key, t)}</span>
            <span className="mt-0.5 block text-2xl font-semibold tabular-nums" title={unit}>
              {formats(key, i18n.language).full(total)}
            </span>
            <span className="mt-0.5 block h-4">{changes && <ChangeOf metric={key} changes={changes} />}</span>
          </button>
        )
      })}
    </div>
  )
}
