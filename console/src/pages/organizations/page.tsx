import './words'
import { OrganizationRowFragmentDoc, OrganizationsPageDocument, OrganizationStatsDocument, PageFieldsFragmentDoc, readFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Building2, Plus } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { gql } from '@/api/gql'
import { JobProgress } from '@/app/job'
import { useKept } from '@/app/kept'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { Views } from '@/app/views'
import { buttonLook } from '@/ui/button'
import { ColumnChooser } from '@/ui/column-chooser'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { pageOf } from '@/ui/pager'
import { StatCards } from '@/ui/stat-cards'
import { Tabs } from '@/ui/tabs'
import { RowMenu, type OrganizationDialog } from './actions'
import { useColumns, type Row } from './columns'
import { Deleted } from './deleted'
import { OpenDialog } from './dialogs'
import { ExportMenu } from './export'
import { Filters } from './filters'
import { useOrganizationsLive } from './live'
import { filtered, sortingOf, unfiltered, whereOf, type OrganizationsSearch, type OrganizationsSort } from './search'
import { Tree } from './tree'

const route = getRouteApi('/inside/organizations')

export function OrganizationsPage() {
  const { t } = useTranslation(['organizations', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const viewer = useViewer()
  const [dialog, setDialog] = useState<OrganizationDialog>()
  const view = search.view ?? 'list'
  useOrganizationsLive()

  const change = (next: Partial<OrganizationsSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...firstPage, ...next }), replace: 'q' in next })
  const follow = (job: string | undefined) => void navigate({ search: (old) => ({ ...old, job }) })
  const views = [
    { key: 'list' as const, title: t('views.list') },
    { key: 'tree' as const, title: t('views.tree') },
    ...(may(viewer, 'ORGANIZATION_DELETE') ? [{ key: 'deleted' as const, title: t('views.deleted') }] : []),
  ]
  const shown = { search, change, onDialog: setDialog }
  return (
    <Page title={t('title')} text={t(viewer.organization.kind === 'RESELLER' ? 'text' : 'ownText')} actions={<Actions search={search} onJob={follow} />}>
      {search.job && <JobProgress id={search.job} onClose={() => follow(undefined)} />}
      <Tabs label={t('views.label')} value={view} tabs={views} onChange={(next) => change({ view: next === 'list' ? undefined : next, ...unfiltered })}>
        {view === 'list' && <Listed {...shown} />}
        {view === 'tree' && <Tree {...shown} />}
        {view === 'deleted' && <Deleted {...shown} />}
      </Tabs>
      <OpenDialog dialog={dialog} onClose={() => setDialog(undefined)} />
    </Page>
  )
}

function Actions({ search, onJob }: { search: OrganizationsSearch; onJob: (job: string) => void }) {
  const { t } = useTranslation(['organizations', 'translation'])
  const viewer = useViewer()
  return (
    <>
      {may(viewer, 'ORGANIZATION_EXPORT') && !search.view && <ExportMenu search={search} onJob={onJob} />}
      {may(viewer, 'ORGANIZATION_CREATE') && <NewClient>{t('create')}</NewClient>}
    </>
  )
}

/** Leads to the wizard. */
const NewClient = ({ children }: { children: ReactNode }) => (
  <Link to="/organizations/new" className={buttonLook({ look: 'primary' })}>
    <Plus aria-hidden />
    {children}
  </Link>
)

export interface ShownProps {
  search: OrganizationsSearch
  change: (next: Partial<OrganizationsSearch>) => void
  onDialog: (dialog: OrganizationDialog) => void
}

function Listed({ search, change, onDialog }: ShownProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  const navigate = useNavigate()
  const viewer = useViewer()
  const where = useMemo(() => whereOf(search), [search])
  const sorting = sortingOf(search)
  const variables = { ...pageOf(search), search: search.q ?? null, where, orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['organizations', 'page', variables],
    queryFn: () => gql(OrganizationsPageDocument, variables),
    placeholderData: keepPreviousData,
  })
  const columns = useColumns()
  const [kept, keep] = useKept('columns.organizations', columns.map(({ key }) => key).filter((key) => key !== 'created'), (value) => (v.is(v.array(v.string()), value) ? value : undefined))
  const { after: _after, before: _before, page: _page, job: _job, view: _view, ...lasting } = search
  const organizations = list.data?.organizations
  const rows = organizations?.nodes.map((one) => ({ ...one, ...readFragment(OrganizationRowFragmentDoc, one) }))
  return (
    <div className="flex flex-col gap-5">
      <Cards search={search} onChange={change} />
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 grow basis-80">
          <Filters search={search} onChange={change} />
        </div>
        <div className="flex gap-2">
          <Views room="organizations" search={lasting} onPick={(next) => change({ ...unfiltered, sort: undefined, dir: undefined, ...next })} />
          <ColumnChooser columns={columns} shown={kept} onChange={keep} />
        </div>
      </div>
      <List<Row, OrganizationsSort>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, organizations?.pageInfo)}
        total={organizations?.totalCount}
        position={search}
        onMove={(position) => change(position as Partial<OrganizationsSearch>)}
        filtered={filtered(search)}
        onClear={() => change(unfiltered)}
        none={
          <Notice icon={Building2} title={t('none')} action={may(viewer, 'ORGANIZATION_CREATE') && <NewClient>{t('create')}</NewClient>}>
            {t('noneText')}
          </Notice>
        }
        label={t('title')}
        columns={columns.filter(({ key }, i) => i === 0 || kept.includes(key))}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        sorting={sorting}
        onSort={({ field, direction }) => change({ sort: field, dir: direction })}
        onOpen={({ id }) => void navigate({ to: '/organizations/$id', params: { id } })}
        actions={(one) => <RowMenu organization={one} onDialog={onDialog} />}
      />
    </div>
  )
}

/** The numbers of everything, which filter the list. */
function Cards({ search, onChange }: { search: OrganizationsSearch; onChange: (change: Partial<OrganizationsSearch>) => void }) {
  const { t } = useTranslation(['organizations', 'translation'])
  const variables = { search: search.q ?? null, where: whereOf({ ...search, status: undefined, kind: undefined }) }
  const { data } = useQuery({
    queryKey: ['organizations', 'stats', variables],
    queryFn: () => gql(OrganizationStatsDocument, variables),
    placeholderData: keepPreviousData,
  })
  const counts = data?.organizationStats
  const picked = search.kind && !search.status ? search.kind : search.status === 'SUSPENDED' && !search.kind ? 'SUSPENDED' : search.kind || search.status ? undefined : 'ALL'
  return (
    <StatCards
      cards={[
        { key: 'ALL', title: t('cards.all'), value: counts?.total },
        { key: 'CUSTOMER', title: t('cards.customers'), value: counts?.customers },
        { key: 'SUB_ACCOUNT', title: t('cards.subAccounts'), value: counts?.subAccounts },
        { key: 'SUSPENDED', title: t('cards.suspended'), value: counts?.suspended },
      ]}
      picked={picked}
      onPick={(key) =>
        onChange({ status: key === 'SUSPENDED' ? key : undefined, kind: key === 'CUSTOMER' || key === 'SUB_ACCOUNT' ? key : undefined })
      }
    />
  )
}
