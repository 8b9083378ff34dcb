import { Menu as Base } from '@base-ui/react/menu'
import { cloneElement, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode } from 'react'
import { cn } from './cn'

export const popupLook =
  'z-50 rounded-xl border border-line bg-raised p-1 text-sm text-ink shadow-xl outline-none transition duration-100 data-[ending-style]:scale-97 data-[ending-style]:opacity-0 data-[starting-style]:scale-97 data-[starting-style]:opacity-0'
export const itemLook =
  'flex w-full cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-soft'

interface Trigger {
  onClick?: (event: MouseEvent) => void
  onKeyDown?: (event: KeyboardEvent) => void
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
}

interface MenuProps {
  trigger: ReactElement<Trigger>
  children: ReactNode
  align?: 'start' | 'end'
}

/** A button with a menu. A table draws one in every row, so the menu itself is made when it is first opened. */
export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  const [made, setMade] = useState<{ /** The entry the focus begins at; none after a press. */ entry?: 0 | -1; at: number }>()
  const popup = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (made?.entry === undefined) return
    const { entry } = made
    const frame = requestAnimationFrame(() => [...(popup.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])].at(entry)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [made])
  if (!made) {
    return cloneElement(trigger, {
      'aria-haspopup': 'menu',
      'aria-expanded': false,
      onClick: ({ detail, timeStamp }) => setMade({ ...(detail === 0 && { entry: 0 }), at: timeStamp }),
      onKeyDown: (event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        setMade({ entry: event.key === 'ArrowDown' ? 0 : -1, at: event.timeStamp })
      },
    })
  }
  return (
    <Base.Root
      defaultOpen
      onOpenChange={(open, { reason, event, cancel }) => {
        // The second half of a double click leaves open what the first has opened.
        if (!open && (reason === 'trigger-press' || reason === 'outside-press') && event.timeStamp - made.at < 500) cancel()
      }}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup ref={popup} className={cn(popupLook, 'min-w-52')}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface MenuItemProps {
  icon?: ReactNode
  danger?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon, danger, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item className={cn(itemLook, danger && 'text-bad [&_svg]:text-bad')} onClick={onSelect}>
      {icon}
      {children}
    </Base.Item>
  )
}

interface MenuCheckProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** An entry that is switched on and off and leaves the menu open. */
export function MenuCheck({ checked, onChange, children }: MenuCheckProps) {
  return (
    <Base.CheckboxItem className={itemLook} checked={checked} onCheckedChange={onChange} closeOnClick={false}>
      <span className="grid size-4 place-items-center rounded border border-edge text-primary">
        <Base.CheckboxItemIndicator className="size-2 rounded-[2px] bg-primary" />
      </span>
      {children}
    </Base.CheckboxItem>
  )
}

export const MenuLine = () => <Base.Separator className="my-1 h-px bg-line" />
