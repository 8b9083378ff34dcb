import { BillingSubscriptionChangeDocument, type BillingEffective, type BillingSubscriptionRowFragment } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { daysBetween, today as dayNow } from '@/pages/usage/days'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { say } from '@/ui/toast'
import { decimalOf, shareOf, standing } from './money'
import { Options, useText } from './parts'
import { usePeriodPrice, useSeatText, useSoldPlans } from './prices'
import { useChargedSeats } from './seats'
import { useKeepPlan } from './subscription-menu'

export interface SubscriptionDialogProps {
  subscription: BillingSubscriptionRowFragment
  onClose: () => void
}

/** Another plan, today or with the next period, and what either means in money. */
export function ChangeDialog({ subscription, onClose }: SubscriptionDialogProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const { money, day } = useText()
  const price = usePeriodPrice()
  const seatText = useSeatText()
  const keep = useKeepPlan()
  const { terms, plan: old, organization, currentPeriodStart: start, currentPeriodEnd: end } = subscription
  const name = organization?.name ?? ''
  const plans = useSoldPlans()?.filter((one) => one.currency === terms.currency && one.id !== old.id)
  const charged = useChargedSeats(organization?.id)
  const [planId, setPlanId] = useState<string>()
  const [when, setWhen] = useState<BillingEffective>('PERIOD_END')
  const plan = plans?.find(({ id }) => id === planId)
  const other = !!plan && plan.interval !== old.interval
  const effective = other ? 'PERIOD_END' : when
  const { run, busy, under, above } = useChange(
    async () =>
      settled(
        (await gql(BillingSubscriptionChangeDocument, { id: subscription.id, input: { planId: planId ?? '', effective, expectedVersion: subscription.version } })).billingSubscriptionChange,
      ),
    () => {
      onClose()
      if (effective === 'NOW') say(t('change.doneNow', { name, plan: plan?.name }))
      else say(t('change.doneEnd', { name, plan: plan?.name, day: day(end) }), { label: t('translation:undo'), run: () => keep(subscription) })
    },
  )

  const seats = charged ?? 0
  const before = standing(terms, seats)
  const asMoney = (units: bigint) => money(decimalOf(units), terms.currency)
  const means = (which: BillingEffective): string | undefined => {
    if (!plan) return undefined
    const after = standing(plan, seats)
    if (subscription.status === 'TRIAL') return t('change.nowTrial', { day: day(subscription.trialEnd ?? end), new: asMoney(after) })
    if (which === 'PERIOD_END') return t('change.endMeans', { old: asMoney(before), day: day(end), new: asMoney(after) })
    if (other) return t('change.notNow')
    const [gone, whole] = [daysBetween(start, dayNow()), daysBetween(start, end)]
    return t('change.nowMeans', {
      total: asMoney(after + shareOf(before - after, gone, whole, terms.currency)),
      oldPlan: terms.name,
      before: t('days', { count: gone }),
      newPlan: plan.name,
      after: t('days', { count: whole - gone }),
      day: day(end),
      new: asMoney(after),
    })
  }
  return (
    <Dialog open onClose={onClose} title={t('change.title', { name })} description={t('change.text', { plan: terms.name, price: price(terms, old.interval) })}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(undefined)
        }}
      >
        <DialogBody className="flex flex-col gap-5">
          {above('planId', 'effective')}
          {plans?.length === 0 && <p className="text-sm text-soft">{t('change.none', { currency: terms.currency })}</p>}
          <Options
            legend={t('change.other')}
            value={planId}
            onChange={setPlanId}
            error={under('planId')}
            options={(plans ?? []).map((one) => ({ value: one.id, title: one.name, text: seatText(one), aside: price(one, one.interval) }))}
          />
          {plan && (
            <>
              <Options
                legend={t('change.when')}
                value={effective}
                onChange={setWhen}
                error={under('effective')}
                options={[
                  { value: 'PERIOD_END', title: t('change.PERIOD_END', { day: day(end) }), text: means('PERIOD_END') },
                  { value: 'NOW', title: t('change.NOW'), text: means('NOW'), disabled: other },
                ]}
              />
              <p className="text-xs text-soft">
                {charged === undefined ? t('change.noSeats') : t('change.seats', { count: charged })} {t('note')}
              </p>
            </>
          )}
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!plan}>
            {t(effective === 'NOW' ? 'change.submitNow' : 'change.submitEnd')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
