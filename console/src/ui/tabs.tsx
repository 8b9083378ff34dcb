import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { cn } from './cn'

interface TabsProps<Key extends string> {
  label: string
  value: Key
  tabs: readonly { key: Key; title: ReactNode }[]
  onChange: (key: Key) => void
  /** The content of the tab that is shown. */
  children: ReactNode
  className?: string
}

/** Parts of one thing, one in sight; which one is in the address of the page. */
export function Tabs<Key extends string>({ label, value, tabs, onChange, children, className }: TabsProps<Key>) {
  return (
    <Base.Root value={value} onValueChange={(next) => onChange(next as Key)} className={cn('flex flex-col gap-5', className)}>
      <Base.List aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map(({ key, title }) => (
          <Base.Tab
            key={key}
            value={key}
            className="-mb-px rounded-t-lg border-b-2 border-transparent px-3 py-2 text-sm font-medium whitespace-nowrap text-soft outline-offset-[-2px] hover:text-ink data-[active]:border-primary data-[active]:text-ink"
          >
            {title}
          </Base.Tab>
        ))}
      </Base.List>
      <Base.Panel value={value} className="outline-none">
        {children}
      </Base.Panel>
    </Base.Root>
  )
}
