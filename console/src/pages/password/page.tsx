import './words'
import { PasswordForgottenDocument, PasswordResetDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { KeyRound, MailCheck } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled, type Refusal } from '@/api/gql'
import { Button, buttonLook } from '@/ui/button'
import { Field, Input } from '@/ui/field'
import { Skeleton } from '@/ui/skeleton'
import { Alert, useAttempt } from '../signin/attempt'
import { Frame, Go, Heading, linkLook, Told } from '../signin/frame'
import { usedUp, useToken } from '../signin/link'
import { NewPassword, Username } from '../signin/new-password'

/** Without a link it asks whom to send one, with a link for the new password. */
export function Password() {
  const token = useToken()
  return <Frame>{token ? <Reset key={token} token={token} /> : <Forgotten />}</Frame>
}

const atToken = (errors: readonly unknown[] | undefined): Refusal | undefined => ((errors ?? []) as Refusal[]).find((one) => one.path.at(-1) === 'token')

function Reset({ token }: { token: string }) {
  const { t } = useTranslation(['password', 'entry'])
  const [done, setDone] = useState(false)
  const [dead, setDead] = useState<Refusal>()
  const [password, setPassword] = useState('')
  const attempt = useAttempt()
  // The server looks at the link first, and no password is too short a one:
  // a dead link is told before anybody thinks of a password, and nothing is written.
  const probe = useQuery({
    queryKey: ['password', token],
    queryFn: async () => atToken((await gql(PasswordResetDocument, { input: { token, newPassword: '' } })).passwordReset?.errors) ?? null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (done) {
    return (
      <Told
        icon={KeyRound}
        tone="good"
        title={t('reset.done.title')}
        action={
          <Link to="/signin" className={buttonLook({ look: 'primary', size: 'lg' })}>
            {t('entry:submit')}
          </Link>
        }
      >
        {t('reset.done.text')}
      </Told>
    )
  }
  const refusal = dead ?? probe.data
  if (refusal) return <Forgotten title={t('reset.deadTitle')} reason={t(refusal.code === 'EXPIRED' ? 'reset.expired' : 'reset.dead')} />
  if (probe.isPending) return <Skeleton className="h-48 w-full" />

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const payload = await attempt.run(async () => {
      const { passwordReset } = await gql(PasswordResetDocument, { input: { token, newPassword: password } })
      setDead(atToken(passwordReset?.errors))
      return settled(passwordReset)
    })
    if (!payload) return
    setDone(true)
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Username />
      <Heading title={t('reset.title')}>{t('reset.text')}</Heading>
      {attempt.above('newPassword')}
      <NewPassword label={t('reset.field')} name="newPassword" value={password} onChange={setPassword} error={attempt.under('newPassword')} autoFocus />
      <Go busy={attempt.busy} disabled={attempt.waiting}>
        {t('reset.submit')}
      </Go>
    </form>
  )
}

/** The answer is the same whether there is such an account or not. */
function Forgotten({ title, reason }: { title?: string; reason?: string }) {
  const { t } = useTranslation(['password', 'entry'])
  const [sent, setSent] = useState<string>()
  const attempt = useAttempt()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email')).trim()
    const payload = await attempt.run(async () => settled((await gql(PasswordForgottenDocument, { input: { email } })).passwordForgotten))
    if (!payload) return
    usedUp()
    setSent(email)
  }
  if (sent) {
    return (
      <Told icon={MailCheck} tone="good" title={t('forgot.sent.title')} action={<Button onClick={() => setSent(undefined)}>{t('forgot.sent.other')}</Button>}>
        {t('forgot.sent.text', { email: sent })}
      </Told>
    )
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Heading title={title ?? t('forgot.title')}>{!reason && t('forgot.text')}</Heading>
      {reason && <Alert>{reason}</Alert>}
      {attempt.above('email')}
      <Field label={t('entry:email')} error={attempt.under('email')}>
        <Input name="email" type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} required autoFocus />
      </Field>
      <Go busy={attempt.busy} disabled={attempt.waiting}>
        {t('forgot.submit')}
      </Go>
      <p className="text-sm">
        <Link to="/signin" className={linkLook}>
          {t('entry:back')}
        </Link>
      </p>
    </form>
  )
}
