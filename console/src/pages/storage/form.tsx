import {
  readFragment,
  StorageAccountCreateDocument,
  StorageAccountRowFragmentDoc,
  StorageAccountsPageDocument,
  StorageAccountUpdateDocument,
  type StorageAccountRowFragment,
  type StorageAccountsPageQuery,
  type StorageRegion,
} from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { patchOf, useNewest, useSaved } from '@/app/newest'
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

interface Values {
  name: string
  /** The amount with its unit: one of them alone says nothing. */
  quota: { amount: string; unit: Unit }
}

const accountQuery = (id: string) => ({ queryKey: ['storage', 'one', id], queryFn: () => gql(StorageAccountsPageDocument, { first: 1, where: { id: { eq: id } } }) })

const accountOf = (data: StorageAccountsPageQuery) => readFragment(StorageAccountRowFragmentDoc, data.storageAccounts?.nodes)?.[0]

function valuesOf(account: StorageAccountRowFragment | undefined): Values {
  if (!account) return { name: '', quota: { amount: '50', unit: 'GiB' } }
  const unit = unitOf(account.quotaBytes)
  return { name: account.name, quota: { amount: String(amountOf(account.quotaBytes, unit)), unit } }
}

const inputOf = ({ name, quota }: Values) => ({ name: name.trim(), quotaBytes: bytesOf(Number(quota.amount), quota.unit) })

export function AccountForm({ account: shown, onClose }: AccountFormProps) {
  const { t, i18n } = useTranslation(['storage', 'translation'])
  const own = useViewer().organization
  const [organization, setOrganization] = useState<OrganizationChoice | null>(own ? { ...own, parent: null } : null)
  const [region, setRegion] = useState<StorageRegion>('EU_CENTRAL')
  const account = useNewest(shown, accountQuery, accountOf)
  const { before, values, change, follow, meanwhile } = useBegun(valuesOf(account), account?.version ?? 0)
  const { name, quota } = values
  const saved = useSaved()
  const input = inputOf(values)
  // The quota is shown rounded: who leaves it alone keeps it to the byte.
  const patch = patchOf(inputOf(before.values), input)
  const { run, busy, under, above, stale } = useChange(
    async () =>
      account
        ? settled((await gql(StorageAccountUpdateDocument, { id: account.id, input: { ...patch, expectedVersion: before.version } })).storageAccountUpdate)
        : settled((await gql(StorageAccountCreateDocument, { input: { ...input, region, organizationId: organization?.id ?? '' } })).storageAccountCreate),
    () => {
      onClose()
      say(t(account ? 'form.saved' : 'form.made'))
    },
  )
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (account && Object.keys(patch).length === 0) onClose()
    else run(undefined)
  }
  const setQuota = (typed: Partial<Values['quota']>) => change({ ...values, quota: { ...quota, ...typed } })
  const below = account && Number(patch.quotaBytes ?? account.quotaBytes) < Number(account.usedBytes)
  const { amount, unit } = before.values.quota
  return (
    <Dialog open onClose={onClose} title={t(account ? 'form.edit' : 'create')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'organizationId', 'region', 'quotaBytes')}
          <Field label={t('name')} hint={t('form.nameHint')} error={under('name') ?? meanwhile('name')}>
            <Input required maxLength={100} value={name} onValueChange={(name) => change({ ...values, name })} autoFocus />
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
              error={under('quotaBytes') ?? saved(meanwhile('quota'), `${new Intl.NumberFormat(i18n.language).format(Number(amount))} ${unit}`)}
              className="grow"
            >
              <Input type="number" required min={0.01} step="any" value={quota.amount} onValueChange={(amount) => setQuota({ amount })} />
            </Field>
            <Select
              label={t('form.unit')}
              value={quota.unit}
              onChange={(unit) => setQuota({ unit })}
              choices={units.map((value) => ({ value, label: value }))}
              className="mt-6.5"
            />
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
