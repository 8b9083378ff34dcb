import { UserSuspendDocument, type SuspensionMotive } from '@contract'
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
import { useReactivate } from './quick'

const motives: SuspensionMotive[] = ['ON_LEAVE', 'SECURITY_CONCERN', 'PENDING_INVESTIGATION', 'TEMPORARY_CONTRACTOR', 'OTHER']

export interface SuspendWords {
  motive: SuspensionMotive
  reason: string | null
  until: string | null
}

/** Why and how long, as a suspension of one or of many asks it. */
export function SuspendFields({ motive, onMotive, under }: { motive: SuspensionMotive; onMotive: (motive: SuspensionMotive) => void; under: (name: string) => string | undefined }) {
  const { t } = useTranslation(['users', 'translation'])
  return (
    <>
      <Field label={t('suspend.motive')} error={under('motive')}>
        <Select label={t('suspend.motive')} value={motive} onChange={onMotive} choices={motives.map((value) => ({ value, label: t(`suspend.motives.${value}`) }))} />
      </Field>
      <Field label={`${t('suspend.reason')} (${t('translation:optional')})`} hint={t('suspend.reasonHint')} error={under('reason')}>
        <Area name="reason" maxLength={500} rows={3} />
      </Field>
      <Field label={`${t('suspend.until')} (${t('translation:optional')})`} hint={t('suspend.untilHint')} error={under('until')}>
        <Input name="until" type="datetime-local" />
      </Field>
    </>
  )
}

export function suspendWords(form: HTMLFormElement, motive: SuspensionMotive): SuspendWords {
  const data = new FormData(form)
  const until = String(data.get('until'))
  return { motive, reason: String(data.get('reason')).trim() || null, until: until ? new Date(until).toISOString() : null }
}

export function SuspendDialog({ user, onClose }: DialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  const [motive, setMotive] = useState<SuspensionMotive>('ON_LEAVE')
  const reactivate = useReactivate()
  const { run, busy, under, above } = useChange(
    async (input: SuspendWords) => settled((await gql(UserSuspendDocument, { id: user.id, input: { expectedVersion: user.version, ...input } })).userSuspend),
    () => {
      onClose()
      say(t('suspend.done', { name: user.displayName }), { label: t('translation:undo'), run: () => reactivate(user) })
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(suspendWords(event.currentTarget, motive))
  }
  return (
    <Dialog open onClose={onClose} title={t('suspend.title', { name: user.displayName })} description={t('suspend.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('motive', 'reason', 'until')}
          <SuspendFields motive={motive} onMotive={setMotive} under={under} />
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
