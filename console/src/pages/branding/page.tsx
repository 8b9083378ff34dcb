import './words'
import { BrandingLookFieldsFragmentDoc, BrandingPageDocument, BrandingRowFragmentDoc, OrganizationNameDocument, readFragment, type Portal } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Building2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useViewer } from '@/app/session'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import { Failure, Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { Tabs } from '@/ui/tabs'
import { ofParent, ofPlatform, type Above } from './draft'
import { PortalLook } from './portal'
import { portals } from './search'

const route = getRouteApi('/inside/branding')

const brandings = (organizationId: string) => ({
  queryKey: ['branding', organizationId],
  queryFn: async () => readFragment(BrandingRowFragmentDoc, (await gql(BrandingPageDocument, { organizationId })).brandings),
})

/** How each portal looks, for the own organization or one below. */
export function BrandingPage() {
  const { t } = useTranslation(['branding', 'translation'])
  const own = useViewer().organization
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const id = search.organization ?? own?.id ?? ''
  const portal: Portal = search.portal ?? (own?.kind === 'RESELLER' ? 'RESELLER' : 'CUSTOMER')
  const { data, error, refetch } = useQuery({ ...brandings(id), placeholderData: keepPreviousData })
  const { organization, above } = useAbove(id, portal)
  const branding = data?.find((one) => one.portal === portal)
  return (
    <Page
      title={t('title')}
      text={t('text')}
      actions={
        <OrganizationChoiceOf
          label={t('organization')}
          className="w-full sm:w-72"
          value={id}
          onChange={(next) => void navigate({ search: (old) => ({ ...old, organization: next === own?.id ? undefined : next }) })}
        />
      }
    >
      <Tabs
        label={t('portal')}
        value={portal}
        tabs={portals.map((key) => ({ key, title: t(`portals.${key}`) }))}
        onChange={(next) => void navigate({ search: (old) => ({ ...old, portal: next }) })}
      >
        {error && !data ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : data === null || (data && !branding) ? (
          <Notice icon={Building2} title={t('translation:failure.NOT_FOUND.title')}>
            {t('translation:failure.NOT_FOUND.text')}
          </Notice>
        ) : branding && above && organization ? (
          <PortalLook key={`${organization.id} ${portal}`} organization={organization} branding={branding} above={above} />
        ) : (
          <Skeleton className="h-96 w-full" />
        )}
      </Tabs>
    </Page>
  )
}

/** The organization, and what a portal of it looks like where it says nothing itself. */
function useAbove(id: string, portal: Portal) {
  const { data } = useQuery({ queryKey: ['organizations', 'name', id], queryFn: () => gql(OrganizationNameDocument, { id }), staleTime: 300_000 })
  const organization = data?.organization
  const parent = useQuery({ ...brandings(organization?.parent?.id ?? ''), enabled: !!organization?.parent })
  let above: Above | undefined
  if (organization && !organization.parent) above = ofPlatform(organization.name)
  const row = parent.data?.find((one) => one.portal === portal)
  const look = readFragment(BrandingLookFieldsFragmentDoc, row?.look)
  if (organization?.parent && row && look) above = ofParent(look, organization.parent.name, row.mailSenderName)
  return { organization, above }
}
