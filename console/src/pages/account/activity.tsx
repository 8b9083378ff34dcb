import { AuditEventRowFragmentDoc, PageFieldsFragmentDoc, readFragment, ViewerSecurityDocument, type AuditEventRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useViewer } from '@/app/session'
import { useActionName } from '@/pages/audit/action-words'
import { useFieldName, Value } from '@/pages/audit/changes'
import '@/pages/audit/words'
import '@/pages/roles/permission-words'
import { Failure, Notice } from '@/ui/notice'
import { Card } from '@/ui/page'
import { firstOf, Pager, pageOf } from '@/ui/pager'
import { Skeleton } from '@/ui/skeleton'
import { Ago } from '@/ui/time'
import type { Paged } from './sessions'

/** What one did and what was done to one, the newest first. */
export function Activity({ position, onMove }: Paged) {
  const { t } = useTranslation(['account', 'translation'])
  const variables = pageOf(position)
  const { data, error, refetch } = useQuery({
    queryKey: ['account', 'activity', variables],
    queryFn: () => gql(ViewerSecurityDocument, variables),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <Failure error={error} retry={() => void refetch()} onFirst={firstOf(position, onMove)} />
  const events = data?.viewer?.auditEvents
  const rows = readFragment(AuditEventRowFragmentDoc, events?.nodes)
  return (
    <Card className="max-w-3xl" title={t('activity.title')} text={t('activity.text')}>
      {rows?.length === 0 ? (
        <Notice icon={History} title={t('activity.none')}>
          {t('activity.noneText')}
        </Notice>
      ) : (
        <>
          <ol className="mt-3 divide-y divide-line border-t border-line" aria-busy={!rows || undefined}>
            {!rows && (
              <li className="p-5">
                <Skeleton className="h-24 w-full" />
              </li>
            )}
            {rows?.map((event) => (
              <Line key={event.id} event={event} />
            ))}
          </ol>
          <Pager position={position} info={readFragment(PageFieldsFragmentDoc, events?.pageInfo)} shown={rows?.length ?? 0} total={null} onMove={onMove} />
        </>
      )}
    </Card>
  )
}

function Line({ event }: { event: AuditEventRowFragment }) {
  const { t } = useTranslation(['account', 'translation'])
  const nameOf = useActionName()
  const fieldOf = useFieldName()
  const { user } = useViewer()
  const { action, actor, target, changes, ipAddress, reason, organization } = event
  const about = target.targetId !== user.id && target.typeName !== 'Session' ? target.displayName : ''
  const by = !actor ? t('activity.bySystem') : actor.userId === user.id ? '' : t('activity.by', { name: actor.displayName })
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-5 py-3 text-sm">
      <div className="min-w-0 grow basis-60">
        <p>
          <span className="font-medium">{nameOf(action)}</span>
          {about && <span className="text-soft"> · {about}</span>}
        </p>
        <p className="text-soft empty:hidden">{[by, organization?.name, ipAddress].filter(Boolean).join(' · ')}</p>
        {reason && <p className="mt-1 text-soft italic">{reason}</p>}
        {changes.length > 0 && (
          <ul className="mt-1 space-y-0.5 text-xs text-soft">
            {changes.map(({ field, before, after }) => (
              <li key={field}>
                <span className="font-medium">{fieldOf(field)}</span>: {before == null ? t('activity.empty') : <Value text={before} />} → {after == null ? t('activity.empty') : <Value text={after} />}
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className="text-soft">
        <Ago at={event.occurredAt} />
      </span>
    </li>
  )
}
