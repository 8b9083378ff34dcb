import {
  PlanCreateDocument,
  PlanDocument,
  PlanRowFragmentDoc,
  PlanUpdateDocument,
  readFragment,
  type PlanInterval,
  type PlanQuery,
  type PlanRowFragment,
} from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { patchOf, sorted, useNewest, useSaved } from '@/app/newest'
import { useRefusalText } from '@/app/refusal'
import { metricName } from '@/pages/usage/numbers'
import { Button } from '@/ui/button'
import { Checklist } from '@/ui/checklist'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import { useFeatures } from './features'
import { typedDecimal } from './money'
import { UsagePriceFields, type UsagePriceDraft } from './usage-prices'

interface Values {
  name: string
  description: string
  basePrice: string
  includedSeats: string
  seatPrice: string
  trialDays: string
  features: string[]
  usagePrices: UsagePriceDraft[]
}

export const planQuery = (id: string) => ({ queryKey: ['billing', 'plan', id], queryFn: () => gql(PlanDocument, { id }) })

const planOf = (data: PlanQuery) => readFragment(PlanRowFragmentDoc, data.plan)

const valuesOf = (plan: PlanRowFragment | undefined): Values => ({
  name: plan?.name ?? '',
  description: plan?.description ?? '',
  basePrice: plan?.basePrice ?? '',
  includedSeats: String(plan?.includedSeats ?? 0),
  seatPrice: plan?.seatPrice ?? '0',
  trialDays: String(plan?.trialDays ?? 0),
  features: sorted(plan?.features ?? []),
  usagePrices: plan ? plan.usagePrices.map(({ metric, included, unitPrice }) => ({ metric, included, unitPrice })) : [],
})

const inputOf = (values: Values) => ({
  name: values.name.trim(),
  description: values.description.trim(),
  basePrice: typedDecimal(values.basePrice),
  seatPrice: typedDecimal(values.seatPrice.trim() || '0'),
  includedSeats: Number(values.includedSeats || 0),
  trialDays: Number(values.trialDays || 0),
  features: values.features,
  usagePrices: values.usagePrices.map((one) => ({ metric: one.metric.trim().toUpperCase(), included: one.included || '0', unitPrice: typedDecimal(one.unitPrice) })),
})

/** A plan, new or to be changed. Currency and period stay what they were at first. */
export function PlanForm({ plan: shown, onClose }: { plan?: PlanRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['billing', 'translation'])
  const { t: usage } = useTranslation(['usage', 'translation'])
  const known = useFeatures()
  const [interval, setInterval] = useState<PlanInterval>('MONTH')
  const [currency, setCurrency] = useState(shown?.currency ?? 'EUR')
  const plan = useNewest(shown, planQuery, planOf)
  const { before, values, change, follow, meanwhile } = useBegun(valuesOf(plan), plan?.version ?? 0)
  const saved = useSaved()
  const input = inputOf(values)
  const patch = patchOf(inputOf(before.values), input)
  const keyOf = useKeyOf()
  const textOf = useRefusalText()
  const { run, busy, under, above, refusals, stale } = useChange(
    async () => {
      if (plan) return settled((await gql(PlanUpdateDocument, { id: plan.id, input: { ...patch, expectedVersion: before.version } })).planUpdate)
      const whole = { ...input, interval, currency: currency.trim().toUpperCase() || null }
      return settled((await gql(PlanCreateDocument, { input: { ...whole, idempotencyKey: keyOf(whole) } })).planCreate)
    },
    (payload) => {
      onClose()
      const saved = readFragment(PlanRowFragmentDoc, payload.plan)
      say(t(plan ? 'planForm.saved' : 'planForm.created', { name: saved?.name }))
    },
  )
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan && Object.keys(patch).length === 0) onClose()
    else run(undefined)
  }
  const text = (name: Exclude<keyof Values, 'features' | 'usagePrices'>) => ({
    value: values[name],
    onValueChange: (next: string) => change({ ...values, [name]: next }),
  })
  const told = (name: keyof Values) => under(name) ?? meanwhile(name)
  const features = new Set(values.features)
  const nameOf = (key: string) => known?.find((one) => one.key === key)?.name ?? key
  const featuresTold = under('features') ?? saved(meanwhile('features'), before.values.features.map(nameOf).join(', '))
  const prices = before.values.usagePrices.map(({ metric, unitPrice }) => `${metricName(metric, usage)} ${unitPrice}`)
  const amount = { required: true, inputMode: 'decimal', autoComplete: 'off' } as const
  const usageMistake = refusals.filter(({ path }) => path.includes('usagePrices')).map(textOf)[0]
  return (
    <Dialog open wide onClose={onClose} title={shown ? t('planForm.edit', { name: shown.name }) : t('planForm.new')} description={t(plan ? 'planForm.editText' : 'planForm.fixed')}>
      <form className="contents" onSubmit={submit}>
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'description', 'currency', 'basePrice', 'seatPrice', 'includedSeats', 'trialDays', 'usagePrices', 'metric', 'included', 'unitPrice', 'features')}
          <div className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
            <Field label={t('planForm.name')} error={told('name')}>
              <Input {...text('name')} required maxLength={100} autoFocus />
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
              <Input maxLength={3} pattern="[A-Za-z]{3}" disabled={!!plan} value={currency} onValueChange={setCurrency} className="uppercase" />
            </Field>
          </div>
          <Field label={`${t('planForm.description')} (${t('translation:optional')})`} error={told('description')}>
            <Area rows={2} maxLength={1000} value={values.description} onChange={(event) => change({ ...values, description: event.target.value })} />
          </Field>
          <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-4">
            <Field label={t('planForm.base')} error={told('basePrice')}>
              <Input {...text('basePrice')} {...amount} />
            </Field>
            <Field label={t('planForm.seats')} error={told('includedSeats')}>
              <Input {...text('includedSeats')} type="number" min={0} max={1_000_000} />
            </Field>
            <Field label={t('planForm.seat')} error={told('seatPrice')}>
              <Input {...text('seatPrice')} {...amount} />
            </Field>
            <Field label={t('planForm.trial')} error={told('trialDays')}>
              <Input {...text('trialDays')} type="number" min={0} max={365} />
            </Field>
          </div>
          <UsagePriceFields
            value={values.usagePrices}
            onChange={(usagePrices) => change({ ...values, usagePrices })}
            error={usageMistake ?? saved(meanwhile('usagePrices'), prices.join(', '))}
          />
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
                onChange={(next) => change({ ...values, features: sorted(next) })}
              />
            </details>
          )}
          {featuresTold && <p className="-mt-3 text-sm text-bad">{featuresTold}</p>}
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
