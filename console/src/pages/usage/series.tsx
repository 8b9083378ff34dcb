import { ChartColumn, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, ChartLegend } from '@/ui/chart'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { ChangeMark } from './change-mark'
import type { Bucket } from './data'
import { dayText, firstOfMonth, spanText } from './days'
import { formats, metricName } from './numbers'
import type { Range } from './search'

interface SeriesProps {
  metric: string
  range: Range
  buckets: readonly Bucket[] | undefined
  stale: boolean
  /** Of all of it. */
  change: ReactNode
  today: string
  asTable: boolean
  onTable: (asTable: boolean) => void
}

/** One metric over time: drawn, or as a table with the same numbers. */
export function Series({ metric, range, buckets, stale, change, today, asTable, onTable }: SeriesProps) {
  const { t, i18n } = useTranslation(['usage', 'translation'])
  const { full, short } = formats(metric, i18n.language)
  const title = (period: string) =>
    dayText(period, i18n.language, range.by === 'DAY' ? { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } : { month: 'long', year: 'numeric' })
  const open = (period: string) => period >= (range.by === 'DAY' ? today : firstOfMonth(today))
  const tick = (period: string) => dayText(period, i18n.language, range.by === 'DAY' ? { day: 'numeric', month: 'short' } : { month: 'short', year: '2-digit' })
  const span = (of: { from: string; to: string }) => spanText(of.from, of.to, i18n.language)
  const { compared } = range
  return (
    <Card
      title={metricName(metric, t)}
      text={[
        span(range),
        compared && (compared.now.to === range.to ? t('compared', { span: span(compared.before) }) : t('comparedWhole', { now: span(compared.now), before: span(compared.before) })),
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <div role="group" aria-label={t('show')} className="flex gap-1">
          <Button size="sm" look={asTable ? 'quiet' : 'plain'} aria-pressed={!asTable} onClick={() => onTable(false)}>
            <ChartColumn aria-hidden />
            {t('chart')}
          </Button>
          <Button size="sm" look={asTable ? 'plain' : 'quiet'} aria-pressed={asTable} onClick={() => onTable(true)}>
            <Table2 aria-hidden />
            {t('table')}
          </Button>
        </div>
      }
    >
      <div className={cn('px-5 pt-3 pb-4 transition-opacity', stale && 'opacity-60')}>
        {!buckets ? (
          <Skeleton className="h-66 w-full" />
        ) : asTable ? (
          <SeriesTable label={metricName(metric, t)} by={range.by} buckets={buckets} title={title} open={open} change={change} full={full} />
        ) : (
          <>
            <Chart
              label={`${metricName(metric, t)}, ${span(range)}`}
              points={buckets.map(({ period, value, before }) => ({
                title: open(period) ? `${title(period)}, ${t('open')}` : title(period),
                tick: tick(period),
                value,
                before,
                open: open(period),
              }))}
              look={range.by === 'DAY' && buckets.length > 10 ? 'line' : 'bars'}
              format={full}
              short={short}
              now={t('now')}
              before={t('before')}
            />
            <ChartLegend now={t('now')} before={t('before')} />
          </>
        )}
      </div>
    </Card>
  )
}

interface SeriesTableProps {
  label: string
  by: Range['by']
  buckets: readonly Bucket[]
  title: (period: string) => string
  open: (period: string) => boolean
  change: ReactNode
  full: (value: bigint) => string
}

function SeriesTable({ label, by, buckets, title, open, change, full }: SeriesTableProps) {
  const { t } = useTranslation(['usage', 'translation'])
  const cell = 'py-2 pl-3 text-right whitespace-nowrap tabular-nums'
  const before = buckets.reduce((sum, one) => sum + (one.before ?? 0n), 0n)
  const total = buckets.reduce((sum, one) => sum + one.value, 0n)
  return (
    <table aria-label={label} className="w-full text-sm">
      <thead className="border-b border-line text-xs text-soft">
        <tr>
          <th scope="col" className="py-2 text-left font-medium">
            {t(by === 'DAY' ? 'day' : 'month')}
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-medium whitespace-nowrap">
            {t('quantity')}
          </th>
          <th scope="col" className="hidden py-2 pl-3 text-right font-medium whitespace-nowrap sm:table-cell">
            {t('before')}
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-medium whitespace-nowrap">
            {t('change')}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {[...buckets].reverse().map((one) => (
          <tr key={one.period}>
            <th scope="row" className="py-2 text-left font-normal">
              {open(one.period) ? `${title(one.period)}, ${t('open')}` : title(one.period)}
            </th>
            <td className={cell}>{full(one.value)}</td>
            <td className={cn(cell, 'hidden text-soft sm:table-cell')}>{one.before === undefined ? '–' : full(one.before)}</td>
            <td className={cell}>{!open(one.period) && <ChangeMark now={one.value} before={one.before} />}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className="border-t border-line font-medium">
        <tr>
          <th scope="row" className="py-2 text-left">
            {t('total')}
          </th>
          <td className={cell}>{full(total)}</td>
          <td className={cn(cell, 'hidden sm:table-cell')}>{full(before)}</td>
          <td className={cell}>{change}</td>
        </tr>
      </tfoot>
    </table>
  )
}
