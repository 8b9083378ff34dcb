import './words'
import {
  readFragment,
  SessionChallengeAnswerDocument,
  SessionPasskeyBeginDocument,
  SignInChallengeFragmentDoc,
  SignInDocument,
  ViewerDocument,
  type SessionCreateInput,
  type SignInChallengeFragment,
} from '@contract'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { KeyRound } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { Button } from '@/ui/button'
import { Field, Input } from '@/ui/field'
import { useAttempt } from './attempt'
import { Steps } from './challenge'
import { useFinish } from './finish'
import { Frame, Go, Heading, linkLook, useLook } from './frame'
import { SecretInput } from './new-password'
import { passkeysWork, showPasskey } from '@/app/passkey'

const route = getRouteApi('/signin')

/** A password or a passkey first, then whatever the server still asks for. */
export function SignIn() {
  const { next } = route.useSearch()
  const [challenge, setChallenge] = useState<{ asked: SignInChallengeFragment; username?: string | undefined }>()
  const finish = useFinish()
  const done = () => void finish(next)
  return (
    <Frame>
      {challenge ? (
        <Steps challenge={challenge.asked} username={challenge.username} onDone={done} onAgain={() => setChallenge(undefined)} />
      ) : (
        <First onChallenge={(asked, username) => setChallenge({ asked, username })} onDone={done} />
      )}
    </Frame>
  )
}

interface FirstProps {
  onChallenge: (challenge: SignInChallengeFragment, username?: string) => void
  onDone: () => void
}

function First({ onChallenge, onDone }: FirstProps) {
  const { t } = useTranslation(['entry', 'translation'])
  const { product } = useLook()
  const attempt = useAttempt()
  const [busy, setBusy] = useState<'password' | 'passkey'>()

  const go = async (by: 'password' | 'passkey', work: () => ReturnType<typeof signInByPasskey> | ReturnType<typeof signInByPassword>, username?: string) => {
    setBusy(by)
    const payload = await attempt.run(work)
    setBusy(undefined)
    if (!payload) return
    const challenge = readFragment(SignInChallengeFragmentDoc, payload.challenge)
    if (challenge) onChallenge(challenge, username)
    else onDone()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const input = { email: String(form.get('email')).trim(), password: String(form.get('password')) }
    void go('password', () => signInByPassword(input), input.email)
  }
  const passkey = () => go('passkey', signInByPasskey)
  return (
    <div className="flex flex-col gap-5">
      <Heading title={t('to', { product })} />
      <Already onGo={onDone} />
      <form onSubmit={submit} className="flex flex-col gap-4">
        {attempt.above('email', 'password')}
        <Field label={t('email')} error={attempt.under('email')}>
          <Input name="email" type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} required autoFocus />
        </Field>
        <Field label={t('password')} error={attempt.under('password')}>
          <SecretInput name="password" autoComplete="current-password" required />
        </Field>
        <Go busy={busy === 'password'} disabled={attempt.waiting || attempt.busy}>
          {t('submit')}
        </Go>
      </form>
      {passkeysWork() && (
        <>
          <p className="flex items-center gap-3 text-xs text-soft before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">{t('or')}</p>
          <Button size="lg" busy={busy === 'passkey'} disabled={attempt.waiting || attempt.busy} onClick={() => void passkey()}>
            <KeyRound aria-hidden />
            {t('passkey')}
          </Button>
        </>
      )}
      <p className="text-sm">
        <Link to="/password" className={linkLook}>
          {t('forgotten')}
        </Link>
      </p>
    </div>
  )
}

const signInByPassword = async (input: SessionCreateInput) => settled((await gql(SignInDocument, { input })).sessionCreate)

/** A passkey stands for address, password and second factor at once. */
async function signInByPasskey() {
  const { token, options } = settled((await gql(SessionPasskeyBeginDocument)).sessionPasskeyBegin)
  const passkey = await showPasskey(options)
  return settled((await gql(SessionChallengeAnswerDocument, { input: { token: token ?? '', passkey } })).sessionChallengeAnswer)
}

/** Somebody is signed in here already; he may go on, or sign in as somebody else. */
function Already({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation(['entry', 'translation'])
  // Asked anew each time: what is known of the viewer may be of a session that just ended.
  const { data } = useQuery({ queryKey: ['signin', 'viewer'], queryFn: () => gql(ViewerDocument), gcTime: 0, staleTime: 0 })
  if (!data?.viewer) return null
  return (
    <div className="flex flex-col items-start gap-2 rounded-xl bg-tint p-4 text-sm">
      {t('already', { name: data.viewer.user.displayName })}
      <Button size="sm" onClick={onGo}>
        {t('alreadyGo', { name: data.viewer.user.displayName })}
      </Button>
    </div>
  )
}
