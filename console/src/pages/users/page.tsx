import './words'
import { PageFieldsFragmentDoc, readFragment, UserChangedDocument, UserRowFragmentDoc, UsersRowsDocument, UserStatsDocument, type UserRowFragment } from '@contract'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { RefreshCw, Users } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { gql } from '@/api/gql'
import { useLive } from '@/api/live'
import { JobProgress } from '@/app/job'
import { firstPage } from '@/app/search'
import { Views } from '@/app/views'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { pageOf } from '@/ui/pager'
import { StatCards } from '@/ui/stat-cards'
import { RowMenu, useUserAction, type UserDialog } from './actions'
import { BulkBar, useBulkActions, type Selection } from './bulk'
import { useColumns } from './columns'
import { UserDialogs } from './dialogs'
import { Filters } from './filters'
import { useManyOrganizations } from './many'
import { OpeningButtons, Openings, useMayInvite } from './openings'
import { filtered, sortingOf, unfiltered, usersSearch, viewOf, whereOf, type UsersSearch, type UsersSort } from './search'
import { UserSheet } from './sheet'

const route = getRouteApi('/inside/users')
const nobody: Selection = { kind: 'rows', rows: new Map() }
const idOf = (user: UserRowFragment) => user.id
const nameOf = (user: UserRowFragment) => user.displayName

export function UsersPage() {
  const { t, i18n } = useTranslation(['users', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const client = useQueryClient()
  const [dialog, setDialog] = useState<UserDialog>()
  const [selection, setSelection] = useState(nobody)
  const where = useMemo(() => whereOf(search, new Date()), [search])
  const sorting = sortingOf(search)
  const matching = { search: search.q ?? null, where }
  const many = useManyOrganizations()
  const bulk = useBulkActions()

  const variables = { ...pageOf(search), ...matching, orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['users', 'page', variables],
    queryFn: () => gql(UsersRowsDocument, variables),
    placeholderData: keepPreviousData,
  })
  const { counts, total } = useCounts(search)
  const refresh = () => void client.invalidateQueries({ queryKey: ['users'] })
  useLive(UserChangedDocument, {}, refresh, refresh)

  const go = (next: Partial<UsersSearch>, replace = false) => void navigate({ search: (old) => ({ ...old, ...next }), replace })
  /** Another filter or order begins at the first page, and what was chosen under the old one is let go. */
  const change = (next: Partial<UsersSearch>) => {
    setSelection(nobody)
    go({ ...firstPage, ...next }, 'q' in next)
  }
  const users = list.data?.users
  const rows = readFragment(UserRowFragmentDoc, users?.nodes) ?? undefined
  const chosen = useMemo(
    () => (selection.kind === 'all' ? new Set(rows?.map((user) => user.id)) : new Set(selection.rows.keys())),
    [selection, rows],
  )
  const choose = (ids: ReadonlySet<string>) => {
    const known = new Map([...(selection.kind === 'rows' ? selection.rows : []), ...(rows ?? []).map((user) => [user.id, user] as const)])
    setSelection({ kind: 'rows', rows: new Map([...ids].flatMap((id) => (known.has(id) ? [[id, known.get(id)!] as const] : []))) })
  }
  const { columns, chooser } = useColumns(many)
  const act = useUserAction(setDialog)
  const actions = useCallback(
    (user: UserRowFragment) => <RowMenu user={user} onOpen={(id) => void navigate({ search: (old) => ({ ...old, user: id }) })} onAction={act} />,
    [navigate, act],
  )
  const invites = useMayInvite()
  return (
    <Page title={t('title')} actions={<OpeningButtons onOpen={(open) => go({ open })} />}>
      {search.job && <JobProgress id={search.job} onClose={() => go({ job: undefined })} />}
      <Cards counts={counts} picked={search.status} onPick={(status) => change({ status })} />
      <Filters search={search} onChange={change} many={many} />
      <div className="-mb-2 flex flex-wrap items-center justify-end gap-2">
        <Button look="quiet" size="sm" onClick={refresh}>
          <RefreshCw aria-hidden className={cn(list.isFetching && 'animate-spin')} />
          {list.dataUpdatedAt > 0 ? t('asOf', { time: new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' }).format(list.dataUpdatedAt) }) : t('refresh')}
        </Button>
        <Views room="users" search={viewOf(search)} onPick={(view) => void navigate({ search: v.parse(usersSearch, view) })} />
        {chooser}
      </div>
      <List<UserRowFragment, UsersSort>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, users?.pageInfo)}
        total={total}
        position={search}
        onMove={(position) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...position }) as UsersSearch })}
        filtered={filtered(search)}
        onClear={() => change(unfiltered)}
        none={
          <Notice icon={Users} title={t('none')} action={invites && <Button look="primary" onClick={() => go({ open: 'invite' })}>{t('invite')}</Button>}>
            {invites ? t('noneText') : undefined}
          </Notice>
        }
        label={t('title')}
        columns={columns}
        idOf={idOf}
        nameOf={nameOf}
        sorting={sorting}
        onSort={({ field, direction }) => change({ sort: field, dir: direction })}
        onOpen={(user) => go({ user: user.id })}
        {...(bulk.length > 0 && { chosen, onChoose: choose })}
        actions={actions}
      />
      {chosen.size > 0 && (
        <BulkBar
          selection={selection}
          total={total}
          matching={matching}
          onAll={() => total !== undefined && setSelection({ kind: 'all', count: total })}
          onClear={() => setSelection(nobody)}
          onJob={(job) => go({ job })}
        />
      )}
      {search.user && (
        <UserSheet
          id={search.user}
          tab={search.tab ?? 'profile'}
          neighbours={rows?.map((user) => user.id) ?? []}
          onMove={(user) => go({ user }, true)}
          onTab={(tab) => go({ tab: tab === 'profile' ? undefined : tab }, true)}
          onClose={() => go({ user: undefined, tab: undefined })}
          onDialog={setDialog}
        />
      )}
      {dialog && (
        <UserDialogs key={`${dialog.kind}${dialog.user.id}`} dialog={dialog} onClose={() => setDialog((now) => (now === dialog ? undefined : now))} />
      )}
      <Openings
        open={search.open}
        many={many}
        list={{ ...matching, orderBy: [sorting] }}
        total={total}
        onOpen={(open) => go({ open })}
        onJob={(job) => go({ open: undefined, job })}
        onMade={(user) => go({ open: undefined, user })}
      />
    </Page>
  )
}

type State = NonNullable<UsersSearch['status']>

/** How many there are of each state, and how many the list has: counted apart from its rows, which need not wait for it. */
function useCounts(search: UsersSearch) {
  const { q, status, ...others } = search
  const variables = { search: q ?? null, where: whereOf({ ...others, status: undefined }, new Date()) }
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['users', 'stats', variables],
    queryFn: () => gql(UserStatsDocument, variables),
    placeholderData: keepPreviousData,
  })
  const counts = data?.userStats
  const byState = counts && { ALL: counts.total, ACTIVE: counts.active, PENDING: counts.pending, SUSPENDED: counts.suspended }
  return { counts: byState, total: isPlaceholderData ? undefined : byState?.[status ?? 'ALL'] }
}

interface CardsProps {
  counts: ReturnType<typeof useCounts>['counts']
  picked: State | undefined
  onPick: (status: State | undefined) => void
}

/** The numbers of everything, which filter the list by state. */
function Cards({ counts, picked, onPick }: CardsProps) {
  const { t } = useTranslation(['users', 'translation'])
  return (
    <StatCards
      cards={[
        { key: 'ALL', title: t('cards.total'), value: counts?.ALL },
        { key: 'ACTIVE', title: t('cards.active'), value: counts?.ACTIVE },
        { key: 'PENDING', title: t('cards.pending'), value: counts?.PENDING },
        { key: 'SUSPENDED', title: t('cards.suspended'), value: counts?.SUSPENDED },
      ]}
      picked={picked ?? 'ALL'}
      onPick={(key) => onPick(key === 'ALL' ? undefined : key)}
    />
  )
}
