import { Combobox as Base } from '@base-ui/react/combobox'
import { ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cn } from './cn'
import { inputLook } from './field'
import { itemLook, popupLook } from './menu'

/** Where a choice is typed; the button beside it opens the list. */
export const ComboboxField = ({ label, placeholder = label, className }: { label: string; placeholder?: string | undefined; className?: string | undefined }) => (
  <div className={cn('relative', className)}>
    <Base.Input aria-label={label} placeholder={placeholder} className={cn(inputLook, 'pr-9')} />
    <Base.Trigger aria-label={label} className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-lg text-soft">
      <ChevronsUpDown className="size-4" aria-hidden />
    </Base.Trigger>
  </div>
)

interface ComboboxListProps<One> {
  /** Said when nothing is offered. */
  empty?: ReactNode
  busy?: boolean
  /** As wide as words need it, where the field is narrow. */
  wide?: boolean
  /** Draws one offer, or a group of them. */
  children: (one: One) => ReactNode
}

/** What is offered for what was typed. */
export function ComboboxList<One>({ empty, busy, wide, children }: ComboboxListProps<One>) {
  const { t } = useTranslation()
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} className="z-60 outline-none">
        <Base.Popup className={cn(popupLook, 'max-h-80 w-(--anchor-width) overflow-y-auto', wide && 'min-w-72')} aria-busy={busy}>
          <Base.Empty className="px-2.5 py-2 text-soft empty:hidden">{empty ?? t('list.noMatch')}</Base.Empty>
          <Base.List>{children}</Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}

export const ComboboxItem = ({ value, children }: { value: unknown; children: ReactNode }) => (
  <Base.Item value={value} className={itemLook}>
    {children}
  </Base.Item>
)

/** A name, and what tells it from others of that name. */
export const NameAndText = ({ name, text }: { name: string; text?: ReactNode }) => (
  <span className="min-w-0">
    <span className="block truncate">{name}</span>
    {text && <span className="block truncate text-xs text-soft">{text}</span>}
  </span>
)
