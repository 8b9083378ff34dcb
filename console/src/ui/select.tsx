import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { buttonLook } from './button'
import { cn } from './cn'
import { itemLook, popupLook } from './menu'

export interface Choice<Value extends string> {
  value: Value
  label: string
  hint?: string
}

interface SelectProps<Value extends string> {
  label: string
  value: Value
  choices: readonly Choice<Value>[]
  onChange: (value: Value) => void
  className?: string
  id?: string
}

export function Select<Value extends string>({ label, value, choices, onChange, className, id }: SelectProps<Value>) {
  return (
    <Base.Root items={choices.map(({ value, label }) => ({ value, label }))} value={value} onValueChange={(next) => onChange(next as Value)}>
      <Base.Trigger id={id} aria-label={label} className={cn(buttonLook({ look: 'plain' }), 'justify-between font-normal', className)}>
        <Base.Value />
        <Base.Icon>
          <ChevronsUpDown className="text-soft" aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className={cn(popupLook, 'max-h-80 min-w-(--anchor-width) overflow-y-auto')}>
            {choices.map((one) => (
              <Base.Item key={one.value} value={one.value} className={itemLook}>
                <span className="grid size-4 place-items-center">
                  <Base.ItemIndicator>
                    <Check className="text-primary!" aria-hidden />
                  </Base.ItemIndicator>
                </span>
                <span>
                  <Base.ItemText>{one.label}</Base.ItemText>
                  {one.hint && <span className="block text-xs text-soft">{one.hint}</span>}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
