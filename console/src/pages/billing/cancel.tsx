import { BillingSubscriptionCancelDocument, type BillingEffective } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { addDays, daysBetween, today as dayNow } from '@/pages/usage/days'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field } from '@/ui/field'
import { say } from '@/ui/toast'
import type { SubscriptionDialogProps } from './change'
import { decimalOf, shareOf, standing } from './money'
import { Options, useText } from './parts'
import { useChargedSeats } from './seats'
import { useResume } from './subscription-menu'

/** The end of a subscription, today or with the period, and what is still asked for. */
export function CancelDialog({ subscription, onClose }: SubscriptionDialogProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const { money, day } = useText()
  const resume = useResume()
  const { terms, organization, currentPeriodStart: start, currentPeriodEnd: end } = subscription
  const name = organization?.name ?? ''
  const charged = useChargedSeats(organization?.id)
  const [effective, setEffective] = useState<BillingEffective>('PERIOD_END')
  const [reason, setReason] = useState('')
  const { run, busy, under, above } = useChange(
    async () =>
      settled(
        (await gql(BillingSubscriptionCancelDocument, { id: subscription.id, input: { effective, reason: reason.trim() || null, expectedVersion: subscription.version } }))
          .billingSubscriptionCancel,
      ),
    () => {
      onClose()
      if (effective === 'NOW') say(t('cancel.doneNow', { name }))
      else say(t('cancel.doneEnd', { name, day: day(end) }), { label: t('translation:undo'), run: () => resume(subscription) })
    },
  )
  const trial = subscription.status === 'TRIAL'
  const whole = standing(terms, charged ?? 0)
  const all = daysBetween(start, end)
  const rest = Math.max(0, daysBetween(addDays(dayNow(), 1), end))
  const asMoney = (units: bigint) => money(decimalOf(units), terms.currency)
  return (
    <Dialog open onClose={onClose} title={t('cancel.title', { name })}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(undefined)
        }}
      >
        <DialogBody className="flex flex-col gap-5">
          {above('effective', 'reason')}
          <Options
            legend={t('change.when')}
            value={effective}
            onChange={setEffective}
            error={under('effective')}
            options={[
              { value: 'PERIOD_END', title: t('change.PERIOD_END', { day: day(end) }), text: trial ? t('cancel.trialMeans') : t('cancel.endMeans', { total: asMoney(whole) }) },
              {
                value: 'NOW',
                title: t('change.NOW'),
                text: trial ? t('cancel.trialMeans') : t('cancel.nowMeans', { whole: t('days', { count: all }), total: asMoney(whole + shareOf(-whole, rest, all, terms.currency)) }),
              },
            ]}
          />
          <Field label={`${t('cancel.reason')} (${t('translation:optional')})`} error={under('reason')}>
            <Area rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <p className="text-xs text-soft">
            {charged === undefined ? t('change.noSeats') : t('change.seats', { count: charged })} {t('note')}
          </p>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="danger" type="submit" busy={busy}>
            {t(effective === 'NOW' ? 'cancel.submitNow' : 'cancel.submitEnd')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
