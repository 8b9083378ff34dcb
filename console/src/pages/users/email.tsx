import { UserEmailChangeCancelDocument, UserEmailChangeDocument } from '@contract'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'
import type { DetailDialogOf } from './dialogs'

/** A new address; the old one stays until the new one is confirmed. */
export function EmailDialog({ user, profile, onClose }: DetailDialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  const { run, busy, under, above } = useChange(
    async (email: string) => settled((await gql(UserEmailChangeDocument, { id: user.id, input: { email, expectedVersion: user.version } })).userEmailChange),
    () => {
      onClose()
      say(t('email.done'))
    },
  )
  const withdraw = useAction(
    async () => settled((await gql(UserEmailChangeCancelDocument, { id: user.id })).userEmailChangeCancel),
    () => say(t('email.withdrawn')),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(String(new FormData(event.currentTarget).get('email')).trim())
  }
  return (
    <Dialog open onClose={onClose} title={t('email.title', { name: user.displayName })} description={t('email.text', { email: user.email })}>
      <form onSubmit={submit} className="contents" noValidate>
        <DialogBody className="flex flex-col gap-4">
          {above('email')}
          {profile.pendingEmail && (
            <div className="flex flex-wrap items-center gap-2 rounded-xl bg-warn-tint px-3.5 py-2.5 text-sm">
              <span className="min-w-0 grow">{t('email.pending', { email: profile.pendingEmail })}</span>
              <Button size="sm" busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
                {t('email.withdraw')}
              </Button>
            </div>
          )}
          <Field label={t('email.label')} error={under('email')}>
            <Input name="email" type="email" required autoFocus autoComplete="off" maxLength={200} />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('email.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
