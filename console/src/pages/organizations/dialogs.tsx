import { OrganizationDeleteDocument, OrganizationReactivateDocument, OrganizationRestoreDocument, OrganizationSuspendDocument, type OrganizationRowFragment } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field } from '@/ui/field'
import { say } from '@/ui/toast'
import type { OrganizationDialog } from './actions'
import { AdjustDialog, AllocateDialog } from './credit-dialogs'
import { LoginAsDialog } from './login-as'

export interface DialogOf {
  organization: OrganizationRowFragment
  onClose: () => void
}

interface OpenDialogProps {
  dialog: OrganizationDialog | undefined
  onClose: () => void
  /** After the organization has gone. */
  onDeleted?: () => void
}

/** The dialog a menu asked for. */
export function OpenDialog({ dialog, onClose, onDeleted }: OpenDialogProps) {
  if (!dialog) return null
  const { kind, organization } = dialog
  if (kind === 'SUSPEND') return <SuspendDialog organization={organization} onClose={onClose} />
  if (kind === 'DELETE') return <DeleteDialog organization={organization} onClose={onClose} onDeleted={onDeleted} />
  if (kind === 'ALLOCATE_CREDITS') return <AllocateDialog organization={organization} onClose={onClose} />
  if (kind === 'ADJUST_CREDITS') return <AdjustDialog organization={organization} onClose={onClose} />
  return <LoginAsDialog organization={organization} mode={kind === 'LOGIN_AS_PARTNER' ? 'PARTNER' : 'CLIENT'} onClose={onClose} />
}

function SuspendDialog({ organization, onClose }: DialogOf) {
  const { t } = useTranslation(['organizations', 'translation'])
  const reactivate = useReactivate()
  const { run, busy, under, above } = useChange(
    async (reason: string | null) =>
      settled((await gql(OrganizationSuspendDocument, { id: organization.id, input: { reason, expectedVersion: organization.version } })).organizationSuspend),
    () => {
      onClose()
      say(t('suspend.done', { name: organization.name }), { label: t('translation:undo'), run: () => reactivate(organization) })
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(String(new FormData(event.currentTarget).get('reason')).trim() || null)
  }
  return (
    <Dialog open onClose={onClose} title={t('suspend.title', { name: organization.name })} description={t('suspend.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody>
          {above('reason')}
          <Field label={`${t('suspend.reason')} (${t('translation:optional')})`} hint={t('suspend.reasonHint')} error={under('reason')}>
            <Area name="reason" maxLength={500} rows={3} />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="danger" type="submit" busy={busy}>
            {t('suspend.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

/** Lifts a suspension; a corner of the screen tells when it is done. */
export function useReactivate() {
  const { t } = useTranslation(['organizations', 'translation'])
  const { mutate } = useAction(
    async ({ id }: OrganizationRowFragment) => settled((await gql(OrganizationReactivateDocument, { id, input: {} })).organizationReactivate),
    (_, organization) => say(t('reactivated', { name: organization.name })),
  )
  return mutate
}

/** Opens a closed organization again. */
export function useRestore() {
  const { t } = useTranslation(['organizations', 'translation'])
  const { mutate } = useAction(
    async ({ id }: Pick<OrganizationRowFragment, 'id' | 'name'>) => settled((await gql(OrganizationRestoreDocument, { id, input: {} })).organizationRestore),
    (_, organization) => say(t('restored', { name: organization.name })),
  )
  return mutate
}

function DeleteDialog({ organization, onClose, onDeleted }: DialogOf & { onDeleted?: (() => void) | undefined }) {
  const { t, i18n } = useTranslation(['organizations', 'translation'])
  const [reason, setReason] = useState('')
  const restore = useRestore()
  const { run, busy, under, above } = useChange(
    async (confirmName: string) =>
      settled(
        (await gql(OrganizationDeleteDocument, { id: organization.id, input: { confirmName, reason: reason.trim() || null, expectedVersion: organization.version } }))
          .organizationDelete,
      ),
    ({ purgeAt }) => {
      onClose()
      const date = purgeAt ? new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date(purgeAt)) : ''
      say(t('delete.done', { name: organization.name, date }), { label: t('translation:undo'), run: () => restore(organization) })
      onDeleted?.()
    },
  )
  const used = organization.kind === 'CUSTOMER' ? organization.seats?.used : null
  return (
    <Confirm
      title={t('delete.title', { name: organization.name })}
      text={t('delete.intro')}
      submit={t('delete.submit')}
      busy={busy}
      // The server compares letter by letter, the dialog was lenient about case.
      onConfirm={() => run(organization.name)}
      onClose={onClose}
      type={{ word: organization.name, label: t('delete.confirm', { name: organization.name }) }}
      above={above('reason')}
    >
      <ul className="list-disc space-y-1 pl-5 text-sm">
        <li>{used ? t('delete.effects.users', { count: used }) : t('delete.effects.people')}</li>
        {organization.kind === 'CUSTOMER' && <li>{t('delete.effects.subAccounts')}</li>}
        {organization.kind === 'CUSTOMER' && <li>{t('delete.effects.subscription')}</li>}
        <li>{t('delete.effects.mail')}</li>
      </ul>
      <p className="text-sm">{t('delete.later')}</p>
      <Field label={`${t('delete.reason')} (${t('translation:optional')})`} hint={t('delete.reasonHint')} error={under('reason')}>
        <Area value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} rows={2} />
      </Field>
    </Confirm>
  )
}
