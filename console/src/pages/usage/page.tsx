import './words'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ChartNoAxesColumn, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Failure, Notice } from '@/ui/notice'
import { Card, Page } from '@/ui/page'
import { ByOrganization } from './by-organization'
import { bucketsOf, useMetrics, useUsage } from './data'
import { today as dayNow } from './days'
import { Filters } from './filters'
import { MetricCards } from './metric-cards'
import { byRank } from './numbers'
import { rangeOf, type UsageSearch } from './search'
import { Series } from './series'

const route = getRouteApi('/inside/usage')

const sums = (rows: readonly { metric: string; quantity: string }[] | undefined) => new Map(rows?.map((row) => [row.metric, BigInt(row.quantity)]))

export function UsagePage() {
  const { t } = useTranslation(['usage', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const viewer = useViewer()
  const today = dayNow()
  const range = rangeOf(search, today)
  const change = (next: Partial<UsageSearch>) => void navigate({ search: (old) => ({ ...old, ...next }), replace: 'q' in next })

  const of = search.organization ? { organizationId: { eq: search.organization } } : {}
  const metrics = useMetrics()
  const now = useUsage({ from: range.from, to: range.to, ...of }, ['METRIC'], 100)
  const earlier = useUsage({ ...range.before, ...of }, ['METRIC'], 100)
  const totals = sums(now.data?.rows)
  const before = sums(earlier.data?.rows)
  const keys = now.data && earlier.data && [...new Set([...totals.keys(), ...before.keys()])].sort(byRank)
  const metric = keys && (search.metric && keys.includes(search.metric) ? search.metric : keys[0])

  const own = metric ? { metric: { eq: metric }, ...of } : of
  const series = useUsage({ from: range.from, to: range.to, ...own }, [range.by], 1_000, !!metric)
  const ghosts = useUsage({ ...range.before, ...own }, [range.by], 1_000, !!metric)
  const failed = [now, earlier, series, ghosts].find((one) => one.isError && !one.data)

  return (
    <Page title={t('title')} text={t(viewer.organization?.kind === 'RESELLER' ? 'text' : 'textOwn')} actions={<AsOf at={now.dataUpdatedAt} busy={now.isFetching} />}>
      <Filters search={search} range={range} today={today} onChange={change} />
      {failed ? (
        <Card>
          <Failure error={failed.error} retry={() => void failed.refetch()} />
        </Card>
      ) : keys?.length === 0 ? (
        <Card>
          <Notice
            icon={ChartNoAxesColumn}
            title={t('none')}
            action={
              search.period !== 'm12' && (
                <Button onClick={() => change({ period: 'm12', by: undefined, from: undefined, to: undefined })}>{t('noneAction')}</Button>
              )
            }
          >
            {t('noneText')}
          </Notice>
        </Card>
      ) : (
        <>
          <MetricCards keys={keys} known={metrics.data ?? []} totals={totals} before={before} picked={metric} onPick={(picked) => change({ metric: picked })} />
          {metric && (
            <>
              <Series
                metric={metric}
                range={range}
                buckets={series.data && ghosts.data && bucketsOf(range, series.data.rows, ghosts.data.rows)}
                stale={series.isPlaceholderData || ghosts.isPlaceholderData}
                today={today}
                asTable={search.view === 'table'}
                onTable={(asTable) => change({ view: asTable ? 'table' : undefined })}
              />
              {!search.organization && (
                <ByOrganization
                  key={metric}
                  metric={metric}
                  range={range}
                  total={totals.get(metric) ?? 0n}
                  q={search.q}
                  onSearch={(q) => change({ q })}
                  onPick={(organization) => change({ organization, q: undefined })}
                />
              )}
            </>
          )}
        </>
      )}
    </Page>
  )
}

/** How old the numbers are, and how to read them anew. */
function AsOf({ at, busy }: { at: number; busy: boolean }) {
  const { t, i18n } = useTranslation(['usage', 'translation'])
  const client = useQueryClient()
  return (
    <>
      {at > 0 && <span className="text-sm text-soft">{t('updated', { time: new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(at) })}</span>}
      <Button look="quiet" size="icon" aria-label={t('refresh')} onClick={() => void client.invalidateQueries({ queryKey: ['usage'] })}>
        <RefreshCw className={busy ? 'animate-spin' : undefined} aria-hidden />
      </Button>
    </>
  )
}
