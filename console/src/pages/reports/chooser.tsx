import { OrganizationChoicesDocument, UserChoicesDocument } from '@contract'
import { Combobox } from '@base-ui/react/combobox'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { cn } from '@/ui/cn'
import { ComboboxItem, ComboboxList, NameAndText } from '@/ui/combobox'
import { inputLook } from '@/ui/field'

export interface Chosen {
  id: string
  name: string
  text?: string | null | undefined
}

interface ChooserProps {
  label: string
  placeholder: string
  value: readonly Chosen[]
  onChange: (value: Chosen[]) => void
  /** What is offered for a search, under which key it is kept. */
  source: { key: string; find: (search: string | null) => Promise<Chosen[]> }
}

/** Chooses several out of any number: the server searches, chips show what is chosen. */
export function Chooser({ label, placeholder, value, onChange, source }: ChooserProps) {
  const { t } = useTranslation(['reports', 'translation'])
  const [text, setText] = useState('')
  const search = text.trim() || null
  const { data, isFetching } = useQuery({ queryKey: [source.key, 'choices', 'several', search], queryFn: () => source.find(search), placeholderData: keepPreviousData })
  return (
    <Combobox.Root
      multiple
      items={data ?? []}
      filter={null}
      value={[...value]}
      onValueChange={(next: Chosen[]) => {
        onChange(next)
        setText('')
      }}
      inputValue={text}
      onInputValueChange={setText}
      itemToStringLabel={(one: Chosen) => one.name}
      isItemEqualToValue={(one: Chosen, other: Chosen) => one.id === other.id}
    >
      <Combobox.Chips className={cn(inputLook, 'flex h-auto min-h-9 flex-wrap items-center gap-1.5 px-2 py-1.5')}>
        {value.map((one) => (
          <Combobox.Chip key={one.id} className="inline-flex h-6 max-w-full items-center gap-1 rounded-full bg-tint pr-0.5 pl-2.5 text-xs font-medium text-primary">
            <span className="truncate">{one.name}</span>
            <Combobox.ChipRemove aria-label={t('chooser.remove', { name: one.name })} className="grid size-5 shrink-0 place-items-center rounded-full hover:bg-hover">
              <X className="size-3" aria-hidden />
            </Combobox.ChipRemove>
          </Combobox.Chip>
        ))}
        <Combobox.Input aria-label={label} placeholder={value.length === 0 ? placeholder : ''} className="h-6 min-w-24 grow bg-transparent px-1 text-sm outline-none placeholder:text-soft/80" />
      </Combobox.Chips>
      <ComboboxList wide busy={isFetching} empty={isFetching ? '…' : t('chooser.none')}>
        {(one: Chosen) => (
          <ComboboxItem key={one.id} value={one}>
            <span className="grid size-4 place-items-center">
              <Combobox.ItemIndicator>
                <Check className="text-primary!" aria-hidden />
              </Combobox.ItemIndicator>
            </span>
            <NameAndText name={one.name} text={one.text} />
          </ComboboxItem>
        )}
      </ComboboxList>
    </Combobox.Root>
  )
}

export const organizationsSource = {
  key: 'organizations',
  find: async (search: string | null): Promise<Chosen[]> =>
    (await gql(OrganizationChoicesDocument, { search, where: null })).organizations?.nodes.map(({ id, name, parent }) => ({ id, name, text: parent?.name })) ?? [],
}

export const peopleSource = {
  key: 'users',
  find: async (search: string | null): Promise<Chosen[]> =>
    (await gql(UserChoicesDocument, { search, where: { status: { in: ['ACTIVE'] } } })).users?.nodes.map(({ id, displayName, email, organization }) => ({
      id,
      name: displayName,
      text: [email, organization?.name].filter(Boolean).join(' · '),
    })) ?? [],
}
