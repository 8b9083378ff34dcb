import './words'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { may, useViewer } from '@/app/session'
import { Page } from '@/ui/page'
import { Tabs } from '@/ui/tabs'
import { History } from './history'
import { Kinds } from './kinds'
import { MakeDialog } from './make'
import { Schedules } from './schedules'
import type { ReportsSearch } from './search'

const route = getRouteApi('/inside/reports')

export function ReportsPage() {
  const { t } = useTranslation(['reports', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const viewer = useViewer()
  const change = (next: Partial<ReportsSearch>) => void navigate({ search: (old) => ({ ...old, ...next }), replace: 'q' in next })
  const managed = may(viewer, 'REPORT_MANAGE')
  const tab = search.tab === 'schedules' && !managed ? 'make' : (search.tab ?? 'make')
  return (
    <Page title={t('title')} text={t(tab === 'schedules' ? 'schedules.text' : 'text')}>
      <Tabs
        label={t('tabs.label')}
        value={tab}
        tabs={(managed ? (['make', 'made', 'schedules'] as const) : (['make', 'made'] as const)).map((key) => ({ key, title: t(`tabs.${key}`) }))}
        onChange={(next) => void navigate({ search: { tab: next === 'make' ? undefined : next } })}
      >
        {tab === 'make' && <Kinds onMake={(make) => change({ make })} />}
        {tab === 'made' && <History onMake={() => void navigate({ search: {} })} />}
        {tab === 'schedules' && <Schedules search={search} onSearch={change} />}
      </Tabs>
      {search.make && <MakeDialog key={search.make} kind={search.make} onClose={() => change({ make: undefined })} onAll={() => void navigate({ search: { tab: 'made' } })} />}
    </Page>
  )
}
