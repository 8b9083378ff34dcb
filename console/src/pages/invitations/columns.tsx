import type { InvitationRowFragment, InvitationStatus } from '@contract'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@/ui/badge'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import type { InvitationsSort } from './search'

export interface Invitation extends InvitationRowFragment {
  user: { id: string; displayName: string; roles: { id: string; name: string }[] } | null
}

const tones: Record<InvitationStatus, Tone> = { PENDING: 'warn', EXPIRED: 'bad', ACCEPTED: 'good', REVOKED: 'plain' }

export function useColumns(many: boolean): Column<Invitation, InvitationsSort>[] {
  const { t } = useTranslation(['invitations', 'translation'])
  return [
    {
      key: 'email',
      title: t('email'),
      sort: 'EMAIL',
      cell: ({ email, user, status }) => (
        <span className="min-w-0">
          <span className="block truncate font-medium">{email}</span>
          <span className="block truncate text-xs text-soft sm:hidden">{t(`state.${status}`)}</span>
          {user && user.displayName !== email && <span className="block truncate text-xs text-soft">{user.displayName}</span>}
        </span>
      ),
    },
    ...(many ? [{ key: 'organization', title: t('organization'), from: 'lg' as const, cell: ({ organization }: Invitation) => organization.name }] : []),
    {
      key: 'roles',
      title: t('roles'),
      from: 'xl',
      cell: ({ user }) => user?.roles.map((role) => role.name).join(', ') || <span className="text-soft">–</span>,
    },
    {
      key: 'status',
      title: t('status'),
      from: 'sm',
      cell: ({ status }) => (
        <Badge tone={tones[status]} dot>
          {t(`state.${status}`)}
        </Badge>
      ),
    },
    { key: 'inviter', title: t('inviter'), from: 'lg', cell: ({ inviter }) => inviter?.displayName ?? <span className="text-soft">–</span> },
    {
      key: 'sent',
      title: t('sent'),
      from: 'md',
      className: 'whitespace-nowrap',
      cell: ({ lastSentAt, sendCount }) => (
        <span>
          <Ago at={lastSentAt} />
          {sendCount > 1 && <span className="block text-xs text-soft">{t('sends', { count: sendCount })}</span>}
        </span>
      ),
    },
    {
      key: 'expires',
      title: t('expires'),
      sort: 'EXPIRES_AT',
      from: 'md',
      className: 'whitespace-nowrap',
      cell: ({ expiresAt, acceptedAt, revokedAt }) => (acceptedAt || revokedAt ? <span className="text-soft">–</span> : <Ago at={expiresAt} />),
    },
    { key: 'created', title: t('created'), sort: 'CREATED_AT', from: 'xl', className: 'whitespace-nowrap', cell: ({ createdAt }) => <Ago at={createdAt} /> },
  ]
}
