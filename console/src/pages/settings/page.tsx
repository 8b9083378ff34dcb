import '@/pages/organizations/words'
import '@/pages/organizations/detail/words'
import './words'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { DeadMails } from '@/pages/mail/list'
import { Consent, TwoFactor } from '@/pages/organizations/detail/access'
import { Features } from '@/pages/organizations/detail/features'
import { Company } from '@/pages/organizations/detail/overview'
import type { PartProps } from '@/pages/organizations/detail/page'
import { useOrganization } from '@/pages/organizations/detail/read'
import { Failure } from '@/ui/notice'
import { Page } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { Tabs } from '@/ui/tabs'
import type { SettingsSearch } from './search'
import { Sender } from './sender'

const route = getRouteApi('/inside/settings')

/** What the own organization asks of its people, says of itself, and may use. */
export function SettingsPage() {
  const { t } = useTranslation(['settings', 'translation'])
  const viewer = useViewer()
  const id = viewer.organization?.id ?? ''
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { whole, failure, retry } = useOrganization(id)
  if (failure) {
    return (
      <Page title={t('title')}>
        <Failure error={failure} retry={retry} />
      </Page>
    )
  }
  if (!whole) {
    return (
      <Page title={t('title')}>
        <Skeleton className="h-96 w-full rounded-2xl" />
      </Page>
    )
  }
  const { detail, row } = whole
  const tabs = [
    ...(may(viewer, 'ORGANIZATION_READ') ? (['company'] as const) : []),
    'access' as const,
    ...(row.seats ? (['features'] as const) : []),
    ...(may(viewer, 'BRANDING_READ') && row.kind === 'RESELLER' ? (['sender'] as const) : []),
    ...(may(viewer, 'MAIL_READ') ? (['mails'] as const) : []),
  ]
  // A part that is not for this viewer leads to the first that is.
  const tab = tabs.find((one) => one === search.tab) ?? tabs[0] ?? 'access'
  const change = (next: Partial<SettingsSearch>) => void navigate({ search: (old) => ({ ...old, ...next }) })
  const part: PartProps = { ...whole, search: { edit: search.edit }, change: ({ edit }) => change({ edit }), onDialog: () => undefined }
  return (
    <Page title={t('title')} text={t('text', { name: row.name })}>
      <Tabs
        label={t('title')}
        value={tab}
        tabs={tabs.map((key) => ({ key, title: t(`tabs.${key}`) }))}
        onChange={(next) => void navigate({ search: { tab: next } })}
      >
        {tab === 'company' && <Company {...part} />}
        {tab === 'access' && (
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <TwoFactor {...part} />
            {row.kind !== 'RESELLER' && detail.loginAsConsent && <Consent {...part} />}
          </div>
        )}
        {tab === 'features' && <Features {...part} />}
        {tab === 'sender' && <Sender />}
        {tab === 'mails' && <DeadMails position={search} onMove={(position) => change({ ...firstPage, ...position } as Partial<SettingsSearch>)} />}
      </Tabs>
    </Page>
  )
}
