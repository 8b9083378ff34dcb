import { Combobox } from '@base-ui/react/combobox'
import { OrganizationMembersDocument, readFragment, UserRowFragmentDoc, type UserRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { inputLook } from '@/ui/field'
import { itemLook, popupLook } from '@/ui/menu'
import { cn } from '@/ui/cn'

interface MemberPickerProps {
  organizationId: string
  label: string
  placeholder: string
  value: UserRowFragment | null
  onChange: (user: UserRowFragment | null) => void
}

/** Finds one active person among those of an organization: the server searches. */
export function MemberPicker({ organizationId, label, placeholder, value, onChange }: MemberPickerProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const search = text === value?.displayName ? null : text.trim() || null
  const variables = { first: 20, search, where: { memberOf: { eq: organizationId }, status: { in: ['ACTIVE' as const] } } }
  const { data, isFetching } = useQuery({
    queryKey: ['organization', organizationId, 'members', variables],
    queryFn: () => gql(OrganizationMembersDocument, variables),
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox.Root
      items={readFragment(UserRowFragmentDoc, data?.users?.nodes) ?? []}
      filter={null}
      value={value}
      onValueChange={onChange}
      inputValue={text}
      onInputValueChange={setText}
      itemToStringLabel={(one: UserRowFragment) => one.displayName}
      isItemEqualToValue={(one: UserRowFragment, other: UserRowFragment) => one.id === other.id}
    >
      <div className="relative">
        <Combobox.Input aria-label={label} placeholder={placeholder} className={cn(inputLook, 'pr-9')} />
        <Combobox.Trigger aria-label={label} className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-lg text-soft">
          <ChevronsUpDown className="size-4" aria-hidden />
        </Combobox.Trigger>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-60 outline-none">
          <Combobox.Popup className={cn(popupLook, 'max-h-72 w-(--anchor-width) overflow-y-auto')} aria-busy={isFetching}>
            <Combobox.Empty className="px-2.5 py-2 text-soft empty:hidden">{t('list.noMatch')}</Combobox.Empty>
            <Combobox.List>
              {(one: UserRowFragment) => (
                <Combobox.Item key={one.id} value={one} className={itemLook}>
                  <span className="min-w-0">
                    <span className="block truncate">{one.displayName}</span>
                    <span className="block truncate text-xs text-soft">{one.email}</span>
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
