import { MembershipRowFragmentDoc, readFragment, UserProfileFragmentDoc, UserRowFragmentDoc, ViewerProfileDocument, type MembershipRowFragment, type UserProfileFragment, type UserRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Badge } from '@/ui/badge'
import { Facts, type Fact } from '@/ui/facts'
import { Failure } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { EmailCard } from './email'
import { ProfileForm } from './profile-form'

export interface Own {
  row: UserRowFragment
  profile: UserProfileFragment
}

/** Who one is: names and address to change, rights to know about. */
export function ProfileTab() {
  const { data, error, refetch } = useQuery({ queryKey: ['account', 'profile'], queryFn: () => gql(ViewerProfileDocument) })
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  const row = readFragment(UserRowFragmentDoc, data?.viewer?.user)
  const profile = readFragment(UserProfileFragmentDoc, data?.viewer?.user)
  if (!row || !profile) return <Skeleton className="h-96 w-full max-w-3xl" />
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <ProfileForm own={{ row, profile }} />
      <div className="flex flex-col gap-5">
        <EmailCard own={{ row, profile }} />
        <Access row={row} memberships={readFragment(MembershipRowFragmentDoc, data?.viewer?.user.memberships ?? [])} />
      </div>
    </div>
  )
}

function Access({ row, memberships }: { row: UserRowFragment; memberships: readonly MembershipRowFragment[] }) {
  const { t } = useTranslation(['account', 'translation'])
  const elsewhere = memberships.filter((one) => one.organization?.id !== row.organization?.id)
  const facts: Fact[] = [
    [t('access.organization'), row.organization?.name],
    [
      t('access.roles'),
      row.roles.length > 0 && (
        <span key="roles" className="flex flex-wrap gap-1">
          {row.roles.map((role) => (
            <Badge key={role.id} tone="tint">
              {role.name}
            </Badge>
          ))}
        </span>
      ),
    ],
    ...(elsewhere.length > 0
      ? [
          [
            t('access.memberships'),
            <ul key="elsewhere" className="space-y-1">
              {elsewhere.map((one) => (
                <li key={one.id} className="flex flex-wrap gap-2">
                  {one.organization?.name} <Badge>{t(`access_kind.${one.access}`)}</Badge>
                </li>
              ))}
            </ul>,
          ] satisfies Fact,
        ]
      : []),
  ]
  return (
    <Card title={t('access.title')} text={t('access.text')}>
      <div className="p-5 pt-3">
        <Facts facts={facts} />
      </div>
    </Card>
  )
}
