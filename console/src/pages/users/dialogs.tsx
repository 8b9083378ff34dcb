import {
  UserDeleteDocument,
  UserReactivateDocument,
  UserSuspendDocument,
  type SuspensionMotive,
  type UserRowFragment,
} from '@contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, Refused, RequestError, settled } from '@/api/gql'
import { useStepUp, Withdrawn } from '@/app/stepup'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { complain, say } from '@/ui/toast'

export interface DialogOf {
  user: UserRowFragment
  onClose: () => void
}

/** Runs a change and shows its mistakes: beside the fields that are named, the rest above the form. */
export function useChange<Input>(change: (input: Input) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient()
  const guarded = useStepUp()
  const { t } = useTranslation()
  const mutation = useMutation({
    mutationFn: (input: Input) => guarded(() => change(input)),
    onSuccess: () => {
      void client.invalidateQueries()
      onDone()
    },
    onError: (error) => {
      if (error instanceof Refused && error.has('STALE')) void client.invalidateQueries()
    },
  })
  const error = mutation.error instanceof Withdrawn ? null : mutation.error
  const refusals = error instanceof Refused ? error.refusals : []
  return {
    run: mutation.mutate,
    busy: mutation.isPending,
    under: (...names: string[]) => refusals.find((one) => names.includes(one.path.at(-1) ?? ''))?.message,
    above: (...names: string[]): ReactNode => {
      const rest = refusals.filter((one) => !names.includes(one.path.at(-1) ?? ''))
      const stale = rest.some((one) => one.code === 'STALE')
      const text = stale ? t('failure.STALE.text') : rest.map((one) => one.message).join(' ') || (error instanceof RequestError ? error.message : '')
      return (
        text && (
          <p role="alert" className="mb-4 rounded-lg bg-bad-tint px-3 py-2 text-sm text-bad">
            {text}
          </p>
        )
      )
    },
  }
}

const motives: SuspensionMotive[] = ['ON_LEAVE', 'SECURITY_CONCERN', 'PENDING_INVESTIGATION', 'TEMPORARY_CONTRACTOR', 'OTHER']

export function SuspendDialog({ user, onClose }: DialogOf) {
  const { t } = useTranslation()
  const [motive, setMotive] = useState<SuspensionMotive>('ON_LEAVE')
  const reactivate = useReactivate()
  const { run, busy, under, above } = useChange(
    async (input: { reason: string | null; until: string | null }) =>
      settled((await gql(UserSuspendDocument, { id: user.id, input: { motive, expectedVersion: user.version, ...input } })).userSuspend),
    () => {
      onClose()
      say(t('users.suspend.done', { name: user.displayName }), { label: t('undo'), run: () => reactivate(user) })
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const until = String(form.get('until'))
    run({ reason: String(form.get('reason')).trim() || null, until: until ? new Date(until).toISOString() : null })
  }
  return (
    <Dialog open onClose={onClose} title={t('users.suspend.title', { name: user.displayName })} description={t('users.suspend.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('motive', 'reason', 'until')}
          <Field label={t('users.suspend.motive')} error={under('motive')}>
            <Select
              label={t('users.suspend.motive')}
              value={motive}
              onChange={setMotive}
              choices={motives.map((value) => ({ value, label: t(`users.suspend.motives.${value}`) }))}
            />
          </Field>
          <Field label={`${t('users.suspend.reason')} (${t('optional')})`} hint={t('users.suspend.reasonHint')} error={under('reason')}>
            <Area name="reason" maxLength={500} rows={3} />
          </Field>
          <Field label={`${t('users.suspend.until')} (${t('optional')})`} hint={t('users.suspend.untilHint')} error={under('until')}>
            <Input name="until" type="datetime-local" />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" type="submit" busy={busy}>
            {t('users.suspend.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

/** Lifts a suspension; the row tells when it is done. */
export function useReactivate() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: async ({ id }: UserRowFragment) => settled((await gql(UserReactivateDocument, { id, input: {} })).userReactivate),
    onSuccess: (_, user) => {
      void client.invalidateQueries()
      say(t('users.reactivated', { name: user.displayName }))
    },
    onError: (error) => complain(error.message),
  })
  return mutate
}

export function DeleteDialog({ user, onClose }: DialogOf) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const { run, busy, under, above } = useChange(
    async () => settled((await gql(UserDeleteDocument, { id: user.id, input: { confirmEmail: typed, expectedVersion: user.version } })).userDelete),
    () => {
      onClose()
      say(t('users.delete.done', { name: user.displayName }))
    },
  )
  const matches = typed.trim().toLowerCase() === user.email?.toLowerCase()
  return (
    <Dialog open onClose={onClose} title={t('users.delete.title', { name: user.displayName })} description={t('users.delete.text')}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(undefined)
        }}
      >
        <DialogBody>
          {above('confirmEmail')}
          <Field label={t('users.delete.confirm', { email: user.email })} error={under('confirmEmail')}>
            <Input value={typed} onValueChange={setTyped} autoComplete="off" autoFocus />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" type="submit" busy={busy} disabled={!matches}>
            {t('users.delete.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
