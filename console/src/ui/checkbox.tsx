import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import { cn } from './cn'

interface CheckboxProps {
  label: string
  checked: boolean
  some?: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
  className?: string
}

export function Checkbox({ label, checked, some = false, onChange, disabled, className }: CheckboxProps) {
  return (
    <Base.Root
      aria-label={label}
      checked={checked}
      indeterminate={some}
      disabled={disabled}
      onCheckedChange={onChange}
      className={cn(
        'grid size-4.5 shrink-0 place-items-center rounded border border-edge bg-card text-on-primary data-[checked]:border-primary data-[checked]:bg-primary data-[disabled]:opacity-50 data-[indeterminate]:border-primary data-[indeterminate]:bg-primary',
        className,
      )}
    >
      <Base.Indicator className="[&_svg]:size-3.5">{some ? <Minus aria-hidden /> : <Check aria-hidden />}</Base.Indicator>
    </Base.Root>
  )
}
