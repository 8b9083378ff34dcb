import './words'
import { DeadMailResendDocument, DeadMailRowFragmentDoc, DeadMailsDocument, PageFieldsFragmentDoc, readFragment, type DeadMailRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { MailCheck, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction } from '@/app/change'
import { may, useViewer } from '@/app/session'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { pageOf, type Position } from '@/ui/pager'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import { say } from '@/ui/toast'

interface DeadMailsProps {
  position: Position
  onMove: (position: Position) => void
}

/** Mails that could not be delivered: why, and once more. */
export function DeadMails({ position, onMove }: DeadMailsProps) {
  const { t } = useTranslation(['mail', 'translation'])
  const viewer = useViewer()
  const variables = pageOf(position)
  const list = useQuery({ queryKey: ['deadMails', variables], queryFn: () => gql(DeadMailsDocument, variables), placeholderData: keepPreviousData })
  const resend = useAction(
    async ({ id }: DeadMailRowFragment) => settled((await gql(DeadMailResendDocument, { id })).deadMailResend),
    (_, { email }) => say(t('resent', { email })),
  )
  const columns = useColumns()
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-3xl text-sm text-soft">{t('text')}</p>
      <List<DeadMailRowFragment, never>
        query={list}
        rows={readFragment(DeadMailRowFragmentDoc, list.data?.deadMails?.nodes)}
        info={readFragment(PageFieldsFragmentDoc, list.data?.deadMails?.pageInfo)}
        total={null}
        position={position}
        onMove={onMove}
        filtered={false}
        onClear={() => undefined}
        none={
          <Notice icon={MailCheck} title={t('none')}>
            {t('noneText')}
          </Notice>
        }
        label={t('title')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.email}
        sorting={{ field: undefined as never, direction: 'DESC' }}
        onSort={() => undefined}
        actions={(one) =>
          may(viewer, 'MAIL_RESEND') &&
          !one.resentAt && (
            <Button
              look="quiet"
              size="icon"
              aria-label={t('resend', { email: one.email })}
              title={t('resend', { email: one.email })}
              busy={resend.isPending && resend.variables.id === one.id}
              onClick={() => resend.mutate(one)}
            >
              {!(resend.isPending && resend.variables.id === one.id) && <Send aria-hidden />}
            </Button>
          )
        }
      />
    </div>
  )
}

function useColumns(): Column<DeadMailRowFragment, never>[] {
  const { t } = useTranslation(['mail', 'translation'])
  return [
    {
      key: 'to',
      title: t('to'),
      cell: (one) => (
        <>
          <span className="block font-medium">{one.user?.displayName ?? one.email}</span>
          <span className="block text-xs text-soft">{one.user ? one.email : t('nobody')}</span>
        </>
      ),
    },
    { key: 'kind', title: t('kind'), from: 'sm', cell: (one) => <Badge>{t(`kinds.${one.kind}`, { defaultValue: one.kind })}</Badge> },
    { key: 'why', title: t('why'), from: 'md', cell: (one) => <span className="block max-w-md font-mono text-xs">{one.failure}</span> },
    { key: 'tries', title: t('tries'), from: 'lg', className: 'tabular-nums', cell: (one) => one.attempts },
    {
      key: 'when',
      title: t('when'),
      className: 'whitespace-nowrap',
      cell: (one) => (
        <>
          <Ago at={one.createdAt} />
          {one.resentAt && (
            <span className="block text-xs text-good">
              {t('again')} <Ago at={one.resentAt} />
            </span>
          )}
        </>
      ),
    },
  ]
}
