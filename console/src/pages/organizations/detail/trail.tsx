import '@/pages/audit/words'
import { AuditEventRowFragmentDoc, AuditEventsDocument, PageFieldsFragmentDoc, readFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Line } from '@/pages/audit/line'
import { buttonLook } from '@/ui/button'
import { Failure, Notice } from '@/ui/notice'
import { firstOf, Pager, pageOf, type Position } from '@/ui/pager'
import { Skeleton } from '@/ui/skeleton'
import type { PartProps } from './page'
import type { OrganizationSearch } from './search'

/** What happened in this organization, the newest first; the whole log has the filters. */
export function Trail({ row, search, change }: PartProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const [opened, setOpened] = useState<string>()
  const variables = { ...pageOf(search), where: { organizationId: { eq: row.id } } }
  const list = useQuery({ queryKey: ['organization', row.id, 'audit', variables], queryFn: () => gql(AuditEventsDocument, variables), placeholderData: keepPreviousData })
  const events = readFragment(AuditEventRowFragmentDoc, list.data?.auditEvents?.nodes)
  const move = (position: Position) => change(position as Partial<OrganizationSearch>)
  if (list.isError && !events) return <Failure error={list.error} retry={() => void list.refetch()} onFirst={firstOf(search, move)} />
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="grow text-base font-semibold">{t('audit.title', { name: row.name })}</h2>
        <Link to="/audit" search={{ org: row.id }} className={buttonLook({ size: 'sm' })}>
          <ScrollText aria-hidden />
          {t('audit.whole')}
        </Link>
      </div>
      <div className="overflow-hidden rounded-2xl border border-line bg-card" aria-busy={list.isFetching && !events}>
        {events?.length === 0 ? (
          <Notice icon={ScrollText} title={t('audit.none')} />
        ) : (
          <>
            <ol aria-label={t('audit.title', { name: row.name })} className="divide-y divide-line">
              {!events &&
                Array.from({ length: 8 }, (_, i) => (
                  <li key={i} className="px-5 py-4">
                    <Skeleton className="w-72" />
                  </li>
                ))}
              {events?.map((event) => (
                <Line key={event.id} event={event} open={opened === event.id} onOpen={(open) => setOpened(open ? event.id : undefined)} />
              ))}
            </ol>
            <Pager
              position={search}
              info={readFragment(PageFieldsFragmentDoc, list.data?.auditEvents?.pageInfo)}
              shown={events?.length ?? 0}
              total={null}
              onMove={move}
            />
          </>
        )}
      </div>
    </section>
  )
}
