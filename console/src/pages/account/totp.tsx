import { TotpConfirmDocument, TotpEnrollDocument, TotpRemoveDocument, type TotpEnrollMutation, type TwoFactorStateFragment } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { Card } from '@/ui/page'
import { Ago } from '@/ui/time'
import { say } from '@/ui/toast'
import { TotpSetup } from '../signin/totp'
import { State } from './security'
import { Worded } from './worded'

type Enrollment = NonNullable<NonNullable<TotpEnrollMutation['totpEnroll']>['enrollment']>

interface TotpCardProps {
  factor: TwoFactorStateFragment
  onCodes: (codes: readonly string[]) => void
}

export function TotpCard({ factor, onCodes }: TotpCardProps) {
  const { t } = useTranslation(['account', 'translation'])
  const [enrollment, setEnrollment] = useState<Enrollment>()
  const [asked, setAsked] = useState(false)
  const { totpSince } = factor
  const begin = useAction(
    async () => settled((await gql(TotpEnrollDocument)).totpEnroll),
    (payload) => setEnrollment(payload.enrollment ?? undefined),
  )
  const removal = useChange(
    async () => settled((await gql(TotpRemoveDocument)).totpRemove),
    () => {
      setAsked(false)
      say(t('totp.removed'))
    },
  )
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t('totp.title')}
          <State on={!!totpSince} required={factor.required && !factor.enabled} />
        </span>
      }
      text={t('totp.text')}
      actions={
        <span className="flex flex-wrap gap-2">
          {totpSince && <Button onClick={() => setAsked(true)}>{t('totp.remove')}</Button>}
          <Button look={totpSince ? 'plain' : 'primary'} busy={begin.isPending} onClick={() => begin.mutate(undefined)}>
            {t(totpSince ? 'totp.replace' : 'totp.setUp')}
          </Button>
        </span>
      }
    >
      <p className="px-5 pt-1 pb-4 text-sm text-soft">{totpSince && <Worded text={t('totp.since', { when: '\u0000' })} value={<Ago at={totpSince} />} />}</p>
      {enrollment && (
        <SetUpDialog
          enrollment={enrollment}
          onClose={() => setEnrollment(undefined)}
          onDone={(codes) => {
            setEnrollment(undefined)
            say(t('totp.done'))
            onCodes(codes)
          }}
        />
      )}
      {asked && (
        <Confirm
          title={t('totp.removeTitle')}
          text={t('totp.removeText')}
          submit={t('translation:remove')}
          busy={removal.busy}
          above={removal.above()}
          onConfirm={() => removal.run(undefined)}
          onClose={() => setAsked(false)}
        />
      )}
    </Card>
  )
}

interface SetUpProps {
  enrollment: Enrollment
  onClose: () => void
  onDone: (codes: readonly string[]) => void
}

function SetUpDialog({ enrollment, onClose, onDone }: SetUpProps) {
  const { t } = useTranslation(['account', 'translation'])
  const [code, setCode] = useState('')
  const { run, busy, under, above } = useChange(
    async () => settled((await gql(TotpConfirmDocument, { code })).totpConfirm),
    ({ recoveryCodes }) => onDone(recoveryCodes),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(undefined)
  }
  return (
    <Dialog open onClose={onClose} title={t('totp.dialog')} description={t('totp.dialogText')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-5">
          <TotpSetup totp={enrollment} />
          {above('code')}
          <Field label={t('totp.code')} error={under('code')}>
            <Input
              value={code}
              onValueChange={(text) => setCode(text.replaceAll(/\D/g, '').slice(0, 6))}
              required
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
              className="font-mono text-lg tracking-[0.3em]"
            />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={code.length < 6}>
            {t('totp.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
