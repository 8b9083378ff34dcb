import { Combobox } from '@base-ui/react/combobox'
import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { ComboboxField, ComboboxItem, ComboboxList } from '@/ui/combobox'

interface FinderProps<One> {
  label: string
  value: One | null
  onChange: (one: One | null) => void
  nameOf: (one: One) => string
  /** What the server offers for a text, the first of all for none; kept under a key. */
  source: { key: QueryKey; find: (search: string | null) => Promise<readonly One[]> }
  /** Draws one offer. */
  children: (one: One) => ReactNode
  placeholder?: string | undefined
  className?: string | undefined
  wide?: boolean
}

/** Finds one among any number: the server searches. */
export function Finder<One extends { id: string }>({ label, value, onChange, nameOf, source, children, placeholder, className, wide }: FinderProps<One>) {
  const name = value ? nameOf(value) : ''
  const [text, setText] = useState(name)
  const [shown, setShown] = useState(value?.id)
  // What is chosen elsewhere, or cleared, stands in the field too.
  if (value?.id !== shown) {
    setShown(value?.id)
    setText(name)
  }
  const search = value && text === name ? null : text.trim() || null
  const { data, isFetching } = useQuery({ queryKey: [...source.key, search], queryFn: () => source.find(search), placeholderData: keepPreviousData })
  return (
    <Combobox.Root
      items={data ?? []}
      filter={null}
      value={value}
      onValueChange={onChange}
      inputValue={text}
      onInputValueChange={setText}
      itemToStringLabel={nameOf}
      isItemEqualToValue={(one: One, other: One) => one.id === other.id}
    >
      <ComboboxField label={label} placeholder={placeholder} className={className} />
      <ComboboxList busy={isFetching} {...(wide && { wide })}>
        {(one: One) => (
          <ComboboxItem key={one.id} value={one}>
            {children(one)}
          </ComboboxItem>
        )}
      </ComboboxList>
    </Combobox.Root>
  )
}
