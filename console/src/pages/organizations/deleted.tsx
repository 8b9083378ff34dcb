import { OrganizationRowFragmentDoc, OrganizationsDeletedDocument, PageFieldsFragmentDoc, readFragment, type OrganizationDeletedOrderField, type OrganizationRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Archive, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { SearchField } from '@/ui/search-field'
import { Ago } from '@/ui/time'
import { Named } from './cells'
import { useRestore } from './dialogs'
import type { ShownProps } from './page'
import { closedSortingOf, type OrganizationsSearch } from './search'

/** Organizations that were deleted and can still be brought back. */
export function Deleted({ search, change }: ShownProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  const restore = useRestore()
  const sorting = closedSortingOf(search)
  const variables = { ...pageOf(search), search: search.q ?? null, orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['organizations', 'deleted', variables],
    queryFn: () => gql(OrganizationsDeletedDocument, variables),
    placeholderData: keepPreviousData,
  })
  const closed = list.data?.organizationsDeleted
  const rows = closed?.nodes.map((one) => ({ ...one, ...readFragment(OrganizationRowFragmentDoc, one) }))
  return (
    <div className="flex flex-col gap-5">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
      <List<OrganizationRowFragment & { deletedAt: string | null; purgeAt: string | null }, OrganizationDeletedOrderField>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, closed?.pageInfo)}
        total={closed?.totalCount}
        position={search}
        onMove={(position) => change(position as Partial<OrganizationsSearch>)}
        filtered={!!search.q}
        onClear={() => change({ q: undefined })}
        none={
          <Notice icon={Archive} title={t('noneClosed')}>
            {t('noneClosedText')}
          </Notice>
        }
        label={t('views.deleted')}
        columns={[
          { key: 'name', title: t('name'), sort: 'NAME', cell: (one) => <Named organization={one} /> },
          { key: 'closed', title: t('closed'), sort: 'DELETED_AT', from: 'sm', cell: (one) => <Ago at={one.deletedAt} /> },
          { key: 'purge', title: t('purge'), from: 'md', cell: (one) => <Ago at={one.purgeAt} /> },
        ]}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        sorting={sorting}
        onSort={({ field, direction }) => change({ sort: field === 'NAME' ? 'NAME' : undefined, dir: direction })}
        actions={(one) =>
          one.viewerActions.includes('RESTORE') && (
            <Button size="sm" onClick={() => restore(one)}>
              <RotateCcw aria-hidden />
              {t('action.RESTORE')}
            </Button>
          )
        }
      />
    </div>
  )
}
