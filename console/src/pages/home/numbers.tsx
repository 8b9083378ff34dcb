import type { HomeNumbersQuery } from '@contract'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useViewer } from '@/app/session'

interface NumbersProps {
  asked: { users: boolean; organizations: boolean }
  numbers: HomeNumbersQuery | undefined
}

/** The key numbers; each leads to the list behind it. */
export function Numbers({ asked, numbers }: NumbersProps) {
  const { t } = useTranslation(['home', 'translation'])
  const viewer = useViewer()
  const staff = viewer.organization.kind === 'RESELLER'
  const { userStats: users, organizationStats: organizations } = numbers ?? {}
  return (
    <section aria-label={t('numbers')} className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
      {asked.organizations && staff && <Tile title={t('customers')} value={organizations?.customers} to="/organizations" search={{ kind: 'CUSTOMER' }} />}
      {asked.organizations && <Tile title={t('subAccounts')} value={organizations?.subAccounts} to="/organizations" search={{ kind: 'SUB_ACCOUNT' }} />}
      {asked.users && (
        <>
          <Tile title={t('users')} value={users?.total} to="/users" search={{}} />
          <Tile title={t('active')} value={users?.active} to="/users" search={{ status: 'ACTIVE' }} />
          <Tile title={t('pending')} value={users?.pending} to="/users" search={{ status: 'PENDING' }} />
          <Tile title={t('suspended')} value={users?.suspended} to="/users" search={{ status: 'SUSPENDED' }} />
        </>
      )}
    </section>
  )
}

interface TileProps extends Pick<LinkProps, 'to' | 'search'> {
  title: string
  value: number | null | undefined
}

function Tile({ title, value, to, search }: TileProps) {
  const { i18n } = useTranslation()
  return (
    <Link to={to} search={search as never} className="rounded-2xl border border-line bg-card px-4 py-3 transition-colors hover:border-edge">
      <span className="block text-xs text-soft">{title}</span>
      <span className="mt-0.5 block text-2xl font-semibold tabular-nums">{value == null ? '…' : new Intl.NumberFormat(i18n.language).format(value)}</span>
    </Link>
  )
}
