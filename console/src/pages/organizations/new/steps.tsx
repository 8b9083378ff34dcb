import { OrganizationFeatureRowFragmentDoc, PlanRowFragmentDoc, readFragment, type OrganizationCreateOptionsQuery, type PlanRowFragment } from '@contract'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { moneyText } from '@/pages/billing/money'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Area, Field, Input } from '@/ui/field'
import { Skeleton } from '@/ui/skeleton'
import { useNumber } from '../cells'
import { FeatureList } from '../feature-list'
import { SeatsField } from '../seats-field'
import type { Draft } from './draft'

interface StepProps {
  draft: Draft
  change: (next: Partial<Draft>) => void
  under: (...names: string[]) => string | undefined
}

interface OptionsProps extends StepProps {
  options: OrganizationCreateOptionsQuery | undefined
  rights: { seats: boolean; plan: boolean; credits: boolean }
}

const Check = ({ label, hint, checked, onChange }: { label: string; hint: ReactNode; checked: boolean; onChange: (on: boolean) => void }) => (
  <label className="flex cursor-pointer gap-3 rounded-xl border border-line p-3 text-sm has-data-checked:border-primary">
    <Checkbox label={label} checked={checked} onChange={onChange} className="mt-0.5" />
    <span>
      <span className="block font-medium">{label}</span>
      <span className="text-soft">{hint}</span>
    </span>
  </label>
)

export function AdministratorStep({ draft: { administrator }, change, under }: StepProps) {
  const { t } = useTranslation(['newOrganization', 'translation'])
  const set = (next: Partial<Draft['administrator']>) => change({ administrator: { ...administrator, ...next } })
  const text = (name: 'email' | 'firstName' | 'lastName' | 'phone') => ({ value: administrator[name], onValueChange: (value: string) => set({ [name]: value }), autoComplete: 'off' })
  const optional = ` (${t('translation:optional')})`
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-soft">{t('administrator.text')}</p>
      {administrator.wanted && (
        <>
          <Field label={t('administrator.email')} error={under('email')}>
            <Input {...text('email')} type="email" required maxLength={200} autoFocus />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('administrator.firstName')} error={under('firstName', 'displayName')}>
              <Input {...text('firstName')} required={!administrator.ownPassword} maxLength={100} />
            </Field>
            <Field label={t('administrator.lastName')} error={under('lastName')}>
              <Input {...text('lastName')} required={!administrator.ownPassword} maxLength={100} />
            </Field>
          </div>
          <Field label={t('administrator.phone') + optional} error={under('phone')}>
            <Input {...text('phone')} type="tel" />
          </Field>
          <Check
            label={t('administrator.ownPassword')}
            hint={t(administrator.ownPassword ? 'administrator.ownPasswordOn' : 'administrator.ownPasswordOff')}
            checked={administrator.ownPassword}
            onChange={(ownPassword) => set({ ownPassword })}
          />
          {administrator.ownPassword && (
            <Field label={t('administrator.message') + optional} error={under('message')}>
              <Area value={administrator.message} onChange={(event) => set({ message: event.target.value })} rows={3} maxLength={1000} />
            </Field>
          )}
        </>
      )}
      <Check label={t('administrator.later')} hint={t('administrator.laterHint')} checked={!administrator.wanted} onChange={(later) => set({ wanted: !later })} />
    </div>
  )
}

export function FeaturesStep({ draft, change, under, options, rights }: OptionsProps) {
  const { t } = useTranslation(['newOrganization', 'translation'])
  const organization = options?.organization
  if (!organization) return <Skeleton className="h-80 w-full" />
  const features = readFragment(OrganizationFeatureRowFragmentDoc, organization.features ?? [])
  const put = (which: 'features' | 'hidden') => (key: string, on: boolean) => change({ [which]: on ? [...draft[which], key] : draft[which].filter((one) => one !== key) })
  const limit = organization.seats?.limit
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <p className="grow basis-60 text-sm text-soft">{t('features.text')}</p>
        <Button size="sm" onClick={() => change({ features: features.filter((one) => one.entitled).map((one) => one.feature.key) })}>
          {t('features.all')}
        </Button>
        <Button size="sm" onClick={() => change({ features: [], hidden: [] })}>
          {t('features.none')}
        </Button>
      </div>
      {under('features', 'hiddenFeatures') && <p className="text-sm text-bad">{under('features', 'hiddenFeatures')}</p>}
      <div className="overflow-hidden rounded-xl border border-line">
        <FeatureList features={features} on={new Set(draft.features)} hidden={new Set(draft.hidden)} onSwitch={put('features')} onHide={put('hidden')} />
      </div>
      {rights.seats && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-base font-semibold">{t('features.seats')}</legend>
          <SeatsField
            value={draft.seats}
            onChange={(seats) => change({ seats })}
            error={under('seatLimit')}
            hint={limit == null ? undefined : t('features.seatsLeft', { count: Math.max(0, limit - (organization.seats?.used ?? 0)) })}
          />
        </fieldset>
      )}
    </div>
  )
}

export function PlanStep({ draft, change, under, options, rights }: OptionsProps) {
  const { t } = useTranslation(['newOrganization', 'translation'])
  const number = useNumber()
  const plans = readFragment(PlanRowFragmentDoc, options?.plans?.nodes)
  const pool = options?.organization?.creditBalance
  return (
    <div className="flex flex-col gap-6">
      {rights.plan && plans && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-base font-semibold">{t('plan.plan')}</legend>
          <Choice name={t('plan.none')} text={t('plan.noneText')} checked={draft.planId === null} onChoose={() => change({ planId: null })} />
          {plans.map((plan) => (
            <Choice key={plan.id} name={plan.name} text={<Terms plan={plan} />} checked={draft.planId === plan.id} onChoose={() => change({ planId: plan.id })} />
          ))}
          {under('planId') && <p className="text-sm text-bad">{under('planId')}</p>}
        </fieldset>
      )}
      {rights.credits && (
        <Field label={t('plan.credits')} error={under('initialCredits')} hint={`${t('plan.creditsHint')} ${pool == null ? '' : t('plan.pool', { amount: number(pool) })}`}>
          <Input value={draft.credits} onValueChange={(credits) => change({ credits })} inputMode="numeric" autoComplete="off" className="max-w-60 tabular-nums" />
        </Field>
      )}
    </div>
  )
}

const Choice = ({ name, text, checked, onChoose }: { name: string; text: ReactNode; checked: boolean; onChoose: () => void }) => (
  <label className="flex cursor-pointer gap-2.5 rounded-xl border border-line p-3 has-checked:border-primary has-checked:ring-1 has-checked:ring-primary">
    <input type="radio" name="plan" checked={checked} onChange={onChoose} className="mt-1 accent-primary" />
    <span className="text-sm">
      <span className="block font-medium">{name}</span>
      <span className="text-soft">{text}</span>
    </span>
  </label>
)

/** A plan in a line: its price, what is in it, and how long it is free. */
export function Terms({ plan }: { plan: PlanRowFragment }) {
  const { t, i18n } = useTranslation(['newOrganization', 'translation'])
  const price = moneyText(plan.basePrice, plan.currency, i18n.language, true)
  return [
    t(plan.interval === 'YEAR' ? 'plan.year' : 'plan.month', { price }),
    plan.includedSeats > 0 && t('plan.seats', { count: plan.includedSeats }),
    plan.trialDays > 0 && t('plan.trial', { count: plan.trialDays }),
    plan.description,
  ]
    .filter(Boolean)
    .join(' · ')
}
