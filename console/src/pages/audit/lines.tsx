import type { AuditEventRowFragment } from '@contract'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { History, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Failure, Notice } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { Line } from './line'
import type { AuditSearch } from './search'

interface LinesProps {
  query: Pick<UseInfiniteQueryResult, 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'>
  rows: readonly AuditEventRowFragment[] | undefined
  filtered: boolean
  onClear: () => void
  /** The line that is unfolded. */
  opened: string | undefined
  onOpen: (event: string | undefined) => void
  onFilter?: (change: Partial<AuditSearch>) => void
}

/** Lines of the log by day, and the way to older ones. */
export function Lines({ query, rows, filtered, onClear, opened, onOpen, onFilter }: LinesProps) {
  const { t } = useTranslation(['audit', 'translation'])
  if (query.error && !rows) {
    return (
      <Card>
        <Failure error={query.error} retry={() => void query.refetch()} />
      </Card>
    )
  }
  if (!rows) return <Waiting />
  if (rows.length === 0) {
    return (
      <Card>
        {filtered ? (
          <Notice icon={SearchX} title={t('translation:list.noMatch')} action={<Button onClick={onClear}>{t('translation:list.clear')}</Button>}>
            {t('translation:list.noMatchText')}
          </Notice>
        ) : (
          <Notice icon={History} title={t('none')}>
            {t('noneText')}
          </Notice>
        )}
      </Card>
    )
  }
  return (
    <div className="flex flex-col gap-6">
      {byDay(rows).map(([day, events]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <Day day={day} />
          <Card>
            <ul className="divide-y divide-line">
              {events.map((event) => (
                <Line key={event.id} event={event} open={opened === event.id} onOpen={(on) => onOpen(on ? event.id : undefined)} onFilter={onFilter} />
              ))}
            </ul>
          </Card>
        </section>
      ))}
      <div className="flex justify-center pb-4">
        {query.isFetchNextPageError && query.error ? (
          <Failure error={query.error} retry={() => void query.fetchNextPage()} />
        ) : query.hasNextPage ? (
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('older')}
          </Button>
        ) : (
          <p className="text-sm text-soft">{t(filtered ? 'endFiltered' : 'end')}</p>
        )}
      </div>
    </div>
  )
}

/** The day of the reader, as year-month-day. */
const dayOf = (at: string | number) => {
  const date = new Date(at)
  return [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-')
}

function byDay(rows: readonly AuditEventRowFragment[]): [string, AuditEventRowFragment[]][] {
  const days = new Map<string, AuditEventRowFragment[]>()
  for (const row of rows) {
    const day = dayOf(row.occurredAt)
    const list = days.get(day)
    if (list) list.push(row)
    else days.set(day, [row])
  }
  return [...days]
}

function Day({ day }: { day: string }) {
  const { t, i18n } = useTranslation(['audit', 'translation'])
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number)
  const full = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(year, month - 1, number))
  const now = Date.now()
  const word = day === dayOf(now) ? t('today') : day === dayOf(now - 86_400_000) ? t('yesterday') : undefined
  return (
    <h2 id={`day-${day}`} className="mb-2 px-1 text-sm font-semibold">
      {word ?? full}
      {word && <span className="ml-2 font-normal text-soft">{full}</span>}
    </h2>
  )
}

const Waiting = () => (
  <div className="divide-y divide-line rounded-2xl border border-line bg-card" aria-busy>
    {Array.from({ length: 8 }, (_, i) => (
      <div key={i} className="flex items-center gap-3 px-4 py-3.5">
        <Skeleton className="size-8 rounded-full" />
        <div className="grow space-y-2">
          <Skeleton className="w-56" />
          <Skeleton className="h-3 w-32" />
        </div>
        <Skeleton className="w-16" />
      </div>
    ))}
  </div>
)
