import { UserSuspendDocument, type SuspensionMotive } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import type { DialogOf } from './dialogs'
import { paintStatus, useReactivate } from './quick'

const motives: SuspensionMotive[] = ['ON_LEAVE', 'SECURITY_CONCERN', 'PENDING_INVESTIGATION', 'TEMPORARY_CONTRACTOR', 'OTHER']

export interface SuspendWords {
  motive: SuspensionMotive
  reason: string | null
  until: string | null
}

interface SuspendFieldsProps {
  motive: SuspensionMotive
  onMotive: (motive: SuspensionMotive) => void
  under: (name: string) => string | undefined
  /** What was typed before, when the fields come back. */
  typed?: Typed | undefined
}

/** Why and how long, as a suspension of one or of many asks it. */
export function SuspendFields({ motive, onMotive, under, typed }: SuspendFieldsProps) {
  const { t } = useTranslation(['users', 'translation'])
  return (
    <>
      <Field label={t('suspend.motive')} error={under('motive')}>
        <Select label={t('suspend.motive')} value={motive} onChange={onMotive} choices={motives.map((value) => ({ value, label: t(`suspend.motives.${value}`) }))} />
      </Field>
      <Field label={`${t('suspend.reason')} (${t('translation:optional')})`} hint={t('suspend.reasonHint')} error={under('reason')}>
        <Area name="reason" defaultValue={typed?.reason} maxLength={500} rows={3} />
      </Field>
      <Field label={`${t('suspend.until')} (${t('translation:optional')})`} hint={t('suspend.untilHint')} error={under('until')}>
        <Input name="until" type="datetime-local" defaultValue={typed?.until} />
      </Field>
    </>
  )
}

interface Typed {
  reason: string
  until: string
}

function typedIn(form: HTMLFormElement): Typed {
  const data = new FormData(form)
  return { reason: String(data.get('reason')), until: String(data.get('until')) }
}

export function suspendWords(form: HTMLFormElement, motive: SuspensionMotive): SuspendWords {
  const { reason, until } = typedIn(form)
  return { motive, reason: reason.trim() || null, until: until ? new Date(until).toISOString() : null }
}

/** The list shows the suspension at once; the question comes back, as it was filled in, when it is refused. */
export function SuspendDialog({ user, onClose }: DialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  const client = useQueryClient()
  const [motive, setMotive] = useState<SuspensionMotive>('ON_LEAVE')
  const [typed, setTyped] = useState<Typed>()
  const reactivate = useReactivate()
  const { run, busy, under, above } = useChange(
    async (input: SuspendWords) => settled((await gql(UserSuspendDocument, { id: user.id, input: { expectedVersion: user.version, ...input } })).userSuspend),
    () => {
      onClose()
      say(t('suspend.done', { name: user.displayName }), { label: t('translation:undo'), run: () => reactivate(user) })
    },
    () => paintStatus(client, user, 'SUSPENDED'),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTyped(typedIn(event.currentTarget))
    run(suspendWords(event.currentTarget, motive))
  }
  return (
    <Dialog open={!busy} onClose={onClose} title={t('suspend.title', { name: user.displayName })} description={t('suspend.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('motive', 'reason', 'until')}
          <SuspendFields motive={motive} onMotive={setMotive} under={under} typed={typed} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="danger" type="submit">
            {t('suspend.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
