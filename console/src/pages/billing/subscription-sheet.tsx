import { BillingSubscriptionRowFragmentDoc, BillingSubscriptionsPageDocument, readFragment, type BillingSubscriptionRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { ReceiptText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Facts, type Fact } from '@/ui/facts'
import { Sheet } from '@/ui/sheet'
import { Ago } from '@/ui/time'
import { SubscriptionState, useText } from './parts'
import { usePeriodPrice, useSeatText, UsagePrices } from './prices'
import type { PartProps } from './search'
import { SubscriptionMenu, type SubscriptionDialog } from './subscription-menu'

interface SubscriptionSheetProps extends Pick<PartProps, 'onSearch'> {
  id: string
  onClose: () => void
  onDialog: (dialog: SubscriptionDialog) => void
}

/** One subscription beside the list. */
export function SubscriptionSheet({ id, onClose, onDialog, onSearch }: SubscriptionSheetProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const viewer = useViewer()
  const variables = { first: 1, where: { id: { eq: id } } }
  const read = useQuery({ queryKey: ['billing', 'subscriptions', variables], queryFn: () => gql(BillingSubscriptionsPageDocument, variables) })
  const one = readFragment(BillingSubscriptionRowFragmentDoc, read.data?.billingSubscriptions?.nodes)?.[0]
  return (
    <Sheet read={read} row={one} title={one?.organization?.name} description={one?.plan.name} list={t('title')} onClose={onClose}>
      {(one) => (
        <>
          <div className="flex items-center gap-2">
            <SubscriptionState status={one.status} />
            <span className="grow" />
            <SubscriptionMenu subscription={one} onDialog={onDialog} />
          </div>
          <SubscriptionFacts subscription={one} />
          {one.organization && may(viewer, 'BILLING_READ') && (
            <Button onClick={() => onSearch({ tab: 'invoices', open: undefined, organization: one.organization?.id, subscription: undefined, plan: undefined, sort: undefined, dir: undefined })}>
              <ReceiptText aria-hidden />
              {t('subscriptions.invoices')}
            </Button>
          )}
        </>
      )}
    </Sheet>
  )
}

/** What is agreed: the period, what comes next, and the prices. */
export function SubscriptionFacts({ subscription: one }: { subscription: BillingSubscriptionRowFragment }) {
  const { t } = useTranslation(['billing', 'translation'])
  const { day, period } = useText()
  const price = usePeriodPrice()
  const seats = useSeatText()
  const live = one.status !== 'CANCELED'
  return (
    <>
      {(one.cancelAtPeriodEnd || one.cancelReason || one.pendingPlan) && (
        <section className="space-y-1 rounded-xl bg-warn-tint p-4 text-sm">
          {live && one.cancelAtPeriodEnd && <p className="font-medium text-warn">{t('subscriptions.endsOn', { day: day(one.currentPeriodEnd) })}</p>}
          {one.pendingPlan && <p className="font-medium text-warn">{t('subscriptions.becomes', { plan: one.pendingPlan.name, day: day(one.currentPeriodEnd) })}</p>}
          {one.cancelReason && <p>{one.cancelReason}</p>}
        </section>
      )}
      <Facts
        facts={[
          [t('plan'), one.plan.name],
          [t('subscriptions.period'), period(one.currentPeriodStart, one.currentPeriodEnd)],
          ...(one.status === 'TRIAL' && one.trialEnd ? [[t('subscriptions.state.TRIAL'), t('subscriptions.trialUntil', { day: day(one.trialEnd) })] as Fact] : []),
          ...(live && one.status !== 'TRIAL' ? [[t('subscriptions.ends'), day(one.currentPeriodEnd)] as Fact] : []),
          [t('subscriptions.started'), <Ago key="started" at={one.createdAt} />],
          ...(one.canceledAt ? [[t('subscriptions.canceledAt'), <Ago key="canceled" at={one.canceledAt} />] as Fact] : []),
        ]}
      />
      <Facts
        title={t('subscriptions.terms')}
        facts={[
          [t('subscriptions.price'), price(one.terms, one.plan.interval)],
          [t('subscriptions.seats'), seats(one.terms)],
          [t('subscriptions.usage'), <UsagePrices key="usage" of={one.terms} />],
        ]}
      />
      <p className="text-xs text-soft">{t('note')}</p>
    </>
  )
}
