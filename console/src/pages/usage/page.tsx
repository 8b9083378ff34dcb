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
import { ChangeOf, type Sums } from './change-mark'
import { bucketsOf, useMetrics, useUsage } from './data'
import { today as dayNow } from './days'
import { Filters } from './filters'
import { MetricCards } from './metric-cards'
import { byRank } from './numbers'
import { rangeOf, type UsageSearch } from './search'
import { Series } from './series'

const route = getRouteApi('/inside/usage')

const sums = (rows: readonly { metric: string; quantity: string }[] | undefined): Sums => new Map(rows?.map((row) => [row.metric, BigInt(row.quantity)]))

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
  const span = { from: range.from, to: range.to }
  const now = useUsage({ ...span, ...of }, ['METRIC'], 100)
  const { compared } = range
  const whole = useUsage({ ...(compared?.now ?? span), ...of }, ['METRIC'], 100, !!compared)
  const earlier = useUsage({ ...(compared?.before ?? span), ...of }, ['METRIC'], 100, !!compared)
  const totals = sums(now.data?.rows)
  const before = sums(compared && earlier.data?.rows)
  const read = now.data && (!compared || (whole.data && earlier.data))
  const keys = read && [...new Set([...totals.keys(), ...before.keys()])].sort(byRank)
  const changes = compared && { now: sums(whole.data?.rows), before }
  const metric = keys && (search.metric && keys.includes(search.metric) ? search.metric : keys[0])

  const own = metric ? { metric: { eq: metric }, ...of } : of
  const series = useUsage({ ...span, ...own }, [range.by], 1_000, !!metric)
  const ghosts = useUsage({ ...(compared?.before ?? span), ...own }, [range.by], 1_000, !!metric && !!compared)
  const failed = [now, whole, earlier, series, ghosts].find((one) => one.isError && !one.data)

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
          <MetricCards keys={keys} known={metrics.data ?? []} totals={totals} changes={changes} picked={metric} onPick={(picked) => change({ metric: picked })} />
          {metric && (
            <>
              <Series
                metric={metric}
                range={range}
                buckets={series.data && (!compared || ghosts.data) && bucketsOf(range, series.data.rows, ghosts.data?.rows ?? [])}
                stale={series.isPlaceholderData || (!!compared && ghosts.isPlaceholderData)}
                change={changes && <ChangeOf metric={metric} changes={changes} />}
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
