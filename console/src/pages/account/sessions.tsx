import { PageFieldsFragmentDoc, readFragment, SessionRevokeDocument, SessionRowFragmentDoc, SessionsDocument, SessionsRevokeOthersDocument, type SessionRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Laptop, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { useVisit } from '@/app/session'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Failure } from '@/ui/notice'
import { Card } from '@/ui/page'
import { firstOf, Pager, pageOf, type Position } from '@/ui/pager'
import { Skeleton } from '@/ui/skeleton'
import { Ago } from '@/ui/time'
import { say } from '@/ui/toast'
import { Worded } from './worded'

export interface Paged {
  position: Position
  onMove: (position: Position) => void
}

/** Where one is signed in, and how to end it from here. */
export function Sessions({ position, onMove }: Paged) {
  const { t } = useTranslation(['account', 'translation'])
  const visit = useVisit()
  const [asked, setAsked] = useState(false)
  const variables = pageOf(position)
  const { data, error, refetch } = useQuery({
    queryKey: ['account', 'sessions', variables],
    queryFn: () => gql(SessionsDocument, variables),
    placeholderData: keepPreviousData,
  })
  const others = useChange(
    async () => settled((await gql(SessionsRevokeOthersDocument)).sessionsRevokeOthers),
    ({ ended }) => {
      setAsked(false)
      say(t('sessions.endedOthers', { count: ended ?? 0 }))
    },
  )
  if (error && !data) return <Failure error={error} retry={() => void refetch()} onFirst={firstOf(position, onMove)} />
  const rows = readFragment(SessionRowFragmentDoc, data?.sessions?.nodes)
  const total = data?.sessions?.totalCount
  return (
    <Card
      className="max-w-3xl"
      title={t('sessions.title')}
      text={t(visit ? 'visit' : 'sessions.text')}
      actions={!visit && !!total && total > 1 && <Button onClick={() => setAsked(true)}>{t('sessions.endOthers')}</Button>}
    >
      <ul className="mt-3 divide-y divide-line border-t border-line" aria-busy={!rows || undefined}>
        {!rows && (
          <li className="p-5">
            <Skeleton className="h-24 w-full" />
          </li>
        )}
        {rows?.map((session) => (
          <Line key={session.id} session={session} endable={!visit && !session.current} />
        ))}
      </ul>
      {!!total && total > 25 && <Pager position={position} info={readFragment(PageFieldsFragmentDoc, data?.sessions?.pageInfo)} shown={rows?.length ?? 0} total={total} onMove={onMove} />}
      {asked && (
        <Confirm
          title={t('sessions.endOthersTitle')}
          text={t('sessions.endOthersText')}
          submit={t('sessions.endOthers')}
          busy={others.busy}
          above={others.above()}
          onConfirm={() => others.run(undefined)}
          onClose={() => setAsked(false)}
        />
      )}
    </Card>
  )
}

function Line({ session, endable }: { session: SessionRowFragment; endable: boolean }) {
  const { t } = useTranslation(['account', 'translation'])
  const end = useAction(
    async () => settled((await gql(SessionRevokeDocument, { id: session.id })).sessionRevoke),
    () => say(t('sessions.ended')),
  )
  const device = session.device || t('sessions.unknown')
  const Icon = /Android|iPhone|iPad|iOS/.test(device) ? Smartphone : Laptop
  return (
    <li className="flex items-center gap-3 px-5 py-3">
      <Icon className="size-5 shrink-0 text-soft" aria-hidden />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {device}
          {session.current && <Badge tone="good">{t('sessions.current')}</Badge>}
          {session.twoFactor && <Badge>{t('sessions.factor')}</Badge>}
        </p>
        <p className="text-sm text-soft">
          {session.ipAddress ?? t('sessions.noAddress')} · <Worded text={t('sessions.seen', { when: '\u0000' })} value={<Ago at={session.lastSeenAt} />} />,{' '}
          <Worded text={t('sessions.created', { when: '\u0000' })} value={<Ago at={session.createdAt} />} />
        </p>
      </div>
      {endable && (
        <Button size="sm" busy={end.isPending} aria-label={t('sessions.endNamed', { device })} onClick={() => end.mutate(undefined)}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}
