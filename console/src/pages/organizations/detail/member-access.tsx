import { MemberUpdateDocument, ModulesDocument, OrganizationChildrenDocument, OrganizationRowFragmentDoc, readFragment, type ClientAccess, type MembershipRowFragment, type MemberUpdateInput, type OrganizationRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Checklist } from '@/ui/checklist'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { say } from '@/ui/toast'
import { useCatalogue } from '../catalogue'
import type { Member } from './members'

interface AccessDialogProps {
  member: Member
  membership: MembershipRowFragment
  organization: OrganizationRowFragment
  onClose: () => void
}

/** The keys of a set in an order that two equal sets share. */
const listed = (keys: ReadonlySet<string>): string[] => [...keys].sort()

/** Administrator, or user with modules and sub-accounts one by one. */
export function AccessDialog({ member, membership, organization, onClose }: AccessDialogProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const words = useCatalogue()
  const [access, setAccess] = useState<ClientAccess>(membership.access)
  const [modules, setModules] = useState<ReadonlySet<string>>(new Set(membership.modules))
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(membership.subAccounts.map(({ id }) => id)))
  const catalogue = useQuery({ queryKey: ['modules'], queryFn: () => gql(ModulesDocument), staleTime: 300_000 })
  const below = useQuery({
    queryKey: ['organization', organization.id, 'children'],
    queryFn: () => gql(OrganizationChildrenDocument, { id: organization.id, first: 100 }),
    enabled: organization.kind === 'CUSTOMER',
  })
  const subAccounts = readFragment(OrganizationRowFragmentDoc, below.data?.organization?.children?.nodes) ?? []
  const { run, busy, under, above } = useChange(
    async (input: MemberUpdateInput) => settled((await gql(MemberUpdateDocument, { id: membership.id, input: { ...input, expectedVersion: membership.version } })).memberUpdate),
    () => {
      onClose()
      say(t('members.updated', { name: member.displayName }))
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run({ access, ...(access === 'USER' && { modules: listed(modules), ...(organization.kind === 'CUSTOMER' && { subAccountIds: listed(opened) }) }) })
  }
  const grantable = catalogue.data?.modules?.filter((one) => !one.adminOnly) ?? []
  const reserved = catalogue.data?.modules?.filter((one) => one.adminOnly) ?? []
  return (
    <Dialog open onClose={onClose} title={t('members.updateTitle', { name: member.displayName, organization: organization.name })}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('access', 'modules', 'subAccountIds')}
          <fieldset className="grid gap-2 sm:grid-cols-2">
            <legend className="sr-only">{t('members.access')}</legend>
            {(['ADMIN', 'USER'] as const).map((one) => (
              <label key={one} className="flex cursor-pointer gap-2.5 rounded-xl border border-line p-3 has-checked:border-primary has-checked:ring-1 has-checked:ring-primary">
                <input type="radio" name="access" checked={access === one} onChange={() => setAccess(one)} className="mt-1 accent-primary" />
                <span className="text-sm">
                  <span className="block font-medium">{t(`members.kinds.${one}`)}</span>
                  <span className="text-soft">{t(one === 'ADMIN' ? 'members.adminText' : 'members.userText')}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {under('access') && <p className="text-sm text-bad">{under('access')}</p>}
          {access === 'USER' && (
            <>
              <Checklist
                label={t('members.modulesTitle')}
                groups={[{ key: 'modules', title: t('members.modulesTitle'), items: grantable.map((one) => ({ key: one.key, label: words.module(one) })) }]}
                chosen={modules}
                onChange={setModules}
              />
              {reserved.length > 0 && (
                <p className="-mt-2 text-xs text-soft">
                  {t('members.adminOnly')}: {reserved.map(words.module).join(', ')}
                </p>
              )}
              {under('modules') && <p className="text-sm text-bad">{under('modules')}</p>}
              {subAccounts.length > 0 && (
                <Checklist
                  label={t('members.subAccountsTitle')}
                  groups={[{ key: 'subAccounts', title: t('members.subAccountsTitle'), items: subAccounts.map(({ id, name }) => ({ key: id, label: name })) }]}
                  chosen={opened}
                  onChange={setOpened}
                />
              )}
              {under('subAccountIds') && <p className="text-sm text-bad">{under('subAccountIds')}</p>}
            </>
          )}
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
