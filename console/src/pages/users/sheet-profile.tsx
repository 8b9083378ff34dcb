import { InvitationRowFragmentDoc, readFragment, type UserDetailQuery, type UserProfileFragment, type UserRowFragment } from '@contract'
import { useTranslation } from 'react-i18next'
import { Facts } from '@/ui/facts'
import { languageName } from '@/ui/language'
import { Ago } from '@/ui/time'

export interface SheetPart {
  user: NonNullable<UserDetailQuery['user']>
  row: UserRowFragment
}

export function SheetProfile({ user, row, profile }: SheetPart & { profile: UserProfileFragment }) {
  const { t, i18n } = useTranslation(['users', 'translation'])
  const invitation = readFragment(InvitationRowFragmentDoc, user.invitation)
  return (
    <div className="space-y-6">
      {user.suspension && (
        <section className="rounded-xl bg-bad-tint p-4 text-sm">
          <p className="font-medium text-bad">
            {user.suspension.motive && t(`suspend.motives.${user.suspension.motive}`)} <Ago at={user.suspension.suspendedAt} />
          </p>
          {user.suspension.reason && <p className="mt-1">{user.suspension.reason}</p>}
          {user.suspension.suspendedBy && <p className="mt-1">{t('sheet.suspendedBy', { name: user.suspension.suspendedBy.displayName })}</p>}
          {user.suspension.until && (
            <p className="mt-1">
              {t('sheet.until')} <Ago at={user.suspension.until} />
            </p>
          )}
        </section>
      )}
      {invitation && invitation.status !== 'ACCEPTED' && (
        <section className="rounded-xl bg-warn-tint p-4 text-sm">
          <p className="font-medium text-warn">{t(`sheet.invitation.${invitation.status}`)}</p>
          <p className="mt-1">
            {t('sheet.invitedBy', { name: invitation.inviter?.displayName ?? '–', count: invitation.sendCount })} <Ago at={invitation.lastSentAt} />
          </p>
        </section>
      )}
      {profile.pendingEmail && <p className="rounded-xl bg-warn-tint p-4 text-sm">{t('email.pending', { email: profile.pendingEmail })}</p>}
      <Facts
        title={t('sheet.profile')}
        facts={[
          [t('organization'), row.organization.name],
          [t('type'), row.userType && t(`userType.${row.userType}`)],
          [t('sheet.phone'), profile.phone],
          [t('sheet.timezone'), profile.timezone],
          [t('sheet.locale'), profile.locale && languageName(profile.locale, i18n.language)],
          [t('sheet.externalId'), profile.externalId],
          [t('sheet.created'), <Ago key="created" at={row.createdAt} />],
          [t('sheet.changed'), <Ago key="changed" at={user.updatedAt} />],
          [t('lastLogin'), <Ago key="login" at={row.lastLoginAt} never={t('never')} />],
          [t('sheet.activity'), <Ago key="activity" at={row.lastActivityAt} never={t('never')} />],
        ]}
      />
    </div>
  )
}
