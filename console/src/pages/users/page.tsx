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
import { SearchX, UserPlus, Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useLive } from '@/api/live'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Failure, Notice } from '@/ui/notice'
import { Pager, pageOf } from '@/ui/pager'
import { Table, type Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import { RowMenu, type UserDialog } from './actions'
import { Person, Roles, Status } from './cells'
import { DeleteDialog, SuspendDialog } from './dialogs'
import { Filters } from './filters'
import { filtered, sortingOf, whereOf, type UsersSearch, type UsersSort } from './search'
import { UserSheet } from './sheet'

const route = getRouteApi('/inside/users')

export function UsersPage() {
  const { t } = useTranslation()
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
    void navigate({ search: (old) => ({ ...old, after: undefined, before: undefined, page: undefined, ...next }), replace: 'q' in next })
  const open = (id: string | undefined) => void navigate({ search: (old) => ({ ...old, user: id }) })

  const columns = useColumns()
  const users = list.data?.users
  const rows = readFragment(UserRowFragmentDoc, users?.nodes) ?? undefined
  return (
    <div className="mx-auto flex max-w-7xl flex-col gap-5">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="grow text-2xl font-semibold">{t('users.title')}</h1>
        <Button look="primary" disabled>
          <UserPlus aria-hidden />
          {t('users.invite')}
        </Button>
      </header>
      <Cards search={search} onPick={(status) => change({ status })} />
      <Filters search={search} onChange={change} />
      <section className="overflow-hidden rounded-2xl border border-line bg-card">
        {list.isError && !users ? (
          <Failure error={list.error} retry={() => void list.refetch()} />
        ) : rows?.length === 0 ? (
          filtered(search) ? (
            <Notice
              icon={SearchX}
              title={t('users.noMatch')}
              action={<Button onClick={() => change({ q: undefined, status: undefined, staff: undefined, factor: undefined, seen: undefined })}>{t('users.clear')}</Button>}
            >
              {t('users.noMatchText')}
            </Notice>
          ) : (
            <Notice icon={Users} title={t('users.none')}>
              {t('users.noneText')}
            </Notice>
          )
        ) : (
          <>
            <Table<UserRowFragment, UsersSort>
              label={t('users.title')}
              columns={columns}
              rows={rows}
              idOf={(user) => user.id}
              nameOf={(user) => user.displayName}
              sorting={sorting}
              onSort={({ field, direction }) => change({ sort: field, dir: direction })}
              onOpen={(user) => open(user.id)}
              stale={list.isPlaceholderData}
              actions={(user) => <RowMenu user={user} onOpen={open} onDialog={setDialog} />}
            />
            <Pager
              position={search}
              info={readFragment(PageFieldsFragmentDoc, users?.pageInfo)}
              shown={rows?.length ?? 0}
              total={users?.totalCount}
              onMove={(position) => void navigate({ search: (old) => ({ ...old, after: undefined, before: undefined, page: undefined, ...position }) as UsersSearch })}
            />
          </>
        )}
      </section>
      {search.user && <UserSheet id={search.user} onClose={() => open(undefined)} onDialog={setDialog} />}
      {dialog?.kind === 'SUSPEND' && <SuspendDialog user={dialog.user} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'DELETE' && <DeleteDialog user={dialog.user} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

function useColumns(): Column<UserRowFragment, UsersSort>[] {
  const { t } = useTranslation()
  return [
    { key: 'name', title: t('users.name'), sort: 'DISPLAY_NAME', cell: (user) => <Person user={user} /> },
    { key: 'organization', title: t('users.organization'), from: 'lg', cell: (user) => user.organization?.name },
    { key: 'role', title: t('users.role'), sort: 'ROLE', from: 'md', cell: (user) => <Roles user={user} /> },
    { key: 'status', title: t('users.status'), sort: 'STATUS', from: 'sm', cell: (user) => <Status status={user.status} /> },
    {
      key: 'lastLogin',
      title: t('users.lastLogin'),
      sort: 'LAST_LOGIN_AT',
      from: 'xl',
      className: 'whitespace-nowrap',
      cell: (user) => <Ago at={user.lastLoginAt} never={t('users.never')} />,
    },
  ]
}

type State = NonNullable<UsersSearch['status']>

/** The numbers of everything, which filter the list by state. */
function Cards({ search, onPick }: { search: UsersSearch; onPick: (status: State | undefined) => void }) {
  const { t, i18n } = useTranslation()
  const { q, ...others } = search
  const variables = { search: q ?? null, where: whereOf({ ...others, status: undefined }, new Date()) }
  const { data } = useQuery({ queryKey: ['users', 'stats', variables], queryFn: () => gql(UserStatsDocument, variables), placeholderData: keepPreviousData })
  const number = new Intl.NumberFormat(i18n.language)
  const cards = [
    [undefined, 'total'],
    ['ACTIVE', 'active'],
    ['PENDING', 'pending'],
    ['SUSPENDED', 'suspended'],
  ] as const
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {cards.map(([status, key]) => (
        <button
          key={key}
          type="button"
          aria-pressed={search.status === status}
          onClick={() => onPick(status)}
          className={cn(
            'rounded-2xl border border-line bg-card px-4 py-3 text-left transition-colors hover:border-edge',
            search.status === status && 'border-primary ring-1 ring-primary',
          )}
        >
          <span className="block text-xs text-soft">{t(`users.cards.${key}`)}</span>
          <span className="mt-0.5 block text-2xl font-semibold tabular-nums">{data?.userStats ? number.format(data.userStats[key]) : '…'}</span>
        </button>
      ))}
    </div>
  )
}
