import { MembershipRowFragmentDoc, readFragment, RoleGrantRowFragmentDoc, UserDetailDocument, UserProfileFragmentDoc, UserRowFragmentDoc } from '@contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Badge } from '@/ui/badge'
import { Dialog, DialogBody } from '@/ui/dialog'
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
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ queryKey: ['users', 'detail', id], queryFn: () => gql(UserDetailDocument, { id }) })
  const user = data?.user
  const row = readFragment(UserRowFragmentDoc, user)
  const profile = readFragment(UserProfileFragmentDoc, user)
  return (
    <Dialog as="sheet" open onClose={onClose} title={row?.displayName ?? '…'} description={row?.email}>
      <DialogBody className="space-y-6">
        {error && <Failure error={error} retry={() => void refetch()} />}
        {data && !user && <p className="text-sm text-soft">{t('failure.NOT_FOUND.text')}</p>}
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
                  {user.suspension.motive && t(`users.suspend.motives.${user.suspension.motive}`)} <Ago at={user.suspension.suspendedAt} />
                </p>
                {user.suspension.reason && <p className="mt-1">{user.suspension.reason}</p>}
                {user.suspension.suspendedBy && <p className="mt-1 text-soft">{t('users.sheet.suspendedBy', { name: user.suspension.suspendedBy.displayName })}</p>}
                {user.suspension.until && (
                  <p className="mt-1 text-soft">
                    {t('users.sheet.until')} <Ago at={user.suspension.until} />
                  </p>
                )}
              </section>
            )}
            <Facts
              title={t('users.sheet.profile')}
              facts={[
                [t('users.organization'), row.organization?.name],
                [t('users.sheet.phone'), profile.phone],
                [t('users.sheet.timezone'), profile.timezone],
                [t('users.sheet.locale'), profile.locale],
                [t('users.sheet.externalId'), profile.externalId],
                [t('users.twoFactor'), profile.twoFactorEnabled == null ? null : t(profile.twoFactorEnabled ? 'users.twoFactorOn' : 'users.twoFactorOff')],
                [t('users.sheet.created'), <Ago key="created" at={user.createdAt} />],
                [t('users.lastLogin'), <Ago key="login" at={row.lastLoginAt} never={t('users.never')} />],
                [t('users.sheet.activity'), <Ago key="activity" at={user.lastActivityAt} never={t('users.never')} />],
              ]}
            />
            <section>
              <h3 className="mb-2 text-sm font-semibold">{t('users.sheet.access')}</h3>
              <ul className="divide-y divide-line rounded-xl border border-line text-sm">
                {readFragment(RoleGrantRowFragmentDoc, user.grants ?? []).map((grant, i) => (
                  <li key={`${grant.role.id}${i}`} className="flex flex-wrap gap-2 px-3 py-2.5">
                    <span className="grow font-medium">{grant.role.name}</span>
                    {grant.organization && <span className="text-soft">{t('roles.through', { name: grant.organization.name })}</span>}
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

function Facts({ title, facts }: { title: string; facts: [string, ReactNode][] }) {
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      <dl className="grid grid-cols-[9rem_1fr] gap-y-2 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd>{value || <span className="text-soft">–</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
