import { CreditLowMarkSetDocument, CreditReverseDocument, type CreditEntryRowFragment, type OrganizationRowFragment } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'
import { useNumber } from '../cells'
import { wholeOf } from '../whole'

interface LowMarkDialogProps {
  row: OrganizationRowFragment
  mark: string | null
  onClose: () => void
}

/** At which balance the administrators are told. */
export function LowMarkDialog({ row, mark: before, onClose }: LowMarkDialogProps) {
  const { t } = useTranslation(['organization', 'organizations', 'translation'])
  const [wrong, setWrong] = useState(false)
  // Of when the form was opened: a version seen later is somebody else's.
  const [expectedVersion] = useState(row.version)
  const { run, busy, under, above } = useChange(
    async (mark: string | null) => settled((await gql(CreditLowMarkSetDocument, { id: row.id, input: { mark, expectedVersion } })).creditLowMarkSet),
    () => {
      onClose()
      say(t('credits.markSet'))
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('mark')).trim()
    const mark = wholeOf(typed)
    setWrong(typed !== '' && mark === null)
    if (typed === '' || mark !== null) run(mark)
  }
  return (
    <Dialog open onClose={onClose} title={t('credits.markTitle')} description={t('credits.markText', { name: row.name })}>
      <form onSubmit={submit} className="contents">
        <DialogBody>
          {above('mark')}
          <Field label={t('credits.mark')} error={wrong ? t('organizations:credits.whole') : under('mark')}>
            <Input name="mark" defaultValue={before ?? ''} inputMode="numeric" autoComplete="off" autoFocus className="tabular-nums" />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('translation:save')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

/** Undoes a movement by another one. */
export function ReverseDialog({ entry, onClose }: { entry: CreditEntryRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['organization', 'translation'])
  const number = useNumber()
  const keyOf = useKeyOf()
  const [reason, setReason] = useState('')
  const { run, busy, under, above } = useChange(
    async () => {
      const input = { reason: reason.trim() }
      return settled((await gql(CreditReverseDocument, { id: entry.id, input: { ...input, idempotencyKey: keyOf([entry.id, input]) } })).creditReverse)
    },
    () => {
      onClose()
      say(t('credits.reversed'))
    },
  )
  return (
    <Confirm
      danger={false}
      title={t('credits.reverseTitle')}
      text={t('credits.reverseText', { amount: number(entry.amount) })}
      submit={t('credits.reverse')}
      busy={busy}
      onConfirm={() => run(undefined)}
      onClose={onClose}
      above={above('reason')}
    >
      <Field label={t('credits.reason')} error={under('reason')}>
        <Area value={reason} onChange={(event) => setReason(event.target.value)} rows={2} maxLength={500} required autoFocus />
      </Field>
    </Confirm>
  )
}
