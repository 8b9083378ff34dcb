import { BillingAccountRowFragmentDoc, BillingAccountsPageDocument, BillingSubscriptionRowFragmentDoc, BillingSubscriptionsPageDocument, PlanDocument, PlanRowFragmentDoc, readFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Tags } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { Failure, Notice } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { AccountFacts } from './accounts'
import { SubscriptionState } from './parts'
import { usePeriodPrice } from './prices'
import { SubscriptionFacts } from './subscription-sheet'

/** A customer's own plan, and whom its invoices are made out to. */
export function Own() {
  const viewer = useViewer()
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
      {may(viewer, 'SUBSCRIPTION_READ', 'MODULE_PRICING_ACCESS') && <OwnPlan />}
      {may(viewer, 'BILLING_READ', 'MODULE_PAYMENT_ACCESS') && <OwnAccount />}
    </div>
  )
}

function OwnPlan() {
  const { t } = useTranslation(['billing', 'translation'])
  const price = usePeriodPrice()
  const variables = { first: 1 }
  const list = useQuery({ queryKey: ['billing', 'subscriptions', variables], queryFn: () => gql(BillingSubscriptionsPageDocument, variables) })
  const one = readFragment(BillingSubscriptionRowFragmentDoc, list.data?.billingSubscriptions?.nodes)?.[0]
  const id = one?.plan.id
  const { data } = useQuery({ queryKey: ['billing', 'plan', id], queryFn: () => gql(PlanDocument, { id: id ?? '' }), enabled: !!id })
  const plan = readFragment(PlanRowFragmentDoc, data?.plan)
  return (
    <Card title={one?.plan.name ?? t('plan')} text={plan?.description} actions={one && <SubscriptionState status={one.status} />}>
      <div className="space-y-6 px-5 pt-2 pb-5">
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && <Skeleton className="h-40 w-full" />}
        {list.data && !one && (
          <Notice icon={Tags} title={t('subscriptions.noneOwn')}>
            {t('subscriptions.noneOwnText')}
          </Notice>
        )}
        {one && (
          <>
            <p className="text-3xl font-semibold tabular-nums">{price(one.terms, one.plan.interval)}</p>
            <SubscriptionFacts subscription={one} />
          </>
        )}
      </div>
    </Card>
  )
}

function OwnAccount() {
  const { t } = useTranslation(['billing', 'translation'])
  const variables = { first: 1 }
  const list = useQuery({ queryKey: ['billing', 'accounts', variables], queryFn: () => gql(BillingAccountsPageDocument, variables) })
  const one = readFragment(BillingAccountRowFragmentDoc, list.data?.billingAccounts?.nodes)?.[0]
  return (
    <Card title={t('accounts.own')}>
      <div className="px-5 pt-2 pb-5">
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && <Skeleton className="h-40 w-full" />}
        {list.data && !one && <p className="text-sm text-soft">{t('accounts.noneOwn')}</p>}
        {one && <AccountFacts account={one} />}
      </div>
    </Card>
  )
}
