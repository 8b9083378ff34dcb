import { StorageAccountCreateDocument, StorageAccountUpdateDocument, type StorageAccountRowFragment, type StorageRegion } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useViewer } from '@/app/session'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import { amountOf, bytesFor, bytesOf, unitOf, units, type Unit } from './bytes'
import { regions } from './search'

interface AccountFormProps {
  /** The account to change; without one another is made. */
  account?: StorageAccountRowFragment | undefined
  onClose: () => void
}

export function AccountForm({ account, onClose }: AccountFormProps) {
  const { t, i18n } = useTranslation(['storage', 'translation'])
  const own = useViewer().organization
  const [organization, setOrganization] = useState<OrganizationChoice | null>(own ? { ...own, parent: null } : null)
  const [region, setRegion] = useState<StorageRegion>(account?.region ?? 'EU_CENTRAL')
  const [unit, setUnit] = useState<Unit>(account ? unitOf(account.quotaBytes) : 'GiB')
  const [amount, setAmount] = useState(account ? String(amountOf(account.quotaBytes, unit)) : '50')
  // Shown rounded: who leaves it alone keeps it to the byte.
  const kept = account && unit === unitOf(account.quotaBytes) && Number(amount) === amountOf(account.quotaBytes, unit)
  const quota = kept ? account.quotaBytes : bytesOf(Number(amount), unit)
  const { run, busy, under, above } = useChange(
    async (name: string) =>
      account
        ? settled((await gql(StorageAccountUpdateDocument, { id: account.id, input: { name, quotaBytes: quota, expectedVersion: account.version } })).storageAccountUpdate)
        : settled((await gql(StorageAccountCreateDocument, { input: { name, region, quotaBytes: quota, organizationId: organization?.id ?? '' } })).storageAccountCreate),
    () => {
      onClose()
      say(t(account ? 'form.saved' : 'form.made'))
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(String(new FormData(event.currentTarget).get('name')).trim())
  }
  const below = account && Number(quota) < Number(account.usedBytes)
  return (
    <Dialog open onClose={onClose} title={t(account ? 'form.edit' : 'create')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'organizationId', 'region', 'quotaBytes')}
          <Field label={t('name')} hint={t('form.nameHint')} error={under('name')}>
            <Input name="name" required maxLength={100} defaultValue={account?.name} autoFocus />
          </Field>
          {!account && (
            <>
              <Field label={t('organization')} error={under('organizationId')}>
                <OrganizationPicker label={t('organization')} value={organization} onChange={setOrganization} />
              </Field>
              <Field label={t('region')} hint={t('form.regionHint')} error={under('region')}>
                <Select label={t('region')} value={region} onChange={setRegion} choices={regions.map((value) => ({ value, label: t(`regions.${value}`) }))} />
              </Field>
            </>
          )}
          <div className="flex items-start gap-2">
            <Field
              label={t('quota')}
              hint={account ? t('form.quotaHint', { used: bytesFor(account.usedBytes, i18n.language) }) : t('form.quotaRange')}
              error={under('quotaBytes')}
              className="grow"
            >
              <Input type="number" required min={0.01} step="any" value={amount} onValueChange={setAmount} />
            </Field>
            <Select label={t('form.unit')} value={unit} onChange={setUnit} choices={units.map((value) => ({ value, label: value }))} className="mt-6.5" />
          </div>
          {below && (
            <p role="status" className="rounded-lg bg-warn-tint px-3 py-2 text-sm text-warn">
              {t('form.below')}
            </p>
          )}
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!account && !organization}>
            {t(account ? 'translation:save' : 'create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
