import { AuditEventRowFragmentDoc, AuditEventsDocument, PageFieldsFragmentDoc, readFragment, type AuditEventRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Failure, Notice } from '@/ui/notice'
import { Pager, pageOf } from '@/ui/pager'
import { Skeleton } from '@/ui/skeleton'
import { Ago } from '@/ui/time'
import type { PartProps } from './page'
import type { OrganizationSearch } from './search'

/** What happened in this organization, the newest first. */
export function Trail({ row, search, change }: PartProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const variables = { ...pageOf(search), where: { organizationId: { eq: row.id } } }
  const list = useQuery({ queryKey: ['organization', row.id, 'audit', variables], queryFn: () => gql(AuditEventsDocument, variables), placeholderData: keepPreviousData })
  const events = readFragment(AuditEventRowFragmentDoc, list.data?.auditEvents?.nodes)
  if (list.isError && !events) return <Failure error={list.error} retry={() => void list.refetch()} />
  return (
    <section className="overflow-hidden rounded-2xl border border-line bg-card" aria-busy={list.isFetching && !events}>
      {events?.length === 0 ? (
        <Notice icon={ScrollText} title={t('audit.none')} />
      ) : (
        <>
          <ol aria-label={t('audit.title', { name: row.name })} className="divide-y divide-line text-sm">
            {!events && Array.from({ length: 8 }, (_, i) => <li key={i} className="px-5 py-4"><Skeleton className="w-72" /></li>)}
            {events?.map((event) => <Line key={event.id} event={event} />)}
          </ol>
          <Pager
            position={search}
            info={readFragment(PageFieldsFragmentDoc, list.data?.auditEvents?.pageInfo)}
            shown={events?.length ?? 0}
            total={null}
            onMove={(position) => change(position as Partial<OrganizationSearch>)}
          />
        </>
      )}
    </section>
  )
}

function Line({ event }: { event: AuditEventRowFragment }) {
  const { t } = useTranslation(['organization', 'translation'])
  const { action, actor, onBehalfOf, target, changes, reason, occurredAt } = event
  return (
    <li className="flex flex-col gap-1 px-5 py-3">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{actor?.displayName ?? t('audit.product')}</span>
        {onBehalfOf && <span className="text-soft">{t('audit.onBehalf', { name: onBehalfOf.displayName })}</span>}
        <code className="font-mono text-xs text-soft">{action}</code>
        <span className="min-w-0 truncate">{target.displayName}</span>
        <span className="ml-auto text-xs whitespace-nowrap text-soft">
          <Ago at={occurredAt} />
        </span>
      </div>
      {reason && <p className="text-soft">{t('audit.reason', { reason })}</p>}
      {changes.length > 0 && (
        <details>
          <summary className="w-fit cursor-pointer rounded text-xs text-primary">{t('audit.changes', { count: changes.length })}</summary>
          <dl className="mt-1.5 grid grid-cols-[minmax(6rem,max-content)_1fr] gap-x-4 gap-y-1 text-xs">
            {changes.map(({ field, before, after }) => (
              <div key={field} className="contents">
                <dt className="font-mono text-soft">{field}</dt>
                <dd className="min-w-0">
                  <span className="sr-only">{t('audit.before')}: </span>
                  <del className="text-bad">{shown(before) || t('audit.empty')}</del> <span aria-hidden>→</span> <span className="sr-only">{t('audit.after')}: </span>
                  <ins className="text-good no-underline">{shown(after) || t('audit.empty')}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  )
}

const shown = (value: unknown): string => (value == null ? '' : typeof value === 'string' ? value : JSON.stringify(value))
