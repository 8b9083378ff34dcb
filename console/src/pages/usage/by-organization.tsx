import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Card } from '@/ui/page'
import { SearchField } from '@/ui/search-field'
import { Skeleton } from '@/ui/skeleton'
import { ChangeMark } from './change-mark'
import { useUsage } from './data'
import { formats } from './numbers'
import type { Range } from './search'

interface ByOrganizationProps {
  metric: string
  range: Range
  total: bigint
  q: string | undefined
  onSearch: (q: string | undefined) => void
  onPick: (id: string) => void
}

const step = 10
const most = 1_000

/** Folds case and accents, so that "cafe" finds Café. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const byId = (rows: readonly { organization?: { id: string } | null; quantity: string }[]) => new Map(rows.map((row) => [row.organization?.id, BigInt(row.quantity)]))

/** Who used how much of one metric, the largest first. */
export function ByOrganization({ metric, range, total, q, onSearch, onPick }: ByOrganizationProps) {
  const { t, i18n } = useTranslation(['usage', 'translation'])
  const [shown, setShown] = useState(step)
  const span = { from: range.from, to: range.to }
  const list = useUsage({ ...span, metric: { eq: metric } }, ['ORGANIZATION'], most)
  const rows = list.data?.rows.filter((row) => row.organization && (!q || folded(row.organization.name).includes(folded(q))))
  const page = rows?.slice(0, shown)
  const ids = page?.flatMap((row) => row.organization?.id ?? []).slice(0, 100) ?? []
  const { compared } = range
  const ofThese = { metric: { eq: metric }, organizationId: { in: ids } }
  const whole = useUsage({ ...(compared?.now ?? span), ...ofThese }, ['ORGANIZATION'], 100, !!compared && ids.length > 0)
  const earlier = useUsage({ ...(compared?.before ?? span), ...ofThese }, ['ORGANIZATION'], 100, !!compared && ids.length > 0)
  const changes = compared && whole.data && earlier.data && { now: byId(whole.data.rows), before: byId(earlier.data.rows) }
  const largest = rows?.reduce((max, row) => (BigInt(row.quantity) > max ? BigInt(row.quantity) : max), 1n) ?? 1n
  const { full } = formats(metric, i18n.language)
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 })

  // Whoever sees one organization alone has seen it above.
  if (list.data && list.data.rows.length < 2) return null
  return (
    <Card
      title={t('byOrganization')}
      text={list.data?.hasMore ? `${t('byOrganizationText')} ${t('onlyLargest', { count: most })}` : t('byOrganizationText')}
      actions={<SearchField label={t('searchOrganizations')} value={q ?? ''} onChange={(text) => onSearch(text || undefined)} />}
    >
      <table aria-label={t('byOrganization')} className={cn('mt-2 w-full text-sm transition-opacity', list.isPlaceholderData && 'opacity-60')}>
        <thead className="border-b border-line text-xs text-soft">
          <tr>
            <th scope="col" className="px-5 py-2 text-left font-medium">
              {t('organization')}
            </th>
            <th scope="col" className="hidden w-2/5 px-3 py-2 text-left font-medium md:table-cell">
              {t('share')}
            </th>
            <th scope="col" className="px-3 py-2 text-right font-medium whitespace-nowrap">
              {t('quantity')}
            </th>
            <th scope="col" className="py-2 pr-5 pl-2 text-right font-medium whitespace-nowrap">
              {t('change')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {!page &&
            Array.from({ length: 5 }, (_, i) => (
              <tr key={i}>
                <td colSpan={4} className="px-5 py-3">
                  <Skeleton className="w-full" />
                </td>
              </tr>
            ))}
          {page?.map((row) => {
            const { id = '', name } = row.organization ?? {}
            const quantity = BigInt(row.quantity)
            const share = total > 0n ? Number((quantity * 1000n) / total) / 1000 : 0
            return (
              <tr key={id} className="hover:bg-hover/60">
                <td className="py-2 pr-2 pl-5">
                  <button type="button" className="rounded text-left font-medium hover:text-primary hover:underline" onClick={() => onPick(id)}>
                    {name}
                  </button>
                </td>
                <td className="hidden px-3 py-2 md:table-cell">
                  <span className="flex items-center gap-3">
                    <span className="h-1.5 grow overflow-hidden rounded-full bg-hover">
                      <span className="block h-full rounded-full bg-primary" style={{ width: `${Number((quantity * 100n) / largest)}%` }} />
                    </span>
                    <span className="w-14 text-right text-xs text-soft tabular-nums">{percent.format(share)}</span>
                  </span>
                </td>
                <td className="px-3 py-2 text-right whitespace-nowrap tabular-nums">{full(quantity)}</td>
                <td className="py-2 pr-5 pl-2 text-right whitespace-nowrap">{changes && <ChangeMark now={changes.now.get(id) ?? 0n} before={changes.before.get(id) ?? 0n} />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows?.length === 0 && <p className="px-5 py-6 text-center text-sm text-soft">{t('noneFound')}</p>}
      {rows && rows.length > shown && (
        <p className="border-t border-line px-5 py-2.5 text-center">
          <Button size="sm" look="quiet" onClick={() => setShown(shown < 50 ? 50 : shown + 50)}>
            {t('all')}
          </Button>
        </p>
      )}
    </Card>
  )
}
