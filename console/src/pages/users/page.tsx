import './words'
import {
  PageFieldsFragmentDoc,
  readFragment,
  UserChangedDocument,
  UserRowFragmentDoc,
  UsersPageDocument,
  UserStatsDocument,
  type UserRowFragment,
} from '@contract'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { UserPlus, Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useLive } from '@/api/live'
import { firstPage } from '@/app/search'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { pageOf } from '@/ui/pager'
import { StatCards } from '@/ui/stat-cards'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import { RowMenu, type UserDialog } from './actions'
import { Person, Roles, Status } from './cells'
import { DeleteDialog, SuspendDialog } from './dialogs'
import { Filters } from './filters'
import { filtered, sortingOf, unfiltered, whereOf, type UsersSearch, type UsersSort } from './search'
import { UserSheet } from './sheet'

const route = getRouteApi('/inside/users')

export function UsersPage() {
  const { t } = useTranslation(['users', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const client = useQueryClient()
  const [dialog, setDialog] = useState<UserDialog>()
  const where = useMemo(() => whereOf(search, new Date()), [search])
  const sorting = sortingOf(search)

  const variables = { ...pageOf(search), search: search.q ?? null, where, orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['users', variables],
    queryFn: () => gql(UsersPageDocument, variables),
    placeholderData: keepPreviousData,
  })
  const refresh = () => void client.invalidateQueries({ queryKey: ['users'] })
  useLive(UserChangedDocument, {}, refresh, refresh)

  /** Another filter or order begins at the first page. */
  const change = (next: Partial<UsersSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...firstPage, ...next }), replace: 'q' in next })
  const open = (id: string | undefined) => void navigate({ search: (old) => ({ ...old, user: id }) })

  const columns = useColumns()
  const users = list.data?.users
  const rows = readFragment(UserRowFragmentDoc, users?.nodes) ?? undefined
  return (
    <Page
      title={t('title')}
      actions={
        <Button look="primary" disabled>
          <UserPlus aria-hidden />
          {t('invite')}
        </Button>
      }
    >
      <Cards search={search} onPick={(status) => change({ status })} />
      <Filters search={search} onChange={change} />
      <List<UserRowFragment, UsersSort>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, users?.pageInfo)}
        total={users?.totalCount}
        position={search}
        onMove={(position) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...position }) as UsersSearch })}
        filtered={filtered(search)}
        onClear={() => change(unfiltered)}
        none={
          <Notice icon={Users} title={t('none')}>
            {t('noneText')}
          </Notice>
        }
        label={t('title')}
        columns={columns}
        idOf={(user) => user.id}
        nameOf={(user) => user.displayName}
        sorting={sorting}
        onSort={({ field, direction }) => change({ sort: field, dir: direction })}
        onOpen={(user) => open(user.id)}
        actions={(user) => <RowMenu user={user} onOpen={open} onDialog={setDialog} />}
      />
      {search.user && <UserSheet id={search.user} onClose={() => open(undefined)} onDialog={setDialog} />}
      {dialog?.kind === 'SUSPEND' && <SuspendDialog user={dialog.user} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'DELETE' && <DeleteDialog user={dialog.user} onClose={() => setDialog(undefined)} />}
    </Page>
  )
}

function useColumns(): Column<UserRowFragment, UsersSort>[] {
  const { t } = useTranslation(['users', 'translation'])
  return [
    { key: 'name', title: t('name'), sort: 'DISPLAY_NAME', cell: (user) => <Person user={user} /> },
    { key: 'organization', title: t('organization'), from: 'lg', cell: (user) => user.organization?.name },
    { key: 'role', title: t('role'), sort: 'ROLE', from: 'md', cell: (user) => <Roles user={user} /> },
    { key: 'status', title: t('status'), sort: 'STATUS', from: 'sm', cell: (user) => <Status status={user.status} /> },
    {
      key: 'lastLogin',
      title: t('lastLogin'),
      sort: 'LAST_LOGIN_AT',
      from: 'xl',
      className: 'whitespace-nowrap',
      cell: (user) => <Ago at={user.lastLoginAt} never={t('never')} />,
    },
  ]
}

type State = NonNullable<UsersSearch['status']>

/** The numbers of everything, which filter the list by state. */
function Cards({ search, onPick }: { search: UsersSearch; onPick: (status: State | undefined) => void }) {
  const { t } = useTranslation(['users', 'translation'])
  const { q, ...others } = search
  const variables = { search: q ?? null, where: whereOf({ ...others, status: undefined }, new Date()) }
  const { data } = useQuery({ queryKey: ['users', 'stats', variables], queryFn: () => gql(UserStatsDocument, variables), placeholderData: keepPreviousData })
  const counts = data?.userStats
  return (
    <StatCards
      cards={[
        { key: 'ALL', title: t('cards.total'), value: counts?.total },
        { key: 'ACTIVE', title: t('cards.active'), value: counts?.active },
        { key: 'PENDING', title: t('cards.pending'), value: counts?.pending },
        { key: 'SUSPENDED', title: t('cards.suspended'), value: counts?.suspended },
      ]}
      picked={search.status ?? 'ALL'}
      onPick={(key) => onPick(key === 'ALL' ? undefined : key)}
    />
  )
}
