import type { SessionChallengeAnswerInput, SignInChallengeFragment } from '@contract'
import { KeyRound } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showPasskey } from '@/app/passkey'
import { Button } from '@/ui/button'
import { Field, Input } from '@/ui/field'
import type { useAttempt } from './attempt'
import { Go, Heading } from './frame'

export type Proof = Omit<SessionChallengeAnswerInput, 'token' | 'bearer'>

/** One step of a challenge, and how it is answered. */
export interface PartProps {
  challenge: SignInChallengeFragment
  username: string | undefined
  attempt: ReturnType<typeof useAttempt>
  answer: (proof: Proof | Promise<Proof>) => void
}

export const Form = ({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) => (
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

const digits = (text: string): string => text.replaceAll(/\D/g, '').slice(0, 6)

interface CodeFieldProps {
  attempt: ReturnType<typeof useAttempt>
  onFull: (code: string) => void
  value: string
  onChange: (code: string) => void
}

/** Six digits; the last one sends them. */
export function CodeField({ attempt, value, onChange, onFull }: CodeFieldProps) {
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

type Way = 'code' | 'recovery' | 'passkey'

/** A second factor that is set up: whichever of them is at hand. */
export function Factor({ challenge: { kind, passkeyOptions }, attempt, answer }: PartProps) {
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
