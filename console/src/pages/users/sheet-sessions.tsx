import { AuditEventRowFragmentDoc, AuditEventsDocument, readFragment, type UserProfileFragment, type UserRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { LogOut, ShieldOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { useActionName } from '@/pages/audit/action-words'
import { Button } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { Failure } from '@/ui/notice'
import { Skeleton } from '@/ui/skeleton'
import { Ago } from '@/ui/time'
import type { UserDialog } from './actions'
import { useQuick } from './quick'

interface SheetSessionsProps {
  row: UserRowFragment
  profile: UserProfileFragment
  onDialog: (dialog: UserDialog) => void
}

/** How the user signs in and when that was; who may read the audit log sees from where. */
export function SheetSessions({ row, profile, onDialog }: SheetSessionsProps) {
  const { t } = useTranslation(['users', 'translation'])
  const audited = may(useViewer(), 'AUDIT_READ')
  const quick = useQuick()
  return (
    <div className="space-y-6">
      <Facts
        title={t('sheet.signIn')}
        facts={[
          [t('twoFactor'), t(row.twoFactorEnabled ? 'twoFactorOn' : 'twoFactorOff')],
          [t('sheet.password'), t(profile.mustChangePassword ? 'sheet.temporary' : 'sheet.own')],
          [t('lastLogin'), <Ago key="login" at={row.lastLoginAt} never={t('never')} />],
          [t('sheet.activity'), <Ago key="activity" at={row.lastActivityAt} never={t('never')} />],
        ]}
      />
      <div className="flex flex-wrap gap-2">
        {row.viewerActions.includes('END_SESSIONS') && (
          <Button onClick={() => quick({ user: row, action: 'END_SESSIONS' })}>
            <LogOut aria-hidden />
            {t('action.END_SESSIONS')}
          </Button>
        )}
        {row.viewerActions.includes('RESET_TWO_FACTOR') && (
          <Button onClick={() => onDialog({ kind: 'RESET_TWO_FACTOR', user: row })}>
            <ShieldOff aria-hidden />
            {t('action.RESET_TWO_FACTOR')}
          </Button>
        )}
      </div>
      {audited && <SignIns id={row.id} />}
    </div>
  )
}

const actions = ['session.created', 'session.revoked', 'user.sessions_ended', 'session.stepped_up']

function SignIns({ id }: { id: string }) {
  const { t } = useTranslation(['users', 'translation'])
  const nameOf = useActionName()
  const { data, error, refetch } = useQuery({
    queryKey: ['users', 'sign-ins', id],
    queryFn: () => gql(AuditEventsDocument, { first: 20, where: { actorId: { eq: id }, action: { in: actions } } }),
  })
  const events = readFragment(AuditEventRowFragmentDoc, data?.auditEvents?.nodes)
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{t('sheet.signIns')}</h3>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-24 w-full" />}
      {events?.length === 0 && <p className="text-sm text-soft">{t('sheet.noSignIns')}</p>}
      {events && events.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line text-sm">
          {events.map((event) => (
            <li key={event.id} className="flex flex-wrap gap-x-3 gap-y-0.5 px-3 py-2">
              <span className="grow">{nameOf(event.action)}</span>
              {event.ipAddress && <code className="font-mono text-xs text-soft">{event.ipAddress}</code>}
              <span className="text-soft">
                <Ago at={event.occurredAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
