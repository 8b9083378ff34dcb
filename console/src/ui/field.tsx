import { Field as Base } from '@base-ui/react/field'
import { useEffect, useRef, useState, type ComponentProps, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cn } from './cn'

export const inputLook =
  'h-9 w-full rounded-lg border border-edge/70 bg-card px-3 text-sm text-ink placeholder:text-soft/80 focus-visible:outline-2 focus-visible:-outline-offset-1 disabled:opacity-60 data-[invalid]:border-bad'

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  children: ReactNode
  className?: string
}

type Control = HTMLInputElement | HTMLTextAreaElement

/**
 * What the browser finds wrong when a form is sent, in the language of the console, to be told under the field
 * or under what holds some of them. The browser itself would tell of one field at a time, in a language of its own.
 */
export function useMistake(seen: unknown) {
  const { t, i18n } = useTranslation()
  const [mistake, setMistake] = useState<string>()
  const control = useRef<Control>(undefined)
  // What is typed or chosen elsewhere may mend it too.
  useEffect(() => {
    if (mistake && control.current?.validity.valid) setMistake(undefined)
  }, [mistake, seen])
  const onInvalidCapture = (event: FormEvent) => {
    const at = event.target as Control
    const { form, type, validity } = at
    event.preventDefault()
    control.current = at
    if (form?.querySelector(':is(input, textarea):invalid') === at) at.focus()
    const number = type === 'number'
    const limit = (name: 'min' | 'max') => new Intl.NumberFormat(i18n.language).format(Number(at.getAttribute(name)))
    if (validity.valueMissing && !validity.badInput) setMistake(t('mistake.missing'))
    else if (validity.typeMismatch && (type === 'email' || type === 'url')) setMistake(t(`mistake.${type}`))
    else if (number && validity.rangeUnderflow) setMistake(t('mistake.low', { limit: limit('min') }))
    else if (number && validity.rangeOverflow) setMistake(t('mistake.high', { limit: limit('max') }))
    else if (type === 'date' && (validity.rangeUnderflow || validity.rangeOverflow)) setMistake(t(validity.rangeUnderflow ? 'mistake.early' : 'mistake.late'))
    else if (number) setMistake(t(validity.stepMismatch ? 'mistake.whole' : 'mistake.number'))
    else setMistake(t('mistake.other'))
  }
  return { mistake, watch: { onInvalidCapture, onInput: () => setMistake(undefined) } }
}

/** A label, a control, and what is wrong with its value. */
export function Field({ label, hint, error: told, children, className }: FieldProps) {
  const { mistake, watch } = useMistake(children)
  const error = mistake ?? told
  return (
    <Base.Root invalid={!!error} className={cn('flex flex-col gap-1.5', className)} {...watch}>
      <Base.Label className="text-sm font-medium">{label}</Base.Label>
      {children}
      {hint && <Base.Description className="text-xs text-soft">{hint}</Base.Description>}
      {error && (
        <Base.Error match className="text-sm text-bad">
          {error}
        </Base.Error>
      )}
    </Base.Root>
  )
}

export const Input = ({ className, ...rest }: ComponentProps<typeof Base.Control>) => (
  <Base.Control className={cn(inputLook, className)} {...rest} />
)

export const Area = ({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) => (
  <Base.Control
    render={<textarea rows={rows} {...rest} />}
    className={cn(inputLook, 'h-auto py-2', className)}
  />
)
