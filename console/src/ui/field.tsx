import { Field as Base } from '@base-ui/react/field'
import type { ComponentProps, ReactNode } from 'react'
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

/** A label, a control, and what is wrong with its value. */
export function Field({ label, hint, error, children, className }: FieldProps) {
  return (
    <Base.Root invalid={!!error} className={cn('flex flex-col gap-1.5', className)}>
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
