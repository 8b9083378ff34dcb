import { OrganizationUpdateDocument, type OrganizationDetailsFragment, type OrganizationRowFragment, type OrganizationUpdateInput } from '@contract'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { say } from '@/ui/toast'
import { CompanyFields, companyFields, type Company } from '../company-fields'

interface CompanyDialogProps {
  row: OrganizationRowFragment
  details: OrganizationDetailsFragment
  onClose: () => void
}

const companyOf = (row: OrganizationRowFragment, details: OrganizationDetailsFragment): Company => ({
  name: row.name,
  legalName: details.legalName ?? '',
  address: details.address ?? '',
  contactName: details.contactName ?? '',
  contactEmail: details.contactEmail ?? '',
  phone: details.phone ?? '',
  locale: details.locale ?? '',
  timezone: details.timezone ?? '',
  tags: details.tags ?? [],
})

/** What was changed and nothing else: what is left out stays as it is, null takes it away. */
function patchOf(before: Company, { tags, ...texts }: Company): OrganizationUpdateInput {
  const changed = Object.entries(texts).filter(([name, text]) => text.trim() !== before[name as keyof Company])
  return {
    ...Object.fromEntries(changed.map(([name, text]) => [name, text.trim() || null])),
    ...(JSON.stringify(tags) !== JSON.stringify(before.tags) && { tags: [...tags] }),
  }
}

export function CompanyDialog({ row, details, onClose }: CompanyDialogProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const { before, values: company, change, follow, meanwhile } = useBegun(companyOf(row, details), row.version)
  const { run, busy, under, above, stale } = useChange(
    async (patch: OrganizationUpdateInput) =>
      settled((await gql(OrganizationUpdateDocument, { id: row.id, input: { ...patch, expectedVersion: before.version } })).organizationUpdate),
    () => {
      onClose()
      say(t('company.saved', { name: company.name }))
    },
  )
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const patch = patchOf(before.values, company)
    if (Object.keys(patch).length > 0) run(patch)
    else onClose()
  }
  return (
    <Dialog wide open onClose={onClose} title={t('company.editTitle', { name: row.name })}>
      <form onSubmit={submit} className="contents">
        <DialogBody>
          {above(...companyFields)}
          <CompanyFields value={company} onChange={(typed) => change({ ...company, ...typed })} under={(name) => under(name) ?? meanwhile(name)} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('translation:save')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
