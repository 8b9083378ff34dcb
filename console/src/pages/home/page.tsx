import './words'
import { HomeNumbersDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { Page } from '@/ui/page'
import { Activity } from './activity'
import { Attention } from './attention'
import { Numbers } from './numbers'
import { Steps } from './steps'

const partOfDay = (hour: number) => (hour < 5 ? 'evening' : hour < 12 ? 'morning' : hour < 18 ? 'day' : 'evening')

/** What waits for the person, the numbers that matter, and what happened lately; of each only what the person may read. */
export function HomePage() {
  const { t } = useTranslation(['home', 'translation'])
  const viewer = useViewer()
  const asked = { users: may(viewer, 'RESELLER_USER_READ', 'TENANT_USER_READ', 'MEMBER_READ'), organizations: may(viewer, 'ORGANIZATION_READ', 'SUB_ACCOUNT_READ') }
  const { data: numbers } = useQuery({
    queryKey: ['home', 'numbers', asked],
    queryFn: () => gql(HomeNumbersDocument, asked),
    enabled: asked.users || asked.organizations,
  })
  return (
    <Page title={t(`hello.${partOfDay(new Date().getHours())}`, { name: viewer.user.displayName })} text={t('at', { organization: viewer.organization.name })}>
      {(asked.users || asked.organizations) && <Numbers asked={asked} numbers={numbers} />}
      {numbers && <Steps numbers={numbers} />}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Attention />
        <Activity />
      </div>
    </Page>
  )
}
