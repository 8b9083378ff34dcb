import { PasswordChangeDocument } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { say } from '@/ui/toast'
import { NewPassword, SecretInput, Username } from '../signin/new-password'

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['account', 'translation'])
  const { user } = useViewer()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const { run, busy, under, above } = useChange(
    async () => settled((await gql(PasswordChangeDocument, { input: { currentPassword: current, newPassword: next } })).passwordChange),
    () => {
      onClose()
      say(t('password.done'))
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(undefined)
  }
  return (
    <Dialog open onClose={onClose} title={t('password.dialog')} description={t('password.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          <Username value={user.email} />
          {above('currentPassword', 'newPassword')}
          <Field label={t('password.current')} error={under('currentPassword')}>
            <SecretInput value={current} onValueChange={setCurrent} required autoFocus autoComplete="current-password" />
          </Field>
          <NewPassword label={t('password.next')} name="newPassword" value={next} onChange={setNext} error={under('newPassword')} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('password.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
