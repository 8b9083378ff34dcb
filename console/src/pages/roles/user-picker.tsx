import { Combobox } from '@base-ui/react/combobox'
import { UserChoicesDocument, type UserChoicesQuery } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Avatar } from '@/ui/avatar'
import { cn } from '@/ui/cn'
import { inputLook } from '@/ui/field'
import { itemLook, popupLook } from '@/ui/menu'

export type UserChoice = NonNullable<UserChoicesQuery['users']>['nodes'][number]

/** One person whose id is all that is known, as from an address. */
export function useUserChoice(id: string | undefined) {
  return useQuery({
    queryKey: ['users', 'choice', id],
    queryFn: async () => (await gql(UserChoicesDocument, { where: { id: { eq: id! } } })).users?.nodes[0] ?? null,
    enabled: !!id,
    staleTime: 300_000,
  })
}

interface UserPickerProps {
  label: string
  /** The id, as it stands in the address. */
  value: string | undefined
  onChange: (user: UserChoice | null) => void
  placeholder?: string
  className?: string
}

/** Finds one person among any number: the server searches. */
export function UserPicker({ value, label, onChange, placeholder, className }: UserPickerProps) {
  const { t } = useTranslation()
  const known = useUserChoice(value).data
  const user = value ? (known ?? null) : null
  const [text, setText] = useState(user?.displayName ?? '')
  const [shown, setShown] = useState(user?.id)
  if (user?.id !== shown) {
    setShown(user?.id)
    setText(user?.displayName ?? '')
  }
  const search = text === user?.displayName ? null : text.trim() || null
  const { data, isFetching } = useQuery({
    queryKey: ['users', 'choices', search],
    queryFn: () => gql(UserChoicesDocument, { search }),
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox.Root
      items={data?.users?.nodes ?? []}
      filter={null}
      value={user}
      onValueChange={onChange}
      inputValue={text}
      onInputValueChange={setText}
      itemToStringLabel={(one: UserChoice) => one.displayName}
      isItemEqualToValue={(one: UserChoice, other: UserChoice) => one.id === other.id}
    >
      <div className={cn('relative', className)}>
        <Combobox.Input aria-label={label} placeholder={placeholder ?? label} className={cn(inputLook, 'pr-9')} />
        <Combobox.Trigger aria-label={label} className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-lg text-soft">
          <ChevronsUpDown className="size-4" aria-hidden />
        </Combobox.Trigger>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-60 outline-none">
          <Combobox.Popup className={cn(popupLook, 'max-h-80 w-(--anchor-width) min-w-72 overflow-y-auto')} aria-busy={isFetching}>
            <Combobox.Empty className="px-2.5 py-2 text-soft empty:hidden">{t('list.noMatch')}</Combobox.Empty>
            <Combobox.List>
              {(one: UserChoice) => (
                <Combobox.Item key={one.id} value={one} className={itemLook}>
                  <Avatar id={one.id} initials={one.initials} />
                  <span className="min-w-0">
                    <span className="block truncate">{one.displayName}</span>
                    <span className="block truncate text-xs text-soft">
                      {one.email} · {one.organization.name}
                    </span>
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
