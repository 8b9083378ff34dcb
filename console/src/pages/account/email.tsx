import { UserEmailChangeCancelDocument, UserEmailChangeDocument } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { useVisit } from '@/app/session'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { Card } from '@/ui/page'
import { say } from '@/ui/toast'
import type { Own } from './profile'

/** The address one signs in with. A new one counts when its owner has opened the link. */
export function EmailCard({ own: { row, profile } }: { own: Own }) {
  const { t } = useTranslation(['account', 'translation'])
  const visit = useVisit()
  const [open, setOpen] = useState(false)
  const cancel = useAction(
    async () => settled((await gql(UserEmailChangeCancelDocument, { id: row.id })).userEmailChangeCancel),
    () => say(t('email.cancelled')),
  )
  return (
    <Card title={t('email.title')} text={t(visit ? 'visit' : 'email.text')}>
      <div className="flex flex-col gap-3 p-5 pt-3">
        <p className="flex flex-wrap items-center justify-between gap-3 font-medium">
          <span className="min-w-0">{row.email}</span>
          {!visit && row.viewerActions.includes('CHANGE_EMAIL') && <Button onClick={() => setOpen(true)}>{t('email.change')}</Button>}
        </p>
        {profile.pendingEmail && (
          <div className="flex flex-col items-start gap-3 rounded-xl bg-warn-tint p-4 text-sm text-warn">
            <p>{t('email.pending', { email: profile.pendingEmail })}</p>
            {!visit && (
              <Button size="sm" busy={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
                {t('email.cancel')}
              </Button>
            )}
          </div>
        )}
      </div>
      {open && <EmailDialog own={{ row, profile }} onClose={() => setOpen(false)} />}
    </Card>
  )
}

function EmailDialog({ own: { row }, onClose }: { own: Own; onClose: () => void }) {
  const { t } = useTranslation(['account', 'translation'])
  const [email, setEmail] = useState('')
  const { run, busy, under, above } = useChange(
    async () => settled((await gql(UserEmailChangeDocument, { id: row.id, input: { email: email.trim(), expectedVersion: row.version } })).userEmailChange),
    () => {
      onClose()
      say(t('email.sent', { email: email.trim() }))
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(undefined)
  }
  return (
    <Dialog open onClose={onClose} title={t('email.dialog')} description={t('email.dialogText')}>
      <form onSubmit={submit} className="contents" noValidate>
        <DialogBody>
          {above('email')}
          <Field label={t('email.label')} error={under('email')}>
            <Input type="email" value={email} onValueChange={setEmail} required autoFocus autoComplete="email" maxLength={200} />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!email.trim()}>
            {t('email.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
