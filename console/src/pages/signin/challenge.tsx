import { readFragment, SessionChallengeAnswerDocument, SignInChallengeFragmentDoc, type SessionChallengeAnswerInput, type SignInChallengeFragment } from '@contract'
import { KeyRound } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { Button } from '@/ui/button'
import { Field, Input } from '@/ui/field'
import { Alert, useAttempt } from './attempt'
import { Codes } from './codes'
import { Go, Heading, linkLook } from './frame'
import { NewPassword } from './new-password'
import { showPasskey } from '@/app/passkey'
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

type Proof = Omit<SessionChallengeAnswerInput, 'token' | 'bearer'>

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

interface PartProps {
  challenge: SignInChallengeFragment
  username: string | undefined
  attempt: ReturnType<typeof useAttempt>
  answer: (proof: Proof | Promise<Proof>) => void
}

const Form = ({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) => (
  <form
    className="flex flex-col gap-4"
    onSubmit={(event: FormEvent) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {children}
  </form>
)

function Change({ username, attempt, answer }: PartProps) {
  const { t } = useTranslation(['entry', 'translation'])
  const [password, setPassword] = useState('')
  return (
    <Form onSubmit={() => answer({ newPassword: password })}>
      <Heading title={t('change.title')}>{t('change.text')}</Heading>
      {attempt.above('newPassword')}
      <NewPassword label={t('change.field')} name="newPassword" value={password} onChange={setPassword} error={attempt.under('newPassword')} username={username} autoFocus />
      <Go busy={attempt.busy} disabled={attempt.waiting}>
        {t('continue')}
      </Go>
    </Form>
  )
}

const digits = (text: string): string => text.replaceAll(/\D/g, '').slice(0, 6)

interface CodeFieldProps {
  attempt: ReturnType<typeof useAttempt>
  onFull: (code: string) => void
  value: string
  onChange: (code: string) => void
}

/** Six digits; the last one sends them. */
function CodeField({ attempt, value, onChange, onFull }: CodeFieldProps) {
  const { t } = useTranslation(['entry', 'translation'])
  return (
    <Field label={t('factor.code')} error={attempt.under('code')}>
      <Input
        name="code"
        required
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        value={value}
        onValueChange={(text) => {
          const code = digits(text)
          onChange(code)
          if (code.length === 6 && code !== value && !attempt.busy && !attempt.waiting) onFull(code)
        }}
        className="font-mono text-lg tracking-[0.3em]"
      />
    </Field>
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

type Way = 'code' | 'recovery' | 'passkey'

function Factor({ challenge: { kind, passkeyOptions }, attempt, answer }: PartProps) {
  const { t } = useTranslation(['entry', 'translation'])
  const ways: Way[] = [...(kind === 'TOTP' ? (['code'] as const) : []), ...(passkeyOptions ? (['passkey'] as const) : []), 'recovery']
  const [way, setWay] = useState<Way>(kind === 'PASSKEY' ? 'passkey' : 'code')
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState('')
  const passkey = () => answer(showPasskey(passkeyOptions).then((shown) => ({ passkey: shown })))
  const texts = { code: 'factor.codeText', recovery: 'factor.recoveryText', passkey: 'factor.passkeyText' } as const
  const others = { code: 'factor.useCode', recovery: 'factor.useRecovery', passkey: 'factor.usePasskey' } as const
  const submit = { code: () => answer({ code }), recovery: () => answer({ recoveryCode: recovery.trim() }), passkey }
  return (
    <Form onSubmit={submit[way]}>
      <Heading title={t('factor.title')}>{t(texts[way])}</Heading>
      {attempt.above(way === 'code' ? 'code' : 'recoveryCode')}
      {way === 'code' && <CodeField attempt={attempt} value={code} onChange={setCode} onFull={(full) => answer({ code: full })} />}
      {way === 'recovery' && (
        <Field label={t('factor.recovery')} error={attempt.under('recoveryCode')}>
          <Input name="recoveryCode" required autoFocus autoComplete="off" autoCapitalize="none" spellCheck={false} value={recovery} onValueChange={setRecovery} className="font-mono" />
        </Field>
      )}
      <Go busy={attempt.busy} disabled={attempt.waiting}>
        {way === 'passkey' && <KeyRound aria-hidden />}
        {way === 'passkey' ? t('passkey') : t('continue')}
      </Go>
      <div className="flex flex-col items-start gap-1.5">
        {ways
          .filter((one) => one !== way)
          .map((one) => (
            <Button
              key={one}
              look="quiet"
              size="sm"
              className="-ml-2.5"
              onClick={() => {
                attempt.forget()
                setWay(one)
              }}
            >
              {t(others[one])}
            </Button>
          ))}
      </div>
    </Form>
  )
}
