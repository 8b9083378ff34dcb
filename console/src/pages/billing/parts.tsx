import { OrganizationNameDocument, type BillingSubscriptionStatus, type InvoiceStatus } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { OrganizationPicker } from '@/pages/organizations/picker'
import { addDays, dayText, spanText } from '@/pages/usage/days'
import { Badge, type Tone } from '@/ui/badge'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { moneyText } from './money'
import type { PartProps } from './search'

/** How amounts and days are written in the language shown. */
export function useText() {
  const { i18n } = useTranslation()
  return {
    money: (amount: string, currency: string) => moneyText(amount, currency, i18n.language),
    price: (amount: string, currency: string) => moneyText(amount, currency, i18n.language, true),
    number: (amount: string) => new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 4 }).format(amount as unknown as number),
    day: (day: string) => dayText(day, i18n.language),
    /** A period up to the day before its end, which is the first day after it. */
    period: (start: string, end: string) => spanText(start, addDays(end, -1), i18n.language),
  }
}

const subscriptionTones: Record<BillingSubscriptionStatus, Tone> = { TRIAL: 'tint', ACTIVE: 'good', PAST_DUE: 'bad', CANCELED: 'plain' }

export function SubscriptionState({ status }: { status: BillingSubscriptionStatus }) {
  const { t } = useTranslation(['billing', 'translation'])
  return (
    <Badge tone={subscriptionTones[status]} dot>
      {t(`subscriptions.state.${status}`)}
    </Badge>
  )
}

const invoiceTones: Record<InvoiceStatus, Tone> = { OPEN: 'tint', PAST_DUE: 'bad', PAID: 'good', VOID: 'plain' }

export function InvoiceState({ status }: { status: InvoiceStatus }) {
  const { t } = useTranslation(['billing', 'translation'])
  return (
    <Badge tone={invoiceTones[status]} dot>
      {t(`invoices.state.${status}`)}
    </Badge>
  )
}

/** Narrows a list to one organization; its name comes from the address. */
export function OrganizationFilter({ search, onSearch }: PartProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const id = search.organization
  const { data } = useQuery({ queryKey: ['organizations', 'name', id], queryFn: () => gql(OrganizationNameDocument, { id: id ?? '' }), enabled: !!id })
  return (
    <span className="flex grow items-center gap-1 sm:grow-0">
      <OrganizationPicker
        key={id ?? ''}
        className="grow sm:w-60"
        label={t('organization')}
        placeholder={t('anyOrganization')}
        where={{ kind: { in: ['CUSTOMER'] } }}
        value={(id && data?.organization) || null}
        onChange={(organization) => onSearch({ organization: organization?.id })}
      />
      {id && (
        <Button look="quiet" size="icon" aria-label={t('everyOrganization')} onClick={() => onSearch({ organization: undefined })}>
          <X aria-hidden />
        </Button>
      )}
    </span>
  )
}

interface OptionsProps<Value extends string> {
  /** Says what is chosen; also the name of the group. */
  legend: string
  value: Value | undefined
  options: readonly { value: Value; title: ReactNode; text?: ReactNode; aside?: ReactNode; disabled?: boolean }[]
  onChange: (value: Value) => void
  error?: string | undefined
}

/** A choice of one, each with what it means. */
export function Options<Value extends string>({ legend, value, options, onChange, error }: OptionsProps<Value>) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {options.map((one) => (
        <label
          key={one.value}
          className={cn(
            'flex items-start gap-3 rounded-xl border border-line px-3.5 py-2.5 text-sm transition-colors has-focus-visible:outline-2 has-focus-visible:outline-primary',
            value === one.value ? 'border-primary bg-tint/60' : 'hover:border-edge',
            one.disabled && 'pointer-events-none text-soft',
          )}
        >
          <input
            type="radio"
            name={legend}
            value={one.value}
            checked={value === one.value}
            disabled={one.disabled}
            onChange={() => onChange(one.value)}
            className="mt-0.5 size-4 shrink-0 accent-primary"
          />
          <span className="min-w-0 grow">
            <span className="font-medium">{one.title}</span>
            {one.text && <span className="mt-0.5 block text-soft">{one.text}</span>}
          </span>
          {one.aside && <span className="shrink-0 text-right tabular-nums">{one.aside}</span>}
        </label>
      ))}
      {error && <p className="text-sm text-bad">{error}</p>}
    </fieldset>
  )
}
