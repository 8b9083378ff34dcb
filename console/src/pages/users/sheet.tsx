import { MembershipRowFragmentDoc, readFragment, RoleGrantRowFragmentDoc, UserDetailDocument, UserProfileFragmentDoc, UserRowFragmentDoc } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Badge } from '@/ui/badge'
import { Dialog, DialogBody } from '@/ui/dialog'
import { Facts } from '@/ui/facts'
import { Failure } from '@/ui/notice'
import { Skeleton } from '@/ui/skeleton'
import { Ago } from '@/ui/time'
import { RowMenu, type UserDialog } from './actions'
import { Status } from './cells'

interface UserSheetProps {
  id: string
  onClose: () => void
  onDialog: (dialog: UserDialog) => void
}

/** One user beside the list. */
export function UserSheet({ id, onClose, onDialog }: UserSheetProps) {
  const { t } = useTranslation(['users', 'translation'])
  const { data, error, refetch } = useQuery({ queryKey: ['users', 'detail', id], queryFn: () => gql(UserDetailDocument, { id }) })
  const user = data?.user
  const row = readFragment(UserRowFragmentDoc, user)
  const profile = readFragment(UserProfileFragmentDoc, user)
  return (
    <Dialog as="sheet" open onClose={onClose} title={row?.displayName ?? '…'} description={row?.email}>
      <DialogBody className="space-y-6">
        {error && <Failure error={error} retry={() => void refetch()} />}
        {data && !user && <p className="text-sm text-soft">{t('translation:failure.NOT_FOUND.text')}</p>}
        {!data && !error && <Skeleton className="h-40 w-full" />}
        {user && row && profile && (
          <>
            <div className="flex items-center gap-2">
              <Status status={row.status} />
              {row.roles.map((role) => (
                <Badge key={role.id} tone="tint">
                  {role.name}
                </Badge>
              ))}
              <span className="grow" />
              <RowMenu user={row} onDialog={onDialog} />
            </div>
            {user.suspension && (
              <section className="rounded-xl bg-bad-tint p-4 text-sm">
                <p className="font-medium text-bad">
                  {user.suspension.motive && t(`suspend.motives.${user.suspension.motive}`)} <Ago at={user.suspension.suspendedAt} />
                </p>
                {user.suspension.reason && <p className="mt-1">{user.suspension.reason}</p>}
                {user.suspension.suspendedBy && <p className="mt-1 text-soft">{t('sheet.suspendedBy', { name: user.suspension.suspendedBy.displayName })}</p>}
                {user.suspension.until && (
                  <p className="mt-1 text-soft">
                    {t('sheet.until')} <Ago at={user.suspension.until} />
                  </p>
                )}
              </section>
            )}
            <Facts
              title={t('sheet.profile')}
              facts={[
                [t('organization'), row.organization?.name],
                [t('sheet.phone'), profile.phone],
                [t('sheet.timezone'), profile.timezone],
                [t('sheet.locale'), profile.locale],
                [t('sheet.externalId'), profile.externalId],
                [t('twoFactor'), profile.twoFactorEnabled == null ? null : t(profile.twoFactorEnabled ? 'twoFactorOn' : 'twoFactorOff')],
                [t('sheet.created'), <Ago key="created" at={row.createdAt} />],
                [t('lastLogin'), <Ago key="login" at={row.lastLoginAt} never={t('never')} />],
                [t('sheet.activity'), <Ago key="activity" at={row.lastActivityAt} never={t('never')} />],
              ]}
            />
            <section>
              <h3 className="mb-2 text-sm font-semibold">{t('sheet.access')}</h3>
              <ul className="divide-y divide-line rounded-xl border border-line text-sm">
                {readFragment(RoleGrantRowFragmentDoc, user.grants ?? []).map((grant, i) => (
                  <li key={`${grant.role.id}${i}`} className="flex flex-wrap gap-2 px-3 py-2.5">
                    <span className="grow font-medium">{grant.role.name}</span>
                    {grant.organization && <span className="text-soft">{t('roleGrant.through', { name: grant.organization.name })}</span>}
                  </li>
                ))}
                {readFragment(MembershipRowFragmentDoc, user.memberships ?? []).map((membership) => (
                  <li key={membership.id} className="flex flex-wrap items-center gap-2 px-3 py-2.5">
                    <span className="grow font-medium">{membership.organization?.name}</span>
                    <Badge>{membership.access}</Badge>
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </DialogBody>
    </Dialog>
  )
}
