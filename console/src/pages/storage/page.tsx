import './words'
import { PageFieldsFragmentDoc, readFragment, StorageAccountRowFragmentDoc, StorageAccountsPageDocument, type StorageAccountRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { HardDrive, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { pageOf } from '@/ui/pager'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import { AccountDialogs, AccountMenu, type AccountDialog } from './actions'
import { Filters } from './filters'
import { filtered, sortingOf, unfiltered, whereOf, type StorageSearch, type StorageSort } from './search'
import { Usage } from './usage'

const route = getRouteApi('/inside/storage')

export function StoragePage() {
  const { t } = useTranslation(['storage', 'translation'])
  const viewer = useViewer()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [dialog, setDialog] = useState<AccountDialog>()
  const sorting = sortingOf(search)
  const variables = { ...pageOf(search), search: search.q ?? null, where: whereOf(search), orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['storage', variables],
    queryFn: () => gql(StorageAccountsPageDocument, variables),
    placeholderData: keepPreviousData,
  })
  const page = list.data?.storageAccounts
  const change = (next: Partial<StorageSearch>) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...next }), replace: 'q' in next })
  const columns = useColumns()
  const create = may(viewer, 'STORAGE_ACCOUNT_CREATE') && (
    <Button look="primary" onClick={() => setDialog({ kind: 'CREATE' })}>
      <Plus aria-hidden />
      {t('create')}
    </Button>
  )
  return (
    <Page title={t('title')} text={t('text')} actions={create}>
      <Filters search={search} onChange={change} />
      <List<StorageAccountRowFragment, StorageSort>
        query={list}
        rows={readFragment(StorageAccountRowFragmentDoc, page?.nodes)}
        info={readFragment(PageFieldsFragmentDoc, page?.pageInfo)}
        total={page?.totalCount}
        position={search}
        onMove={(position) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...position }) as StorageSearch })}
        filtered={filtered(search)}
        onClear={() => change(unfiltered)}
        none={
          <Notice icon={HardDrive} title={t('none')} action={create}>
            {t('noneText')}
          </Notice>
        }
        label={t('title')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        sorting={sorting}
        onSort={({ field, direction }) => change({ sort: field, dir: direction })}
        actions={(one) => one.viewerActions.length > 0 && <AccountMenu account={one} onDialog={setDialog} />}
      />
      <AccountDialogs dialog={dialog} onDialog={setDialog} />
    </Page>
  )
}

function useColumns(): Column<StorageAccountRowFragment, StorageSort>[] {
  const { t } = useTranslation(['storage', 'translation'])
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'NAME',
      cell: (one) => (
        <>
          <span className="block font-medium">{one.name}</span>
          <span className="block text-xs text-soft">{one.organization?.name}</span>
        </>
      ),
    },
    { key: 'region', title: t('region'), from: 'md', cell: (one) => t(`regions.${one.region}`) },
    { key: 'usage', title: t('used'), sort: 'USED_BYTES', className: 'w-2/5', cell: (one) => <Usage account={one} /> },
    {
      key: 'measured',
      title: t('measured'),
      from: 'lg',
      className: 'whitespace-nowrap',
      cell: (one) => <Ago at={one.measuredAt} never={t('never')} />,
    },
    { key: 'created', title: t('added'), sort: 'CREATED_AT', from: 'xl', className: 'whitespace-nowrap', cell: (one) => <Ago at={one.createdAt} /> },
  ]
}
