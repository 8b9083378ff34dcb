import './words'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { firstPage } from '@/app/search'
import { may, useViewer, type Viewer } from '@/app/session'
import { Page } from '@/ui/page'
import { Tabs } from '@/ui/tabs'
import { Accounts } from './accounts'
import { Invoices } from './invoices'
import { Own } from './own'
import { Plans } from './plans'
import { tabs, type BillingSearch, type Tab } from './search'
import { Subscriptions } from './subscriptions'

const route = getRouteApi('/inside/billing')

/** The parts this person may see: staff those of all customers, a customer's people their own. */
function partsOf(viewer: Viewer): Tab[] {
  const staff = viewer.organization?.kind === 'RESELLER'
  const open: Record<Tab, boolean> = {
    own: !staff && may(viewer, 'MODULE_PRICING_ACCESS', 'MODULE_PAYMENT_ACCESS', 'SUBSCRIPTION_READ', 'BILLING_READ'),
    subscriptions: staff && may(viewer, 'SUBSCRIPTION_READ'),
    invoices: may(viewer, 'BILLING_READ', 'MODULE_PAYMENT_ACCESS'),
    plans: staff && may(viewer, 'SUBSCRIPTION_READ'),
    accounts: staff && may(viewer, 'BILLING_READ'),
  }
  return tabs.filter((one) => open[one])
}

export function BillingPage() {
  const { t } = useTranslation(['billing', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const viewer = useViewer()
  const parts = partsOf(viewer)
  const tab = search.tab && parts.includes(search.tab) ? search.tab : (parts[0] ?? 'invoices')
  // What is open beside the list does not move it; anything else begins at its first page.
  const change = (next: Partial<BillingSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...('open' in next && Object.keys(next).length === 1 ? {} : firstPage), ...next }), replace: 'q' in next })
  const part = { search, onSearch: change }
  return (
    <Page title={t(viewer.organization?.kind === 'RESELLER' ? 'title' : 'titleOwn')}>
      <Tabs label={t('tabs.label')} value={tab} tabs={parts.map((key) => ({ key, title: t(`tabs.${key}`) }))} onChange={(next) => void navigate({ search: { tab: next } })}>
        {tab === 'own' && <Own />}
        {tab === 'subscriptions' && <Subscriptions {...part} />}
        {tab === 'invoices' && <Invoices {...part} />}
        {tab === 'plans' && <Plans {...part} />}
        {tab === 'accounts' && <Accounts {...part} />}
      </Tabs>
    </Page>
  )
}
