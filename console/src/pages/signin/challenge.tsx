import { readFragment, SessionChallengeAnswerDocument, SignInChallengeFragmentDoc, type SignInChallengeFragment } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { Alert, useAttempt } from './attempt'
import { Codes } from './codes'
import { CodeField, Factor, Form, type PartProps, type Proof } from './factor'
import { Go, Heading, linkLook } from './frame'
import { NewPassword, Username } from './new-password'
import { TotpSetup } from './totp'

interface StepsProps {
  challenge: SignInChallengeFragment
  /** Who is signing in, as far as the page knows. */
  username?: string | undefined
  /** The session is open. */
  onDone: () => void
  /** It took too long, or the person wants to begin anew. */
  onAgain: () => void
}

/** Whatever the server asks for between the first proof and the session, one step at a time. */
export function Steps({ challenge: first, username, onDone, onAgain }: StepsProps) {
  const { t } = useTranslation(['entry', 'translation'])
  const [challenge, setChallenge] = useState(first)
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes) {
    return (
      <section className="flex flex-col gap-5">
        <Heading title={t('codes.title')}>{t('codes.text')}</Heading>
        <Codes codes={codes} />
        <Go type="button" onClick={onDone}>
          {t('codes.kept')}
        </Go>
      </section>
    )
  }
  const onStep = (next: SignInChallengeFragment | null, recovery: readonly string[]) => {
    if (next) setChallenge(next)
    else if (recovery.length > 0) setCodes(recovery)
    else onDone()
  }
  return <Step key={challenge.token} challenge={challenge} username={username} onStep={onStep} onAgain={onAgain} />
}

interface StepProps {
  challenge: SignInChallengeFragment
  username: string | undefined
  onStep: (next: SignInChallengeFragment | null, codes: readonly string[]) => void
  onAgain: () => void
}

function Step({ challenge, username, onStep, onAgain }: StepProps) {
  const { t } = useTranslation(['entry', 'translation'])
  const attempt = useAttempt()
  const answer = (proof: Proof | Promise<Proof>) =>
    void attempt
      .run(async () => settled((await gql(SessionChallengeAnswerDocument, { input: { token: challenge.token, ...(await proof) } })).sessionChallengeAnswer))
      .then((payload) => payload && onStep(readFragment(SignInChallengeFragmentDoc, payload.challenge) ?? null, payload.recoveryCodes))
  const over = attempt.refusals.some((one) => one.path?.at(-1) === 'token')
  const shared = { challenge, username, attempt, answer }
  return (
    <div className="flex flex-col gap-5">
      {over ? (
        <>
          <Heading title={t('factor.title')} />
          {attempt.above() ?? <Alert>{t('refusal.EXPIRED')}</Alert>}
          <Go type="button" onClick={onAgain}>
            {t('again')}
          </Go>
        </>
      ) : (
        <>
          {challenge.kind === 'PASSWORD_CHANGE' ? <Change {...shared} /> : challenge.kind === 'TWO_FACTOR_ENROLLMENT' ? <Enrol {...shared} /> : <Factor {...shared} />}
          <button type="button" className={`${linkLook} self-start text-sm`} onClick={onAgain}>
            {t('again')}
          </button>
        </>
      )}
    </div>
  )
}

function Change({ username, attempt, answer }: PartProps) {
  const { t } = useTranslation(['entry', 'translation'])
  const [password, setPassword] = useState('')
  return (
    <Form onSubmit={() => answer({ newPassword: password })}>
      <Username value={username} />
      <Heading title={t('change.title')}>{t('change.text')}</Heading>
      {attempt.above('newPassword')}
      <NewPassword label={t('change.field')} name="newPassword" value={password} onChange={setPassword} error={attempt.under('newPassword')} autoFocus />
      <Go busy={attempt.busy} disabled={attempt.waiting}>
        {t('continue')}
      </Go>
    </Form>
  )
}

function Enrol({ challenge, attempt, answer }: PartProps) {
  const { t } = useTranslation(['entry', 'translation'])
  const [code, setCode] = useState('')
  return (
    <Form onSubmit={() => answer({ code })}>
      <Heading title={t('enrol.title')}>{t('enrol.text')}</Heading>
      {challenge.totp && <TotpSetup totp={challenge.totp} />}
      {attempt.above('code')}
      <CodeField attempt={attempt} value={code} onChange={setCode} onFull={(full) => answer({ code: full })} />
      <Go busy={attempt.busy} disabled={attempt.waiting}>
        {t('continue')}
      </Go>
    </Form>
  )
}
