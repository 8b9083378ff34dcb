import { AuditEventRowFragmentDoc, AuditEventsDocument, readFragment, ViewerActivityDocument, type AuditEventRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { useActionName } from '@/pages/audit/action-words'
import { Actor, Face } from '@/pages/audit/line'
import '@/pages/audit/words'
import { Failure, Notice } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { Ago } from '@/ui/time'

const shown = 8

interface Lot {
  event: AuditEventRowFragment
  count: number
}

/** The same again, one after another, is told once: people sign in more often than they do anything else. */
function lots(events: readonly AuditEventRowFragment[]): Lot[] {
  const all: Lot[] = []
  for (const event of events) {
    const last = all.at(-1)
    const same = event.action.startsWith('session.') && last?.event.action === event.action && last.event.actor?.userId === event.actor?.userId && last.event.onBehalfOf?.userId === event.onBehalfOf?.userId
    if (last && same) last.count++
    else all.push({ event, count: 1 })
  }
  return all.slice(0, shown)
}

/** What happened last: to everybody, for those who may read that, else to oneself. */
export function Activity() {
  const { t } = useTranslation(['home', 'audit', 'translation'])
  const nameOf = useActionName()
  const everybody = may(useViewer(), 'AUDIT_READ')
  const { data, error, refetch } = useQuery({
    queryKey: ['home', 'activity', everybody],
    queryFn: async () => (everybody ? (await gql(AuditEventsDocument, { first: 40 })).auditEvents : (await gql(ViewerActivityDocument, { first: 40 })).viewer?.auditEvents) ?? null,
  })
  const rows = readFragment(AuditEventRowFragmentDoc, data?.nodes)
  const events = rows && lots(rows)
  return (
    <Card
      title={t(everybody ? 'activity' : 'ownActivity')}
      actions={
        <Link to="/audit" className="text-sm text-primary hover:underline">
          {t('all')}
        </Link>
      }
    >
      {error && !events ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : events?.length === 0 ? (
        <Notice icon={History} title={t('audit:none')} />
      ) : (
        <ul className="px-2 pt-1 pb-3" aria-busy={!events}>
          {events?.map(({ event, count }) => (
            <li key={event.id}>
              <Link to="/audit" search={{ event: event.id }} className="flex items-center gap-3 rounded-xl px-3 py-2 hover:bg-hover/60">
                <Face event={event} />
                <span className="min-w-0 grow text-sm">
                  <span className="block truncate">
                    <span className="font-medium">{nameOf(event.action)}</span>
                    {event.target.displayName && event.target.typeName !== 'Session' && ` · ${event.target.displayName}`}
                    {count > 1 && <span className="text-soft"> · {t('times', { count })}</span>}
                  </span>
                  <span className="block truncate text-xs text-soft">
                    <Actor event={event} />
                  </span>
                </span>
                <span className="shrink-0 text-xs text-soft">
                  <Ago at={event.occurredAt} />
                </span>
              </Link>
            </li>
          )) ??
            Array.from({ length: shown }, (_, i) => (
              <li key={i} className="flex items-center gap-3 px-3 py-2">
                <Skeleton className="size-8 rounded-full" />
                <Skeleton className="h-8 grow" />
              </li>
            ))}
        </ul>
      )}
    </Card>
  )
}
