import './words'
import { PageFieldsFragmentDoc, readFragment, ServiceIncidentRowFragmentDoc, ServiceIncidentsPageDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Megaphone, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Failure } from '@/ui/notice'
import { Page } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { Tabs } from '@/ui/tabs'
import { Banner, Lasting } from './current'
import { StatusDialogs, type StatusDialog } from './dialogs'
import { History } from './history'
import { IncidentSheet } from './incident'
import { Releases } from './releases'
import { Subscription } from './subscription'

const route = getRouteApi('/inside/status')

/** How the platform is: what lasts first, then what was and what is new. */
export function StatusPage() {
  const { t } = useTranslation(['status', 'translation'])
  const viewer = useViewer()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [dialog, setDialog] = useState<StatusDialog>()
  const current = useQuery({
    queryKey: ['status', 'current'],
    queryFn: () => gql(ServiceIncidentsPageDocument, { first: 50, where: { status: { notIn: ['RESOLVED'] } }, orderBy: [{ field: 'STARTED_AT', direction: 'DESC' }] }),
    refetchInterval: 60_000,
  })
  const lasting = readFragment(ServiceIncidentRowFragmentDoc, current.data?.serviceIncidents?.nodes)
  const more = readFragment(PageFieldsFragmentDoc, current.data?.serviceIncidents?.pageInfo)?.hasNextPage
  const tab = search.tab ?? 'history'
  const open = (incident: string | undefined) => void navigate({ search: (old) => ({ ...old, incident }) })
  return (
    <Page
      title={t('title')}
      text={t('text')}
      actions={
        may(viewer, 'SERVICE_STATUS_MANAGE') && (
          <>
            <Button onClick={() => setDialog({ kind: 'PUBLISH' })}>
              <Megaphone aria-hidden />
              {t('release.publish')}
            </Button>
            <Button look="primary" onClick={() => setDialog({ kind: 'OPEN' })}>
              <TriangleAlert aria-hidden />
              {t('incident.open')}
            </Button>
          </>
        )
      }
    >
      {current.isError && !lasting ? (
        <Failure error={current.error} retry={() => void current.refetch()} />
      ) : lasting ? (
        <>
          <Banner incidents={lasting} />
          {lasting.length > 0 && <Lasting incidents={lasting} more={!!more} onOpen={open} onDialog={setDialog} />}
        </>
      ) : (
        <Skeleton className="h-20 w-full rounded-2xl" />
      )}
      {may(viewer, 'SERVICE_STATUS_SUBSCRIBE') && <Subscription />}
      <Tabs
        label={t('title')}
        value={tab}
        tabs={[
          { key: 'history', title: t('tabs.history') },
          { key: 'releases', title: t('tabs.releases') },
        ]}
        onChange={(next) => void navigate({ search: (old) => ({ ...old, ...firstPage, severity: undefined, tab: next === 'history' ? undefined : next }) })}
      >
        {tab === 'history' ? <History onOpen={open} onDialog={setDialog} /> : <Releases onDialog={setDialog} />}
      </Tabs>
      {search.incident && <IncidentSheet id={search.incident} onClose={() => open(undefined)} onDialog={setDialog} />}
      <StatusDialogs dialog={dialog} onDialog={setDialog} onDeleted={() => open(undefined)} />
    </Page>
  )
}
