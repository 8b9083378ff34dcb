import '@/pages/organizations/words'
import '@/pages/organizations/detail/words'
import './words'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Coins } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import type { OrganizationDialog } from '@/pages/organizations/actions'
import { Credits, type CreditsSearch } from '@/pages/organizations/detail/credits'
import { useOrganization } from '@/pages/organizations/detail/read'
import { OpenDialog } from '@/pages/organizations/dialogs'
import { useOrganizationsLive } from '@/pages/organizations/live'
import { buttonLook } from '@/ui/button'
import { Failure, Notice } from '@/ui/notice'
import { Card, Page } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'

const route = getRouteApi('/inside/credits')

/** The own credits: the pool of a reseller, or what a customer has. */
export function CreditsPage() {
  const { t } = useTranslation(['credits', 'translation'])
  const viewer = useViewer()
  const { id, name, kind } = viewer.organization
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [dialog, setDialog] = useState<OrganizationDialog>()
  useOrganizationsLive(id)
  const { whole, failure, retry } = useOrganization(id)
  if (failure) {
    return (
      <Page title={t('title')}>
        <Failure error={failure} retry={retry} />
      </Page>
    )
  }
  // Work that goes on does not move the statement; anything else begins at its first page.
  const change = (next: Partial<CreditsSearch>) => void navigate({ search: (old) => ({ ...old, ...('job' in next ? {} : firstPage), ...next }) })
  const reads = may(viewer, 'ORGANIZATION_READ', 'SUB_ACCOUNT_READ')
  return (
    <Page
      title={t('title')}
      text={kind === 'SUB_ACCOUNT' ? undefined : t(kind === 'RESELLER' ? 'pool' : 'own', { name })}
      actions={
        kind === 'RESELLER' &&
        reads && (
          <Link to="/organizations" search={{ kind: 'CUSTOMER', sort: 'BALANCE' }} className={buttonLook()}>
            {t('clients')}
          </Link>
        )
      }
    >
      {!whole ? (
        <Skeleton className="h-96 w-full rounded-2xl" />
      ) : whole.detail.creditBalance != null ? (
        <Credits row={whole.row} rights={whole.rights} search={search} change={change} onDialog={setDialog} />
      ) : (
        <Card>
          <Notice
            icon={Coins}
            title={kind === 'SUB_ACCOUNT' && whole.row.parent ? t('shared', { parent: whole.row.parent.name }) : t('closed')}
            action={
              reads && (
                <Link to="/organizations" className={buttonLook()}>
                  {t('organizations')}
                </Link>
              )
            }
          >
            {t(kind === 'SUB_ACCOUNT' ? 'sharedText' : 'closedText')}
          </Notice>
        </Card>
      )}
      <OpenDialog dialog={dialog} onClose={() => setDialog(undefined)} />
    </Page>
  )
}
