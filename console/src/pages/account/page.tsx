import './words'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { firstPage } from '@/app/search'
import { useViewer } from '@/app/session'
import { Page } from '@/ui/page'
import type { Position } from '@/ui/pager'
import { Tabs } from '@/ui/tabs'
import { Activity } from './activity'
import { ProfileTab } from './profile'
import type { AccountTab } from './search'
import { Security } from './security'
import { Sessions } from './sessions'

const route = getRouteApi('/inside/account')

const tabs = ['profile', 'security', 'sessions', 'activity'] as const

/** One's own account, whatever one's role. */
export function AccountPage() {
  const { t } = useTranslation(['account', 'translation'])
  const { user } = useViewer()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const tab: AccountTab = search.tab ?? 'profile'
  const move = (position: Position) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...position }) as typeof search })
  return (
    <Page title={t('title')} text={`${user.displayName} · ${user.email}`}>
      <Tabs
        label={t('title')}
        value={tab}
        onChange={(next) => void navigate({ search: { tab: next === 'profile' ? undefined : next } })}
        tabs={tabs.map((key) => ({ key, title: t(`tabs.${key}`) }))}
      >
        {tab === 'profile' && <ProfileTab />}
        {tab === 'security' && <Security />}
        {tab === 'sessions' && <Sessions position={search} onMove={move} />}
        {tab === 'activity' && <Activity position={search} onMove={move} />}
      </Tabs>
    </Page>
  )
}
