import { Check, Circle, Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'
import { Field, Input } from '@/ui/field'

/** A field for a secret that can be shown while it is typed. */
export function SecretInput({ className, ...rest }: ComponentProps<typeof Input>) {
  const { t } = useTranslation(['entry', 'translation'])
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <span className="relative block">
      <Input {...rest} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} className={cn('pr-10', className)} />
      <button
        type="button"
        aria-label={t('reveal')}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-lg text-soft hover:text-ink"
      >
        <Icon className="size-4" aria-hidden />
      </button>
    </span>
  )
}

/** Tells a password manager whose password a form is about, as far as the page knows. It comes first in the form. */
export const Username = ({ value }: { value?: string | null | undefined }) => (
  <input type="text" name="username" autoComplete="username" value={value ?? ''} readOnly hidden />
)

/** What the server thinks of the password so far. */
export type Verdict = 'unknown' | 'asking' | 'good' | 'weak'

export const minPassword = 10

interface NewPasswordProps {
  label: string
  name: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  /** Without it the length alone is judged before the form is sent. */
  verdict?: Verdict
  autoFocus?: boolean
}

/** A new password, with its two rules and how far they are met. */
export function NewPassword({ label, name, value, onChange, error, verdict, autoFocus }: NewPasswordProps) {
  const { t } = useTranslation(['entry', 'translation'])
  const long = [...value.normalize('NFC')].length >= minPassword
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} error={error}>
        <SecretInput name={name} value={value} onValueChange={onChange} required autoFocus={autoFocus} autoComplete="new-password" />
      </Field>
      <ul className="space-y-1 text-xs" aria-live="polite">
        <Rule text={t('rules.long')} state={long ? 'met' : 'open'} />
        <Rule text={t('rules.hard')} state={!verdict ? undefined : long && verdict === 'good' ? 'met' : long && verdict === 'asking' ? 'asking' : 'open'} />
      </ul>
    </div>
  )
}

function Rule({ text, state }: { text: string; state: 'met' | 'open' | 'asking' | undefined }) {
  const { t } = useTranslation(['entry', 'translation'])
  const Icon = state === 'met' ? Check : Circle
  return (
    <li className={cn('flex items-start gap-2', state === 'met' ? 'text-good' : 'text-soft')}>
      <Icon aria-hidden className={cn('mt-0.5 size-3.5 shrink-0', state === 'asking' && 'animate-pulse')} />
      <span>
        {text}
        {state && <span className="sr-only">: {t(`rules.${state}`)}</span>}
      </span>
    </li>
  )
}
