import { BillingSubscriptionStartDocument } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'
import { decimalOf, standing } from './money'
import { Options, useText } from './parts'
import { usePeriodPrice, useSeatText, useSoldPlans } from './prices'
import { useChargedSeats } from './seats'

/** Starts a customer's subscription. */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['billing', 'translation'])
  const { money } = useText()
  const price = usePeriodPrice()
  const seatText = useSeatText()
  const plans = useSoldPlans()
  const [customer, setCustomer] = useState<OrganizationChoice | null>(null)
  const [planId, setPlanId] = useState<string>()
  const [trial, setTrial] = useState('')
  const keyOf = useKeyOf()
  const plan = plans?.find(({ id }) => id === planId)
  const seats = useChargedSeats(customer?.id)
  const { run, busy, under, above } = useChange(
    async () => {
      const input = { organizationId: customer?.id ?? '', planId: planId ?? '', trialDays: trial ? Number(trial) : null }
      return settled((await gql(BillingSubscriptionStartDocument, { input: { ...input, idempotencyKey: keyOf(input) } })).billingSubscriptionStart)
    },
    () => {
      onClose()
      say(t('start.done', { name: customer?.name, plan: plan?.name }))
    },
  )
  return (
    <Dialog open onClose={onClose} title={t('start.title')} description={t('start.text')}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(undefined)
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {above('organizationId', 'planId', 'trialDays')}
          <Field label={t('start.customer')} error={under('organizationId')}>
            <OrganizationPicker label={t('start.customer')} value={customer} onChange={setCustomer} where={{ kind: { in: ['CUSTOMER'] } }} />
          </Field>
          <Options
            legend={t('plan')}
            value={planId}
            onChange={setPlanId}
            error={under('planId')}
            options={(plans ?? []).map((one) => ({ value: one.id, title: one.name, text: seatText(one), aside: price(one, one.interval) }))}
          />
          <Field
            label={`${t('start.trial')} (${t('translation:optional')})`}
            hint={plan && t('start.trialHint', { days: t('days', { count: plan.trialDays }) })}
            error={under('trialDays')}
          >
            <Input inputMode="numeric" pattern="[0-9]*" maxLength={3} className="w-32" value={trial} onValueChange={setTrial} />
          </Field>
          {plan && customer && (
            <p className="rounded-xl bg-ground px-3.5 py-2.5 text-sm">
              {seats === undefined
                ? t('start.costsBase', { price: money(plan.basePrice, plan.currency) })
                : t('start.costs', { price: money(decimalOf(standing(plan, seats)), plan.currency), seats: t('seats', { count: seats }) })}
            </p>
          )}
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!customer || !plan}>
            {t('start.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
