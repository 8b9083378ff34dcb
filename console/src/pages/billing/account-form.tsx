import {
  BillingAccountRowFragmentDoc,
  BillingAccountsPageDocument,
  BillingAccountSetDocument,
  readFragment,
  type BillingAccountRowFragment,
  type BillingAccountsPageQuery,
} from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { patchOf, useNewest } from '@/app/newest'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'

interface Values {
  name: string
  email: string
  address: string
  taxNumber: string
  currency: string
  paymentDays: string
}

export function accountQuery(id: string) {
  const variables = { first: 1, where: { id: { eq: id } } }
  return { queryKey: ['billing', 'accounts', variables], queryFn: () => gql(BillingAccountsPageDocument, variables) }
}

const accountOf = (data: BillingAccountsPageQuery) => readFragment(BillingAccountRowFragmentDoc, data.billingAccounts?.nodes)?.[0]

const valuesOf = (account: BillingAccountRowFragment | undefined): Values => ({
  name: account?.name ?? '',
  email: account?.email ?? '',
  address: account?.address ?? '',
  taxNumber: account?.taxNumber ?? '',
  currency: account?.currency ?? '',
  paymentDays: String(account?.paymentDays ?? 14),
})

const inputOf = ({ name, email, address, taxNumber, currency, paymentDays }: Values) => ({
  name: name.trim(),
  email: email.trim(),
  address: address.trim() || null,
  taxNumber: taxNumber.trim() || null,
  ...(currency.trim() && { currency: currency.trim().toUpperCase() }),
  ...(paymentDays && { paymentDays: Number(paymentDays) }),
})

/** Whom a customer's invoices are made out to, set up or changed. */
export function AccountForm({ account: shown, onClose }: { account?: BillingAccountRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['billing', 'translation'])
  const [customer, setCustomer] = useState<OrganizationChoice | null>(null)
  const account = useNewest(shown, accountQuery, accountOf)
  const organization = account?.organization ?? customer
  const { before, values, change, follow, meanwhile } = useBegun(valuesOf(account), account?.version ?? 0)
  const input = inputOf(values)
  const patch = patchOf(inputOf(before.values), input)
  const { run, busy, under, above, stale } = useChange(
    async () => {
      const set = account ? { ...patch, expectedVersion: before.version } : input
      return settled((await gql(BillingAccountSetDocument, { organizationId: organization?.id ?? '', input: set })).billingAccountSet)
    },
    () => {
      onClose()
      say(t('accounts.saved', { name: organization?.name }))
    },
  )
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (account && Object.keys(patch).length === 0) onClose()
    else run(undefined)
  }
  const text = (name: keyof Values) => ({ value: values[name], onValueChange: (next: string) => change({ ...values, [name]: next }) })
  const told = (name: keyof Values) => under(name) ?? meanwhile(name)
  return (
    <Dialog open onClose={onClose} title={shown ? t('accounts.title', { name: shown.organization?.name ?? shown.name }) : t('accounts.new')} description={t('accounts.text')}>
      <form className="contents" onSubmit={submit}>
        <DialogBody className="flex flex-col gap-4">
          {above('organizationId', 'name', 'email', 'address', 'taxNumber', 'currency', 'paymentDays')}
          {!account && (
            <Field label={t('start.customer')} error={under('organizationId')}>
              <OrganizationPicker label={t('start.customer')} value={customer} onChange={setCustomer} where={{ kind: { in: ['CUSTOMER'] } }} />
            </Field>
          )}
          <Field label={t('accounts.name')} error={told('name')}>
            <Input {...text('name')} required maxLength={200} />
          </Field>
          <Field label={t('accounts.email')} error={told('email')}>
            <Input {...text('email')} type="email" required maxLength={200} />
          </Field>
          <Field label={`${t('accounts.address')} (${t('translation:optional')})`} error={told('address')}>
            <Area rows={3} maxLength={500} value={values.address} onChange={(event) => change({ ...values, address: event.target.value })} />
          </Field>
          <Field label={`${t('accounts.tax')} (${t('translation:optional')})`} error={told('taxNumber')}>
            <Input {...text('taxNumber')} maxLength={40} />
          </Field>
          <div className="grid grid-cols-2 gap-4">
            <Field label={t('accounts.currency')} hint={t('accounts.currencyHint')} error={told('currency')}>
              <Input {...text('currency')} maxLength={3} pattern="[A-Za-z]{3}" className="uppercase" />
            </Field>
            <Field label={t('accounts.days')} error={told('paymentDays')}>
              <Input {...text('paymentDays')} type="number" min={0} max={365} />
            </Field>
          </div>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!organization}>
            {t('translation:save')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
