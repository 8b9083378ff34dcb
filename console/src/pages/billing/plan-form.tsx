import { PlanCreateDocument, PlanRowFragmentDoc, PlanUpdateDocument, readFragment, type PlanInterval, type PlanRowFragment } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { useRefusalText } from '@/app/refusal'
import { Button } from '@/ui/button'
import { Checklist } from '@/ui/checklist'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import { useFeatures } from './features'
import { typedDecimal } from './money'
import { UsagePriceFields, type UsagePriceDraft } from './usage-prices'

/** A plan, new or to be changed. Currency and period stay what they were at first. */
export function PlanForm({ plan, onClose }: { plan?: PlanRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['billing', 'translation'])
  const known = useFeatures()
  const [interval, setInterval] = useState<PlanInterval>(plan?.interval ?? 'MONTH')
  const [features, setFeatures] = useState<ReadonlySet<string>>(new Set(plan?.features))
  const [usagePrices, setUsagePrices] = useState<UsagePriceDraft[]>(plan ? plan.usagePrices.map(({ metric, included, unitPrice }) => ({ metric, included, unitPrice })) : [])
  const keyOf = useKeyOf()
  const textOf = useRefusalText()
  const { run, busy, under, above, refusals } = useChange(
    async (form: FormData) => {
      const text = (name: string) => String(form.get(name) ?? '').trim()
      const input = {
        name: text('name'),
        description: text('description'),
        basePrice: typedDecimal(text('basePrice')),
        seatPrice: typedDecimal(text('seatPrice') || '0'),
        includedSeats: Number(text('includedSeats') || 0),
        trialDays: Number(text('trialDays') || 0),
        features: [...features],
        usagePrices: usagePrices.map((one) => ({ metric: one.metric.trim().toUpperCase(), included: one.included || '0', unitPrice: typedDecimal(one.unitPrice) })),
      }
      if (plan) return settled((await gql(PlanUpdateDocument, { id: plan.id, input: { ...input, expectedVersion: plan.version } })).planUpdate)
      const whole = { ...input, interval, currency: text('currency').toUpperCase() || null }
      return settled((await gql(PlanCreateDocument, { input: { ...whole, idempotencyKey: keyOf(whole) } })).planCreate)
    },
    (payload) => {
      onClose()
      const saved = readFragment(PlanRowFragmentDoc, payload.plan)
      say(t(plan ? 'planForm.saved' : 'planForm.created', { name: saved?.name }))
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(new FormData(event.currentTarget))
  }
  const amount = { required: true, inputMode: 'decimal', autoComplete: 'off' } as const
  const usageMistake = refusals.filter(({ path }) => path.includes('usagePrices')).map(textOf)[0]
  return (
    <Dialog open wide onClose={onClose} title={plan ? t('planForm.edit', { name: plan.name }) : t('planForm.new')} description={t(plan ? 'planForm.editText' : 'planForm.fixed')}>
      <form className="contents" onSubmit={submit}>
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'description', 'currency', 'basePrice', 'seatPrice', 'includedSeats', 'trialDays', 'usagePrices', 'metric', 'included', 'unitPrice', 'features')}
          <div className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
            <Field label={t('planForm.name')} error={under('name')}>
              <Input name="name" required maxLength={100} defaultValue={plan?.name} autoFocus />
            </Field>
            <Field label={t('planForm.interval')}>
              {plan ? (
                <Input readOnly disabled value={t(`intervalName.${plan.interval}`)} />
              ) : (
                <Select
                  label={t('planForm.interval')}
                  value={interval}
                  onChange={setInterval}
                  choices={(['MONTH', 'YEAR'] as const).map((value) => ({ value, label: t(`intervalName.${value}`) }))}
                />
              )}
            </Field>
            <Field label={t('planForm.currency')} error={under('currency')}>
              <Input name="currency" maxLength={3} pattern="[A-Za-z]{3}" disabled={!!plan} defaultValue={plan?.currency ?? 'EUR'} className="uppercase" />
            </Field>
          </div>
          <Field label={`${t('planForm.description')} (${t('translation:optional')})`} error={under('description')}>
            <Area name="description" rows={2} maxLength={1000} defaultValue={plan?.description} />
          </Field>
          <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-4">
            <Field label={t('planForm.base')} error={under('basePrice')}>
              <Input name="basePrice" {...amount} defaultValue={plan?.basePrice} />
            </Field>
            <Field label={t('planForm.seats')} error={under('includedSeats')}>
              <Input name="includedSeats" type="number" min={0} max={1_000_000} defaultValue={plan?.includedSeats ?? 0} />
            </Field>
            <Field label={t('planForm.seat')} error={under('seatPrice')}>
              <Input name="seatPrice" {...amount} defaultValue={plan?.seatPrice ?? '0'} />
            </Field>
            <Field label={t('planForm.trial')} error={under('trialDays')}>
              <Input name="trialDays" type="number" min={0} max={365} defaultValue={plan?.trialDays ?? 0} />
            </Field>
          </div>
          <UsagePriceFields value={usagePrices} onChange={setUsagePrices} error={usageMistake} />
          {known && (
            <details className="group">
              <summary className="cursor-pointer rounded text-sm font-medium">
                {t('planForm.features')} ({features.size})
              </summary>
              <Checklist
                className="max-h-56"
                label={t('planForm.features')}
                groups={[{ key: 'all', title: t('planForm.features'), items: known.map((one) => ({ key: one.key, label: one.name, hint: one.description })) }]}
                chosen={features}
                onChange={setFeatures}
              />
              {under('features') && <p className="mt-1 text-sm text-bad">{under('features')}</p>}
            </details>
          )}
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t(plan ? 'translation:save' : 'planForm.create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
