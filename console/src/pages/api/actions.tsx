import { ApiCredentialRevokeDocument, type ApiCredentialAction, type ApiCredentialRowFragment } from '@contract'
import { Ban, MoreHorizontal, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Area, Field } from '@/ui/field'
import { Menu, MenuItem } from '@/ui/menu'
import { SecretDialog } from '@/ui/secret-dialog'
import { say } from '@/ui/toast'
import { KeyForm } from './form'

export type KeyDialog = { kind: 'CREATE' } | { kind: 'UPDATE' | 'REVOKE'; credential: ApiCredentialRowFragment }

interface KeyMenuProps {
  credential: ApiCredentialRowFragment
  onDialog: (dialog: KeyDialog) => void
}

export function KeyMenu({ credential, onDialog }: KeyMenuProps) {
  const { t } = useTranslation(['api', 'translation'])
  const can = (action: ApiCredentialAction) => credential.viewerActions.includes(action)
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: credential.name })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      {can('UPDATE') && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onDialog({ kind: 'UPDATE', credential })}>
          {t('action.UPDATE')}
        </MenuItem>
      )}
      {can('REVOKE') && (
        <MenuItem danger icon={<Ban aria-hidden />} onSelect={() => onDialog({ kind: 'REVOKE', credential })}>
          {t('action.REVOKE')}
        </MenuItem>
      )}
    </Menu>
  )
}

interface KeyDialogsProps {
  dialog: KeyDialog | undefined
  onDialog: (dialog: KeyDialog | undefined) => void
}

/** Whatever is asked about a key, and the secret that comes of making one. */
export function KeyDialogs({ dialog, onDialog }: KeyDialogsProps) {
  const { t } = useTranslation(['api', 'translation'])
  const [secret, setSecret] = useState<string>()
  const close = () => onDialog(undefined)
  return (
    <>
      {(dialog?.kind === 'CREATE' || dialog?.kind === 'UPDATE') && (
        <KeyForm credential={dialog.kind === 'UPDATE' ? dialog.credential : undefined} onClose={close} onSecret={setSecret} />
      )}
      {dialog?.kind === 'REVOKE' && <Revoke credential={dialog.credential} onClose={close} />}
      {secret && (
        <SecretDialog title={t('secret.title')} text={t('secret.text')} label={t('secret.label')} value={secret} onClose={() => setSecret(undefined)} />
      )}
    </>
  )
}

function Revoke({ credential, onClose }: { credential: ApiCredentialRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['api', 'translation'])
  const [reason, setReason] = useState('')
  const { run, busy, under, above } = useChange(
    async () => settled((await gql(ApiCredentialRevokeDocument, { id: credential.id, reason: reason.trim() || null })).apiCredentialRevoke),
    () => {
      onClose()
      say(t('revoke.done', { name: credential.name }))
    },
  )
  return (
    <Confirm
      title={t('revoke.title', { name: credential.name })}
      text={t('revoke.text')}
      submit={t('revoke.submit')}
      type={{ word: credential.name, label: t('revoke.type', { name: credential.name }) }}
      busy={busy}
      above={above('reason')}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    >
      <Field label={`${t('revoke.reason')} (${t('translation:optional')})`} error={under('reason')}>
        <Area rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Confirm>
  )
}
