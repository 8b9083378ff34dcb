import './words'
import { CustomModelRowFragmentDoc, CustomModelsPageDocument, PageFieldsFragmentDoc, readFragment, type CustomModelRowFragment, type CustomModelStatus } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Plus, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { Badge, type Tone } from '@/ui/badge'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { pageOf } from '@/ui/pager'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import { ModelDialogs, ModelMenu, type ModelDialog } from './actions'
import { Filters } from './filters'
import { filtered, sortingOf, unfiltered, whereOf, type ModelsSearch, type ModelsSort } from './search'

const route = getRouteApi('/inside/models')

export function ModelsPage() {
  const { t } = useTranslation(['models', 'translation'])
  const viewer = useViewer()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [dialog, setDialog] = useState<ModelDialog>()
  const sorting = sortingOf(search)
  const variables = { ...pageOf(search), search: search.q ?? null, where: whereOf(search), orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['models', variables],
    queryFn: () => gql(CustomModelsPageDocument, variables),
    placeholderData: keepPreviousData,
  })
  const page = list.data?.customModels
  const change = (next: Partial<ModelsSearch>) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...next }), replace: 'q' in next })
  const columns = useColumns()
  const create = may(viewer, 'CUSTOM_MODEL_MANAGE') && (
    <Button look="primary" onClick={() => setDialog({ kind: 'CREATE' })}>
      <Plus aria-hidden />
      {t('create')}
    </Button>
  )
  return (
    <Page title={t('title')} text={t('text')} actions={create}>
      <Filters search={search} onChange={change} />
      <List<CustomModelRowFragment, ModelsSort>
        query={list}
        rows={readFragment(CustomModelRowFragmentDoc, page?.nodes)}
        info={readFragment(PageFieldsFragmentDoc, page?.pageInfo)}
        total={page?.totalCount}
        position={search}
        onMove={(position) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...position }) as ModelsSearch })}
        filtered={filtered(search)}
        onClear={() => change(unfiltered)}
        none={
          <Notice icon={Sparkles} title={t('none')} action={create}>
            {t('noneText')}
          </Notice>
        }
        label={t('title')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        sorting={sorting}
        onSort={({ field, direction }) => change({ sort: field, dir: direction })}
        actions={(one) => one.viewerActions.length > 0 && <ModelMenu model={one} onDialog={setDialog} />}
      />
      <ModelDialogs dialog={dialog} onDialog={setDialog} />
    </Page>
  )
}

const tones: Record<CustomModelStatus, Tone> = { DRAFT: 'warn', ACTIVE: 'good', RETIRED: 'plain' }

function useColumns(): Column<CustomModelRowFragment, ModelsSort>[] {
  const { t } = useTranslation(['models', 'translation'])
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'NAME',
      cell: (one) => (
        <>
          <span className="block font-medium">
            {one.name} <code className="ml-1 font-mono text-xs font-normal text-soft">{one.key}</code>
          </span>
          <span className="block text-xs text-soft lg:hidden">{one.organization?.name}</span>
          {one.description && <span className="line-clamp-2 max-w-md text-xs text-soft">{one.description}</span>}
        </>
      ),
    },
    { key: 'organization', title: t('organization'), from: 'lg', cell: (one) => one.organization?.name },
    { key: 'task', title: t('task'), from: 'md', cell: (one) => t(`tasks.${one.task}`) },
    { key: 'base', title: t('base'), from: 'xl', cell: (one) => one.baseModel ?? <span className="text-soft">–</span> },
    {
      key: 'state',
      title: t('state'),
      cell: (one) => (
        <Badge dot tone={tones[one.status]}>
          {t(`states.${one.status}`)}
        </Badge>
      ),
    },
    { key: 'created', title: t('added'), sort: 'CREATED_AT', from: 'xl', className: 'whitespace-nowrap', cell: (one) => <Ago at={one.createdAt} /> },
  ]
}
