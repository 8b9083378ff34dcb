import './words'
import { PageFieldsFragmentDoc, readFragment, WebhookEndpointRowFragmentDoc, WebhookEndpointsPageDocument, type WebhookEndpointRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Plus, Webhook } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { pageOf } from '@/ui/pager'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import { EndpointDialogs, EndpointMenu, type EndpointDialog } from './actions'
import { Filters } from './filters'
import { filtered, sortingOf, unfiltered, whereOf, type WebhooksSearch, type WebhooksSort } from './search'
import { EndpointSheet } from './sheet'

const route = getRouteApi('/inside/webhooks')

export function WebhooksPage() {
  const { t } = useTranslation(['webhooks', 'translation'])
  const viewer = useViewer()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [dialog, setDialog] = useState<EndpointDialog>()
  const sorting = sortingOf(search)
  const variables = { ...pageOf(search), search: search.q ?? null, where: whereOf(search), orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['webhooks', variables],
    queryFn: () => gql(WebhookEndpointsPageDocument, variables),
    placeholderData: keepPreviousData,
  })
  const page = list.data?.webhookEndpoints
  const change = (next: Partial<WebhooksSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...firstPage, ...next }), replace: 'q' in next })
  const open = (endpoint: string | undefined) => void navigate({ search: (old) => ({ ...old, endpoint }) })
  const columns = useColumns()
  const create = may(viewer, 'WEBHOOK_MANAGE') && (
    <Button look="primary" onClick={() => setDialog({ kind: 'CREATE' })}>
      <Plus aria-hidden />
      {t('create')}
    </Button>
  )
  return (
    <Page title={t('title')} text={t('text')} actions={create}>
      <Filters search={search} onChange={change} />
      <List<WebhookEndpointRowFragment, WebhooksSort>
        query={list}
        rows={readFragment(WebhookEndpointRowFragmentDoc, page?.nodes)}
        info={readFragment(PageFieldsFragmentDoc, page?.pageInfo)}
        total={page?.totalCount}
        position={search}
        onMove={(position) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...position }) as WebhooksSearch })}
        filtered={filtered(search)}
        onClear={() => change(unfiltered)}
        none={
          <Notice icon={Webhook} title={t('none')} action={create}>
            {t('noneText')}
          </Notice>
        }
        label={t('title')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        sorting={sorting}
        onSort={({ field, direction }) => change({ sort: field, dir: direction })}
        onOpen={(one) => open(one.id)}
        actions={(one) => one.viewerActions.length > 0 && <EndpointMenu endpoint={one} onDialog={setDialog} />}
      />
      {search.endpoint && <EndpointSheet id={search.endpoint} onClose={() => open(undefined)} onDialog={setDialog} />}
      <EndpointDialogs dialog={dialog} onDialog={setDialog} onDeleted={() => open(undefined)} />
    </Page>
  )
}

function useColumns(): Column<WebhookEndpointRowFragment, WebhooksSort>[] {
  const { t } = useTranslation(['webhooks', 'translation'])
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'NAME',
      cell: (one) => (
        <>
          <span className="block font-medium">{one.name}</span>
          <span className="block font-mono text-xs break-all text-soft">{one.url}</span>
          <span className="block text-xs text-soft lg:hidden">{one.organization?.name}</span>
        </>
      ),
    },
    { key: 'organization', title: t('organization'), from: 'lg', cell: (one) => one.organization?.name },
    { key: 'events', title: t('events'), from: 'md', className: 'whitespace-nowrap', cell: (one) => t('eventCount', { count: one.events.length }) },
    {
      key: 'state',
      title: t('state'),
      cell: (one) => (
        <Badge dot tone={one.active ? 'good' : 'plain'}>
          {t(one.active ? 'on' : 'off')}
        </Badge>
      ),
    },
    { key: 'created', title: t('added'), sort: 'CREATED_AT', from: 'xl', className: 'whitespace-nowrap', cell: (one) => <Ago at={one.createdAt} /> },
  ]
}
