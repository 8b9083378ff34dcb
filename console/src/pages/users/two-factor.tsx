import { UserTwoFactorResetDocument } from '@contract'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Confirm } from '@/ui/confirm'
import { say } from '@/ui/toast'
import type { DialogOf } from './dialogs'

export function TwoFactorDialog({ user, onClose }: DialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  const { run, busy, above } = useChange(
    async () => settled((await gql(UserTwoFactorResetDocument, { id: user.id })).userTwoFactorReset),
    () => {
      onClose()
      say(t('factorReset.done', { name: user.displayName }))
    },
  )
  return (
    <Confirm
      title={t('factorReset.title', { name: user.displayName })}
      text={t('factorReset.text')}
      submit={t('factorReset.submit')}
      busy={busy}
      onConfirm={() => run(undefined)}
      onClose={onClose}
      above={above()}
    />
  )
}
