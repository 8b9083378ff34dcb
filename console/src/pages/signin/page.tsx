import { readFragment, SessionChallengeAnswerDocument, SignInChallengeFragmentDoc, SignInDocument, type SignInChallengeFragment } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, Refused, settled } from '@/api/gql'
import { viewerQuery } from '@/app/session'
import { Button } from '@/ui/button'
import { Field, Input } from '@/ui/field'
import { answerPasskey } from './passkey'

const route = getRouteApi('/signin')

/** Password first, then whatever the server still asks for, one step at a time. */
export function SignIn() {
  const { t } = useTranslation()
  const [challenge, setChallenge] = useState<SignInChallengeFragment>()
  const [codes, setCodes] = useState<readonly string[]>()
  const finish = useFinish()

  const onStep = (step: Step) => {
    setChallenge(step.challenge)
    if (step.recoveryCodes) setCodes(step.recoveryCodes)
    else if (!step.challenge) void finish()
  }
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <img src="/console/icon.svg" alt="" className="mb-6 size-10" />
        {codes ? (
          <Recovery codes={codes} onDone={() => void finish()} />
        ) : challenge ? (
          <Challenge key={challenge.token} challenge={challenge} onStep={onStep} onAgain={() => setChallenge(undefined)} />
        ) : (
          <Password onStep={onStep} />
        )}
        {!challenge && !codes && (
          <p className="mt-6 text-sm">
            <a href="/password" className="text-primary underline underline-offset-4">
              {t('signIn.forgotten')}
            </a>
          </p>
        )}
      </div>
    </main>
  )
}

interface Step {
  challenge: SignInChallengeFragment | undefined
  recoveryCodes?: readonly string[] | null
}

/** Goes where the person wanted to go before the sign-in came between. */
function useFinish() {
  const { next } = route.useSearch()
  const client = useQueryClient()
  const router = useRouter()
  return async () => {
    client.clear()
    await client.fetchQuery(viewerQuery)
    router.history.push(next?.startsWith('/') && !next.startsWith('//') ? next : '/')
  }
}

/** What went wrong, beside the field it belongs to. */
function useRefusals() {
  const [failure, setFailure] = useState<unknown>()
  const refusals = failure instanceof Refused ? failure.refusals : []
  const under = (name: string) => refusals.find((one) => one.path.at(-1) === name)?.message
  const named = (names: string[]) => refusals.filter((one) => !names.includes(one.path.at(-1) ?? ''))
  return {
    setFailure,
    under,
    general: (...names: string[]) => (refusals.length > 0 ? named(names).map((one) => one.message).join(' ') : failure instanceof Error ? failure.message : ''),
  }
}

const Alert = ({ text }: { text: string }) =>
  text && (
    <p role="alert" className="rounded-lg bg-bad-tint px-3 py-2 text-sm text-bad">
      {text}
    </p>
  )

function Password({ onStep }: { onStep: (step: Step) => void }) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const { setFailure, under, general } = useRefusals()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    try {
      const payload = settled((await gql(SignInDocument, { input: { email: String(form.get('email')).trim(), password: String(form.get('password')) } })).sessionCreate)
      onStep({ challenge: readFragment(SignInChallengeFragmentDoc, payload.challenge) ?? undefined })
    } catch (failure) {
      setFailure(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <h1 className="text-2xl font-semibold">{t('signIn.title')}</h1>
      <Alert text={general('email', 'password')} />
      <Field label={t('signIn.email')} error={under('email')}>
        <Input name="email" type="email" autoComplete="username" required autoFocus />
      </Field>
      <Field label={t('signIn.password')} error={under('password')}>
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button look="primary" size="lg" type="submit" busy={busy}>
        {t('signIn.submit')}
      </Button>
    </form>
  )
}

interface ChallengeProps {
  challenge: SignInChallengeFragment
  onStep: (step: Step) => void
  onAgain: () => void
}

function Challenge({ challenge, onStep, onAgain }: ChallengeProps) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const { setFailure, under, general } = useRefusals()
  const { kind, token, totp, passkeyOptions } = challenge

  const answer = async (proof: { code?: string; recoveryCode?: string; newPassword?: string; passkey?: unknown }) => {
    setBusy(true)
    try {
      const payload = settled((await gql(SessionChallengeAnswerDocument, { input: { token, ...proof } })).sessionChallengeAnswer)
      onStep({ challenge: readFragment(SignInChallengeFragmentDoc, payload.challenge) ?? undefined, recoveryCodes: payload.recoveryCodes })
    } catch (failure) {
      setFailure(failure)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('answer')).trim()
    if (kind === 'PASSWORD_CHANGE') void answer({ newPassword: text })
    else if (/^\d{6}$/.test(text.replaceAll(' ', ''))) void answer({ code: text.replaceAll(' ', '') })
    else void answer({ recoveryCode: text })
  }
  const password = kind === 'PASSWORD_CHANGE'
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <h1 className="text-2xl font-semibold">
        {password ? t('signIn.newPasswordTitle') : kind === 'TWO_FACTOR_ENROLLMENT' ? t('signIn.enrol') : t('signIn.secondFactor')}
      </h1>
      {password && <p className="text-sm text-soft">{t('signIn.newPasswordText')}</p>}
      {totp && (
        <>
          <p className="text-sm text-soft">{t('signIn.enrolText')}</p>
          <img src={totp.qrCode} alt="" className="size-44 rounded-xl bg-white p-2" />
          <p className="text-sm">
            {t('signIn.secret')} <code className="font-mono break-all">{totp.secret}</code>
          </p>
        </>
      )}
      <Alert text={general('newPassword', 'code', 'recoveryCode')} />
      <Field
        label={password ? t('signIn.newPassword') : t('signIn.code')}
        hint={kind === 'TOTP' || kind === 'PASSKEY' ? t('signIn.codeHint') : undefined}
        error={under('newPassword') ?? under('code') ?? under('recoveryCode')}
      >
        <Input name="answer" required autoFocus type={password ? 'password' : 'text'} autoComplete={password ? 'new-password' : 'one-time-code'} />
      </Field>
      <Button look="primary" size="lg" type="submit" busy={busy}>
        {t('signIn.continue')}
      </Button>
      {!!passkeyOptions && (
        <Button size="lg" onClick={() => void answerPasskey(passkeyOptions).then((passkey) => answer({ passkey }), setFailure)}>
          {t('signIn.passkey')}
        </Button>
      )}
      <Button look="quiet" onClick={onAgain}>
        {t('signIn.again')}
      </Button>
    </form>
  )
}

function Recovery({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <section className="flex flex-col gap-4">
      <h1 className="text-2xl font-semibold">{t('signIn.recovery')}</h1>
      <p className="text-sm text-soft">{t('signIn.recoveryText')}</p>
      <ul className="grid grid-cols-2 gap-2 rounded-xl border border-line bg-card p-4 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button look="primary" size="lg" onClick={onDone}>
        {t('signIn.kept')}
      </Button>
    </section>
  )
}
