import { BillingAccountSetDocument, type BillingAccountRowFragment } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'

/** Whom a customer's invoices are made out to, set up or changed. */
export function AccountForm({ account, onClose }: { account?: BillingAccountRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['billing', 'translation'])
  const [customer, setCustomer] = useState<OrganizationChoice | null>(null)
  const organization = account?.organization ?? customer
  const { run, busy, under, above } = useChange(
    async (form: FormData) => {
      const text = (name: string) => String(form.get(name) ?? '').trim()
      const input = {
        name: text('name'),
        email: text('email'),
        address: text('address') || null,
        taxNumber: text('taxNumber') || null,
        ...(text('currency') && { currency: text('currency').toUpperCase() }),
        ...(text('paymentDays') && { paymentDays: Number(text('paymentDays')) }),
        ...(account && { expectedVersion: account.version }),
      }
      return settled((await gql(BillingAccountSetDocument, { organizationId: organization?.id ?? '', input })).billingAccountSet)
    },
    () => {
      onClose()
      say(t('accounts.saved', { name: organization?.name }))
    },
  )
  return (
    <Dialog open onClose={onClose} title={account ? t('accounts.title', { name: account.organization?.name ?? account.name }) : t('accounts.new')} description={t('accounts.text')}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(new FormData(event.currentTarget))
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {above('organizationId', 'name', 'email', 'address', 'taxNumber', 'currency', 'paymentDays')}
          {!account && (
            <Field label={t('start.customer')} error={under('organizationId')}>
              <OrganizationPicker label={t('start.customer')} value={customer} onChange={setCustomer} where={{ kind: { in: ['CUSTOMER'] } }} />
            </Field>
          )}
          <Field label={t('accounts.name')} error={under('name')}>
            <Input name="name" required maxLength={200} defaultValue={account?.name} />
          </Field>
          <Field label={t('accounts.email')} error={under('email')}>
            <Input name="email" type="email" required maxLength={200} defaultValue={account?.email} />
          </Field>
          <Field label={`${t('accounts.address')} (${t('translation:optional')})`} error={under('address')}>
            <Area name="address" rows={3} maxLength={500} defaultValue={account?.address ?? ''} />
          </Field>
          <Field label={`${t('accounts.tax')} (${t('translation:optional')})`} error={under('taxNumber')}>
            <Input name="taxNumber" maxLength={40} defaultValue={account?.taxNumber ?? ''} />
          </Field>
          <div className="grid grid-cols-2 gap-4">
            <Field label={t('accounts.currency')} hint={t('accounts.currencyHint')} error={under('currency')}>
              <Input name="currency" maxLength={3} pattern="[A-Za-z]{3}" defaultValue={account?.currency} className="uppercase" />
            </Field>
            <Field label={t('accounts.days')} error={under('paymentDays')}>
              <Input name="paymentDays" type="number" min={0} max={365} defaultValue={account?.paymentDays ?? 14} />
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
