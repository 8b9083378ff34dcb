import { BillingSubscriptionChangeDocument, BillingSubscriptionResumeDocument, type BillingSubscriptionAction, type BillingSubscriptionRowFragment } from '@contract'
import { ArrowLeftRight, CircleStop, Eye, MoreHorizontal, RotateCcw, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction } from '@/app/change'
import { Button } from '@/ui/button'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { say } from '@/ui/toast'

export interface SubscriptionDialog {
  kind: 'CHANGE' | 'CANCEL'
  subscription: BillingSubscriptionRowFragment
}

interface SubscriptionMenuProps {
  subscription: BillingSubscriptionRowFragment
  onOpen?: (id: string) => void
  onDialog: (dialog: SubscriptionDialog) => void
}

/** What this caller may do to this subscription now. */
export function SubscriptionMenu({ subscription, onOpen, onDialog }: SubscriptionMenuProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const resume = useResume()
  const keep = useKeepPlan()
  const can = (action: BillingSubscriptionAction) => subscription.viewerActions.includes(action)
  if (subscription.viewerActions.length === 0 && !onOpen) return null
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('subscriptions.actions', { name: subscription.organization?.name })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      {onOpen && (
        <MenuItem icon={<Eye aria-hidden />} onSelect={() => onOpen(subscription.id)}>
          {t('subscriptions.details')}
        </MenuItem>
      )}
      {can('CHANGE') && (
        <MenuItem icon={<ArrowLeftRight aria-hidden />} onSelect={() => onDialog({ kind: 'CHANGE', subscription })}>
          {t('subscriptions.change')}
        </MenuItem>
      )}
      {can('CHANGE') && subscription.pendingPlan && (
        <MenuItem icon={<Undo2 aria-hidden />} onSelect={() => keep(subscription)}>
          {t('subscriptions.keepPlan', { plan: subscription.plan.name })}
        </MenuItem>
      )}
      {can('RESUME') && (
        <MenuItem icon={<RotateCcw aria-hidden />} onSelect={() => resume(subscription)}>
          {t('subscriptions.resume')}
        </MenuItem>
      )}
      {can('CANCEL') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<CircleStop aria-hidden />} onSelect={() => onDialog({ kind: 'CANCEL', subscription })}>
            {t('subscriptions.cancel')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

type Known = Pick<BillingSubscriptionRowFragment, 'id' | 'organization'>

/** Takes back that a subscription ends with its period. */
export function useResume() {
  const { t } = useTranslation(['billing', 'translation'])
  const { mutate } = useAction(
    async ({ id }: Known) => settled((await gql(BillingSubscriptionResumeDocument, { id, input: {} })).billingSubscriptionResume),
    (_, { organization }) => say(t('subscriptions.resumed', { name: organization?.name })),
  )
  return mutate
}

/** Undoes a change that waits for the end of the period: the plan it has already. */
export function useKeepPlan() {
  const { t } = useTranslation(['billing', 'translation'])
  const { mutate } = useAction(
    async ({ id, plan }: Known & Pick<BillingSubscriptionRowFragment, 'plan'>) =>
      settled((await gql(BillingSubscriptionChangeDocument, { id, input: { planId: plan.id, effective: 'PERIOD_END' } })).billingSubscriptionChange),
    (_, { organization }) => say(t('subscriptions.undone', { name: organization?.name })),
  )
  return mutate
}
