import './login-as-words'
import { ImpersonationRowFragmentDoc, LoginAsDocument, LoginAsEndDocument, readFragment, type LoginAsMode, type UserRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Hourglass, ShieldCheck, ShieldX } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field } from '@/ui/field'
import { Notice } from '@/ui/notice'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import { detailQuery } from './detail/read'
import type { DialogOf } from './dialogs'
import { begin, enter, impersonations } from './entering'
import { MemberPicker } from './member-picker'

const lengths = ['15', '30', '45', '60'] as const

/** Enters a customer's portal, after asking the customer where it wants to be asked. */
export function LoginAsDialog({ organization, mode: first, onClose }: DialogOf & { mode: LoginAsMode }) {
  const { t } = useTranslation(['loginAs', 'translation'])
  const [mode, setMode] = useState(first)
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('30')
  const [user, setUser] = useState<UserRowFragment | null>(null)
  const [asked, setAsked] = useState<string>()
  const keyOf = useKeyOf()
  const { data } = useQuery(detailQuery(organization.id))
  const consent = data?.organization?.loginAsConsent
  const { name } = organization
  const { run, busy, under, above } = useChange(
    async (reason: string) => {
      const input = { organizationId: organization.id, userId: user?.id ?? null, mode, minutes: Number(minutes), reason, bearer: false }
      return settled((await gql(LoginAsDocument, { input: { ...input, idempotencyKey: keyOf(input) } })).loginAs)
    },
    ({ impersonation }) => {
      const row = readFragment(ImpersonationRowFragmentDoc, impersonation)
      if (row?.status === 'ACTIVE') enter()
      else if (row) setAsked(row.id)
    },
  )
  if (asked) return <Waiting id={asked} organization={organization} onClose={onClose} />
  const modes = (['CLIENT', 'PARTNER'] as const).filter((one) => organization.viewerActions.includes(`LOGIN_AS_${one}`))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(String(new FormData(event.currentTarget).get('reason')).trim())
  }
  return (
    <Dialog open onClose={onClose} title={t('title', { name })} description={t('text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('mode', 'reason', 'minutes', 'userId')}
          {consent && consent !== 'ALWAYS' && (
            <p className={cn('rounded-lg px-3 py-2 text-sm', consent === 'NEVER' ? 'bg-bad-tint text-bad' : 'bg-warn-tint text-warn')}>
              {consent === 'NEVER' ? t('never', { name }) : t('ask', { name })}
            </p>
          )}
          <fieldset className="grid gap-2 sm:grid-cols-2">
            <legend className="mb-1.5 text-sm font-medium">{t('mode')}</legend>
            {modes.map((one) => (
              <label key={one} className="flex cursor-pointer gap-2.5 rounded-xl border border-line p-3 has-checked:border-primary has-checked:ring-1 has-checked:ring-primary">
                <input type="radio" name="mode" value={one} checked={mode === one} onChange={() => setMode(one)} className="mt-1 accent-primary" />
                <span className="text-sm">
                  <span className="block font-medium">{t(`modes.${one}.name`)}</span>
                  <span className="text-soft">{t(`modes.${one}.text`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <Field label={t('reason')} hint={t('reasonHint')} error={under('reason')}>
            <Area name="reason" required maxLength={500} rows={2} autoFocus />
          </Field>
          <div className="grid gap-4 sm:grid-cols-[1fr_auto]">
            <Field label={t('user')} error={under('userId')}>
              <MemberPicker organizationId={organization.id} label={t('user')} placeholder={t('findUser')} value={user} onChange={setUser} />
            </Field>
            <Field label={t('minutes')} error={under('minutes')}>
              <Select label={t('minutes')} value={minutes} onChange={setMinutes} choices={lengths.map((value) => ({ value, label: t('minutesOf', { count: Number(value) }) }))} />
            </Field>
          </div>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={consent === 'NEVER'}>
            {consent === 'ASK' ? t('submitAsk') : t('submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

/** Looks every few seconds what the customer has decided. */
function Waiting({ id, organization, onClose }: DialogOf & { id: string }) {
  const { t, i18n } = useTranslation(['loginAs', 'translation'])
  const viewer = useViewer()
  const { name } = organization
  const { data } = useQuery({
    queryKey: ['impersonations', 'waiting', id],
    queryFn: async () => {
      const rows = await impersonations({ organizationId: { eq: organization.id }, actorId: { eq: viewer.user.id } }, 20)
      return rows.find((one) => one.id === id) ?? null
    },
    refetchInterval: 3_000,
  })
  const start = useAction(() => begin(id))
  const withdraw = useAction(
    async () => settled((await gql(LoginAsEndDocument, { id })).loginAsEnd),
    () => {
      onClose()
      say(t('withdrawn'))
    },
  )
  const time = data ? new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(data.expiresAt)) : ''
  const who = data?.decidedBy?.displayName ?? t('someone')
  const state = data?.status ?? 'REQUESTED'
  return (
    <Dialog open onClose={onClose} title={t('title', { name })}>
      <DialogBody>
        <div aria-live="polite">
          {state === 'REQUESTED' && (
            <Notice icon={Hourglass} title={t('waiting', { name })}>
              {t('waitingText')} {time && t('until', { time })}
            </Notice>
          )}
          {state === 'APPROVED' && (
            <Notice icon={ShieldCheck} title={t('approved', { name })}>
              {t('approvedText', { who, time, minutes: data?.minutes })}
            </Notice>
          )}
          {state === 'DENIED' && (
            <Notice icon={ShieldX} title={t('denied', { name })}>
              {t('deniedText', { who })}
            </Notice>
          )}
          {!['REQUESTED', 'APPROVED', 'DENIED'].includes(state) && <Notice icon={ShieldX} title={t('gone')} />}
        </div>
      </DialogBody>
      <DialogFoot>
        {data?.viewerActions.includes('END') && (
          <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {t('withdraw')}
          </Button>
        )}
        <Button onClick={onClose}>{t('translation:close')}</Button>
        {data?.viewerActions.includes('START') && (
          <Button look="primary" busy={start.isPending} onClick={() => start.mutate(undefined)}>
            {t('start')}
          </Button>
        )}
      </DialogFoot>
    </Dialog>
  )
}
