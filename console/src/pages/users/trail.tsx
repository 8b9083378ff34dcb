import { AuditEventRowFragmentDoc, AuditEventsDocument, PageFieldsFragmentDoc, readFragment, type AuditEventRowFragment } from '@contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useActionName } from '@/pages/audit/action-words'
import { useFieldName, Value } from '@/pages/audit/changes'
import '@/pages/audit/words'
import '@/pages/roles/permission-words'
import { Button } from '@/ui/button'
import { Failure } from '@/ui/notice'
import { Select } from '@/ui/select'
import { Skeleton } from '@/ui/skeleton'
import { Ago } from '@/ui/time'

/** The audit log of one user: what was done to them, or what they did. */
export function Trail({ id }: { id: string }) {
  const { t } = useTranslation(['users', 'translation'])
  const [side, setSide] = useState<'target' | 'actor'>('target')
  const where = side === 'target' ? { targetId: { eq: id } } : { actorId: { eq: id } }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['users', 'trail', id, side],
    queryFn: ({ pageParam }) => gql(AuditEventsDocument, { first: 25, after: pageParam, where }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => {
      const info = readFragment(PageFieldsFragmentDoc, last.auditEvents?.pageInfo)
      return info?.hasNextPage ? info.endCursor : undefined
    },
  })
  const events = data?.pages.flatMap((page) => readFragment(AuditEventRowFragmentDoc, page.auditEvents?.nodes ?? []))
  return (
    <div className="space-y-4">
      <Select
        label={t('trail.side')}
        value={side}
        onChange={setSide}
        choices={[
          { value: 'target', label: t('trail.target') },
          { value: 'actor', label: t('trail.actor') },
        ]}
      />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!events && !error && <Skeleton className="h-40 w-full" />}
      {events?.length === 0 && <p className="text-sm text-soft">{t('trail.none')}</p>}
      <ol className="space-y-4 border-l border-line pl-4">
        {events?.map((event) => (
          <Line key={event.id} event={event} side={side} />
        ))}
      </ol>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('trail.more')}
        </Button>
      )}
    </div>
  )
}

function Line({ event, side }: { event: AuditEventRowFragment; side: 'target' | 'actor' }) {
  const { t } = useTranslation(['users', 'translation'])
  const nameOf = useActionName()
  const fieldOf = useFieldName()
  const who = event.actor?.displayName ?? t('trail.product')
  return (
    <li className="relative text-sm">
      <span className="absolute top-1.5 -left-5.25 size-2 rounded-full bg-edge" aria-hidden />
      <p className="flex flex-wrap gap-x-2">
        <span className="font-medium">{nameOf(event.action)}</span>
        <span className="text-soft">
          <Ago at={event.occurredAt} />
        </span>
      </p>
      <p className="text-xs text-soft">
        {side === 'target' ? t('trail.by', { name: who }) : event.target.displayName}
        {event.onBehalfOf && ` · ${t('trail.for', { name: event.onBehalfOf.displayName })}`}
        {event.ipAddress && ` · ${event.ipAddress}`}
      </p>
      {event.reason && <p className="mt-1">{event.reason}</p>}
      {event.changes.length > 0 && (
        <ul className="mt-1 space-y-0.5 text-xs">
          {event.changes.map((change, i) => (
            <li key={i}>
              <span className="text-soft">{fieldOf(change.field)}:</span>{' '}
              {change.before && (
                <del className="text-soft">
                  <Value text={change.before} />
                </del>
              )}{' '}
              {change.after && <Value text={change.after} />}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
