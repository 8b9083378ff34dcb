import { Combobox } from '@base-ui/react/combobox'
import type { Permission } from '@contract'
import { useTranslation } from 'react-i18next'
import { ComboboxField, ComboboxItem, ComboboxList } from '@/ui/combobox'
import { groupNames, permissionsOf } from './permissions'

interface Choice {
  value: Permission
  label: string
}

interface PermissionPickerProps {
  label: string
  value: Permission | undefined
  onChange: (permission: Permission | undefined) => void
}

/** Finds one permission by its words or by its name in the API. */
export function PermissionPicker({ label, value, onChange }: PermissionPickerProps) {
  const { t } = useTranslation(['permissions', 'translation'])
  const groups = groupNames.map((group) => ({
    value: t(`groups.${group}`),
    items: permissionsOf(group).map((one): Choice => ({ value: one, label: t(`of.${one}`) })),
  }))
  const picked = value ? { value, label: t(`of.${value}`) } : null
  return (
    <Combobox.Root
      items={groups}
      value={picked}
      onValueChange={(next: Choice | null) => onChange(next?.value)}
      itemToStringLabel={(one: Choice) => one.label}
      isItemEqualToValue={(one: Choice, other: Choice) => one.value === other.value}
      filter={(one: Choice, query: string) => `${one.label} ${one.value}`.toLowerCase().includes(query.trim().toLowerCase())}
    >
      <ComboboxField label={label} />
      <ComboboxList wide>
        {(group: (typeof groups)[number]) => (
          <Combobox.Group key={group.value} items={group.items}>
            <Combobox.GroupLabel className="px-2.5 pt-2 pb-1 text-xs font-medium text-soft">{group.value}</Combobox.GroupLabel>
            <Combobox.Collection>
              {(one: Choice) => (
                <ComboboxItem key={one.value} value={one}>
                  {one.label}
                </ComboboxItem>
              )}
            </Combobox.Collection>
          </Combobox.Group>
        )}
      </ComboboxList>
    </Combobox.Root>
  )
}
