import { Switch as Base } from '@base-ui/react/switch'

interface SwitchProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

/** Something that is on or off at once. */
export const Switch = ({ label, checked, onChange, disabled }: SwitchProps) => (
  <Base.Root
    aria-label={label}
    checked={checked}
    disabled={disabled}
    onCheckedChange={onChange}
    className="relative inline-flex h-5.5 w-9.5 shrink-0 items-center rounded-full bg-edge p-0.5 transition-colors data-[checked]:bg-primary data-[disabled]:opacity-50"
  >
    <Base.Thumb className="size-4.5 rounded-full bg-card shadow transition-transform data-[checked]:translate-x-4 dark:bg-ink dark:data-[checked]:bg-ground" />
  </Base.Root>
)
