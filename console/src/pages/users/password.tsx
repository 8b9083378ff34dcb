import { UserPasswordResetDocument } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Confirm } from '@/ui/confirm'
import { SecretDialog } from '@/ui/secret-dialog'
import type { DialogOf } from './dialogs'

/** A new temporary password, which is shown this once. */
export function PasswordDialog({ user, onClose }: DialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  const [secret, setSecret] = useState<string>()
  const { run, busy, above } = useChange(
    async () => settled((await gql(UserPasswordResetDocument, { id: user.id })).userPasswordReset),
    ({ temporaryPassword }) => (temporaryPassword ? setSecret(temporaryPassword) : onClose()),
  )
  if (secret) return <SecretDialog title={t('password.title')} text={t('password.text', { name: user.displayName })} label={t('password.label')} value={secret} onClose={onClose} />
  return (
    <Confirm
      title={t('password.askTitle', { name: user.displayName })}
      text={t('password.askText')}
      submit={t('password.submit')}
      danger={false}
      busy={busy}
      onConfirm={() => run(undefined)}
      onClose={onClose}
      above={above()}
    />
  )
}
