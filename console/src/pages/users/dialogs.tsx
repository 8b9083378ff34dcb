import {
  UserDeleteDocument,
  UserReactivateDocument,
  UserSuspendDocument,
  type SuspensionMotive,
  type UserRowFragment,
} from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'

export interface DialogOf {
  user: UserRowFragment
  onClose: () => void
}

const motives: SuspensionMotive[] = ['ON_LEAVE', 'SECURITY_CONCERN', 'PENDING_INVESTIGATION', 'TEMPORARY_CONTRACTOR', 'OTHER']

export function SuspendDialog({ user, onClose }: DialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  const [motive, setMotive] = useState<SuspensionMotive>('ON_LEAVE')
  const reactivate = useReactivate()
  const { run, busy, under, above } = useChange(
    async (input: { reason: string | null; until: string | null }) =>
      settled((await gql(UserSuspendDocument, { id: user.id, input: { motive, expectedVersion: user.version, ...input } })).userSuspend),
    () => {
      onClose()
      say(t('suspend.done', { name: user.displayName }), { label: t('translation:undo'), run: () => reactivate(user) })
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const until = String(form.get('until'))
    run({ reason: String(form.get('reason')).trim() || null, until: until ? new Date(until).toISOString() : null })
  }
  return (
    <Dialog open onClose={onClose} title={t('suspend.title', { name: user.displayName })} description={t('suspend.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('motive', 'reason', 'until')}
          <Field label={t('suspend.motive')} error={under('motive')}>
            <Select
              label={t('suspend.motive')}
              value={motive}
              onChange={setMotive}
              choices={motives.map((value) => ({ value, label: t(`suspend.motives.${value}`) }))}
            />
          </Field>
          <Field label={`${t('suspend.reason')} (${t('translation:optional')})`} hint={t('suspend.reasonHint')} error={under('reason')}>
            <Area name="reason" maxLength={500} rows={3} />
          </Field>
          <Field label={`${t('suspend.until')} (${t('translation:optional')})`} hint={t('suspend.untilHint')} error={under('until')}>
            <Input name="until" type="datetime-local" />
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

/** Lifts a suspension; the row tells when it is done. */
export function useReactivate() {
  const { t } = useTranslation(['users', 'translation'])
  const { mutate } = useAction(
    async ({ id }: UserRowFragment) => settled((await gql(UserReactivateDocument, { id, input: {} })).userReactivate),
    (_, user) => say(t('reactivated', { name: user.displayName })),
  )
  return mutate
}

export function DeleteDialog({ user, onClose }: DialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  const [typed, setTyped] = useState('')
  const { run, busy, under, above } = useChange(
    async () => settled((await gql(UserDeleteDocument, { id: user.id, input: { confirmEmail: typed, expectedVersion: user.version } })).userDelete),
    () => {
      onClose()
      say(t('delete.done', { name: user.displayName }))
    },
  )
  const matches = typed.trim().toLowerCase() === user.email?.toLowerCase()
  return (
    <Dialog open onClose={onClose} title={t('delete.title', { name: user.displayName })} description={t('delete.text')}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(undefined)
        }}
      >
        <DialogBody>
          {above('confirmEmail')}
          <Field label={t('delete.confirm', { email: user.email })} error={under('confirmEmail')}>
            <Input value={typed} onValueChange={setTyped} autoComplete="off" autoFocus />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="danger" type="submit" busy={busy} disabled={!matches}>
            {t('delete.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
