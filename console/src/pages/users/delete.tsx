import { UserDeleteDocument } from '@contract'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Confirm } from '@/ui/confirm'
import { say } from '@/ui/toast'
import type { DialogOf } from './dialogs'

export function DeleteDialog({ user, onClose }: DialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  const { run, busy, above } = useChange(
    async (confirmEmail: string) => settled((await gql(UserDeleteDocument, { id: user.id, input: { confirmEmail, expectedVersion: user.version } })).userDelete),
    () => {
      onClose()
      say(t('delete.done', { name: user.displayName }))
    },
  )
  return (
    <Confirm
      title={t('delete.title', { name: user.displayName })}
      text={t('delete.text')}
      submit={t('delete.submit')}
      busy={busy}
      onConfirm={run}
      onClose={onClose}
      type={{ word: user.email, label: t('delete.confirm', { email: user.email }) }}
      above={above()}
    />
  )
}
