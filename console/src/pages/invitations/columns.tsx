import type { InvitationRowFragment, InvitationStatus } from '@contract'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@/ui/badge'
import { cn } from '@/ui/cn'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import type { InvitationsSort } from './search'

export interface Invitation extends InvitationRowFragment {
  user: { id: string; displayName: string; roles: { id: string; name: string }[] } | null
}

/** A word that gives way where there is little room. */
const Short = ({ text }: { text: string | null | undefined }) =>
  text ? (
    <span className="block max-w-36 truncate" title={text}>
      {text}
    </span>
  ) : (
    <span className="text-soft">–</span>
  )

const tones: Record<InvitationStatus, Tone> = { PENDING: 'warn', EXPIRED: 'bad', ACCEPTED: 'good', REVOKED: 'plain' }

export function useColumns(many: boolean): Column<Invitation, InvitationsSort>[] {
  const { t } = useTranslation(['invitations', 'translation'])
  return [
    {
      key: 'email',
      title: t('email'),
      sort: 'EMAIL',
      className: 'w-full max-w-0 min-w-48 pr-3',
      cell: ({ email, user, status }) => (
        <span className="min-w-0">
          <span className={cn('block truncate', email ? 'font-medium' : 'text-soft')}>{email || t('deleted')}</span>
          <span className="block truncate text-xs text-soft sm:hidden">{t(`state.${status}`)}</span>
          {user && user.displayName !== email && <span className="block truncate text-xs text-soft">{user.displayName}</span>}
        </span>
      ),
    },
    ...(many ? [{ key: 'organization', title: t('organization'), from: 'lg' as const, className: 'px-3', cell: ({ organization }: Invitation) => <Short text={organization.name} /> }] : []),
    {
      key: 'roles',
      title: t('roles'),
      from: 'xl',
      className: 'px-3',
      cell: ({ user }) => <Short text={user?.roles.map((role) => role.name).join(', ')} />,
    },
    {
      key: 'status',
      title: t('status'),
      from: 'sm',
      className: 'px-3',
      cell: ({ status }) => (
        <Badge tone={tones[status]} dot>
          {t(`state.${status}`)}
        </Badge>
      ),
    },
    {
      key: 'created',
      title: t('created'),
      sort: 'CREATED_AT',
      from: 'md',
      className: 'px-3 whitespace-nowrap',
      cell: ({ createdAt, inviter, sendCount }) => (
        <span>
          <Ago at={createdAt} />
          <span className="block max-w-40 truncate text-xs text-soft">
            {[sendCount > 1 && t('sends', { count: sendCount }), inviter && t('by', { name: inviter.displayName })].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'expires',
      title: t('expires'),
      sort: 'EXPIRES_AT',
      from: 'md',
      className: 'px-3 whitespace-nowrap',
      cell: ({ expiresAt, acceptedAt, revokedAt }) => (acceptedAt || revokedAt ? <span className="text-soft">–</span> : <Ago at={expiresAt} />),
    },
  ]
}
