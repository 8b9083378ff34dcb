import type { UserRowFragment } from '@contract'
import { ShieldCheck, ShieldMinus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { useKept } from '@/app/kept'
import { useViewer } from '@/app/session'
import { ColumnChooser } from '@/ui/column-chooser'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import { Person, Roles, Status, type Words } from './cells'
import type { UsersSort } from './search'

type UserColumn = Column<UserRowFragment, UsersSort>

const keys = v.array(v.string())

const allColumns = (t: Words): UserColumn[] => [
  { key: 'name', title: t('name'), sort: 'DISPLAY_NAME', className: 'w-full max-w-0 min-w-48 pr-3', cell: (user) => <Person user={user} t={t} /> },
  {
    key: 'organization',
    title: t('organization'),
    from: 'lg',
    className: 'px-3',
    cell: (user) => (
      <span className="block max-w-36 truncate" title={user.organization.name}>
        {user.organization.name}
      </span>
    ),
  },
  { key: 'type', title: t('type'), from: 'md', className: 'px-3 whitespace-nowrap', cell: (user) => (user.userType ? t(`userType.${user.userType}`) : <span className="text-soft">–</span>) },
  { key: 'role', title: t('role'), sort: 'ROLE', from: 'md', className: 'px-3', cell: (user) => <Roles user={user} /> },
  { key: 'status', title: t('status'), sort: 'STATUS', from: 'sm', className: 'px-3', cell: (user) => <Status status={user.status} t={t} /> },
  {
    key: 'factor',
    title: t('factorShort'),
    from: 'lg',
    className: 'px-3',
    cell: (user) => (
      <span title={t(user.twoFactorEnabled ? 'factor.on' : 'factor.off')}>
        {user.twoFactorEnabled ? <ShieldCheck className="size-4.5 text-good" aria-hidden /> : <ShieldMinus className="size-4.5 text-soft" aria-hidden />}
        <span className="sr-only">{t(user.twoFactorEnabled ? 'twoFactorOn' : 'twoFactorOff')}</span>
      </span>
    ),
  },
  { key: 'lastLogin', title: t('lastLogin'), sort: 'LAST_LOGIN_AT', from: 'lg', className: 'px-3 whitespace-nowrap', cell: (user) => <Ago at={user.lastLoginAt} never={t('never')} /> },
  { key: 'activity', title: t('sheet.activity'), sort: 'LAST_ACTIVITY_AT', from: 'xl', className: 'px-3 whitespace-nowrap', cell: (user) => <Ago at={user.lastActivityAt} never={t('never')} /> },
  { key: 'added', title: t('added'), sort: 'CREATED_AT', from: 'xl', className: 'px-3 whitespace-nowrap', cell: (user) => <Ago at={user.createdAt} /> },
]

/** The columns of the list, and the menu that chooses among them. */
export function useColumns(many: boolean) {
  const { t } = useTranslation(['users', 'translation'])
  const staff = useViewer().organization.kind === 'RESELLER'
  // Staff look across customers, a customer's people look at what somebody is.
  const usual = ['name', ...(staff ? (many ? ['organization'] : []) : ['type']), 'role', 'status', 'factor', 'lastLogin']
  const [shown, setShown] = useKept('columns.users', usual, (kept) => (v.is(keys, kept) ? kept : undefined))
  const offered = useMemo(() => allColumns(t).filter((one) => many || one.key !== 'organization'), [t, many])
  const picked = shown.join()
  const columns = useMemo(() => offered.filter((one) => one.key === 'name' || picked.split(',').includes(one.key)), [offered, picked])
  return {
    columns,
    chooser: (
      <span className="max-md:hidden">
        <ColumnChooser columns={offered} shown={shown} onChange={setShown} />
      </span>
    ),
  }
}
