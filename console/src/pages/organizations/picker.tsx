import { OrganizationChoicesDocument, type OrganizationChoicesQuery, type OrganizationWhereInput } from '@contract'
import { Combobox } from '@base-ui/react/combobox'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { cn } from '@/ui/cn'
import { inputLook } from '@/ui/field'
import { itemLook, popupLook } from '@/ui/menu'

export type OrganizationChoice = NonNullable<OrganizationChoicesQuery['organizations']>['nodes'][number]

interface OrganizationPickerProps {
  label: string
  value: OrganizationChoice | null
  onChange: (organization: OrganizationChoice | null) => void
  /** Which organizations are offered. */
  where?: OrganizationWhereInput
  placeholder?: string
  className?: string
}

/** Finds one organization among any number: the server searches. */
export function OrganizationPicker({ label, value, onChange, where, placeholder, className }: OrganizationPickerProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(value?.name ?? '')
  const [shown, setShown] = useState(value?.id)
  if (value?.id !== shown) {
    setShown(value?.id)
    setText(value?.name ?? '')
  }
  const search = text === value?.name ? null : text.trim() || null
  const { data, isFetching } = useQuery({
    queryKey: ['organizations', 'choices', search, where],
    queryFn: () => gql(OrganizationChoicesDocument, { search, where: where ?? null }),
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox.Root
      items={data?.organizations?.nodes ?? []}
      filter={null}
      value={value}
      onValueChange={onChange}
      inputValue={text}
      onInputValueChange={setText}
      itemToStringLabel={(one: OrganizationChoice) => one.name}
      isItemEqualToValue={(one: OrganizationChoice, other: OrganizationChoice) => one.id === other.id}
    >
      <div className={cn('relative', className)}>
        <Combobox.Input aria-label={label} placeholder={placeholder ?? label} className={cn(inputLook, 'pr-9')} />
        <Combobox.Trigger aria-label={label} className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-lg text-soft">
          <ChevronsUpDown className="size-4" aria-hidden />
        </Combobox.Trigger>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-60 outline-none">
          <Combobox.Popup className={cn(popupLook, 'max-h-80 w-(--anchor-width) overflow-y-auto')} aria-busy={isFetching}>
            <Combobox.Empty className="px-2.5 py-2 text-soft empty:hidden">{t('list.noMatch')}</Combobox.Empty>
            <Combobox.List>
              {(one: OrganizationChoice) => (
                <Combobox.Item key={one.id} value={one} className={itemLook}>
                  <span className="min-w-0">
                    <span className="block truncate">{one.name}</span>
                    {one.parent && <span className="block truncate text-xs text-soft">{one.parent.name}</span>}
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
