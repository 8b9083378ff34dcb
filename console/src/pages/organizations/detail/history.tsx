import { ImpersonationRowFragmentDoc, ImpersonationsDocument, ImpersonationsEndDocument, LoginAsEndDocument, PageFieldsFragmentDoc, readFragment, type ImpersonationRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { LogIn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction } from '@/app/change'
import { Badge, type Tone } from '@/ui/badge'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { Ago } from '@/ui/time'
import { say } from '@/ui/toast'
import type { PartProps } from './page'
import type { OrganizationSearch } from './search'

const tones: Record<ImpersonationRowFragment['status'], Tone> = { REQUESTED: 'warn', APPROVED: 'tint', ACTIVE: 'good', DENIED: 'bad', ENDED: 'plain', EXPIRED: 'plain' }

/** Each time that staff entered this account or asked to, and how to end it. */
export function History({ row, rights, search, change }: PartProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const variables = { ...pageOf(search), where: { organizationId: { eq: row.id } } }
  const list = useQuery({
    queryKey: ['impersonations', 'of', row.id, variables],
    queryFn: () => gql(ImpersonationsDocument, variables),
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
  })
  const end = useAction(
    async (id: string) => settled((await gql(LoginAsEndDocument, { id })).loginAsEnd),
    () => say(t('access.ended')),
  )
  const endAll = useAction(
    async () => settled((await gql(ImpersonationsEndDocument, { organizationId: row.id })).impersonationsEnd),
    () => say(t('access.endedAll')),
  )
  const rows = readFragment(ImpersonationRowFragmentDoc, list.data?.impersonations?.nodes)
  const open = rows?.some((one) => one.status === 'ACTIVE' || one.status === 'APPROVED')
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="grow text-base font-semibold">{t('access.history')}</h2>
        {rights.consents && open && (
          <Button look="danger" size="sm" busy={endAll.isPending} onClick={() => endAll.mutate(undefined)}>
            {t('access.endAll')}
          </Button>
        )}
      </div>
      <List<ImpersonationRowFragment, never>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, list.data?.impersonations?.pageInfo)}
        total={null}
        position={search}
        onMove={(position) => change(position as Partial<OrganizationSearch>)}
        filtered={false}
        onClear={() => undefined}
        none={<Notice icon={LogIn} title={t('access.none')} />}
        label={t('access.history')}
        columns={[
          {
            key: 'who',
            title: t('access.who'),
            cell: (one) => (
              <span className="block">
                <span className="block font-medium">{one.actorName}</span>
                <span className="block text-xs text-soft">
                  {t(`access.modes.${one.mode}`)} · {t('access.minutes', { count: one.minutes })}
                </span>
              </span>
            ),
          },
          { key: 'user', title: t('access.asUser'), from: 'lg', cell: (one) => one.user?.displayName ?? <span className="text-soft">–</span> },
          { key: 'why', title: t('access.why'), from: 'md', cell: (one) => one.reason },
          {
            key: 'state',
            title: t('access.state'),
            cell: (one) => (
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge tone={tones[one.status]} dot>
                  {t(`access.states.${one.status}`)}
                </Badge>
                <span className="text-xs text-soft">
                  {one.endReason ? t(`access.endReasons.${one.endReason}`) : one.decidedBy && t('access.decidedBy', { name: one.decidedBy.displayName })}
                </span>
              </span>
            ),
          },
          { key: 'when', title: t('access.when'), from: 'sm', className: 'whitespace-nowrap', cell: (one) => <Ago at={one.startedAt ?? one.createdAt} /> },
        ]}
        idOf={(one) => one.id}
        nameOf={(one) => one.actorName}
        sorting={{ field: undefined as never, direction: 'DESC' }}
        onSort={() => undefined}
        actions={(one) =>
          one.viewerActions.includes('END') &&
          !rights.consents && (
            <Button size="sm" busy={end.isPending && end.variables === one.id} onClick={() => end.mutate(one.id)}>
              {t('access.end')}
            </Button>
          )
        }
      />
    </section>
  )
}
