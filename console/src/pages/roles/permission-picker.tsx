import { Combobox } from '@base-ui/react/combobox'
import type { Permission } from '@contract'
import { ChevronsUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'
import { inputLook } from '@/ui/field'
import { itemLook, popupLook } from '@/ui/menu'
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
      <div className="relative">
        <Combobox.Input aria-label={label} placeholder={label} className={cn(inputLook, 'pr-9')} />
        <Combobox.Trigger aria-label={label} className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-lg text-soft">
          <ChevronsUpDown className="size-4" aria-hidden />
        </Combobox.Trigger>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-60 outline-none">
          <Combobox.Popup className={cn(popupLook, 'max-h-80 w-(--anchor-width) min-w-72 overflow-y-auto')}>
            <Combobox.Empty className="px-2.5 py-2 text-soft empty:hidden">{t('translation:list.noMatch')}</Combobox.Empty>
            <Combobox.List>
              {(group: (typeof groups)[number]) => (
                <Combobox.Group key={group.value} items={group.items}>
                  <Combobox.GroupLabel className="px-2.5 pt-2 pb-1 text-xs font-medium text-soft">{group.value}</Combobox.GroupLabel>
                  <Combobox.Collection>
                    {(one: Choice) => (
                      <Combobox.Item key={one.value} value={one} className={itemLook}>
                        {one.label}
                      </Combobox.Item>
                    )}
                  </Combobox.Collection>
                </Combobox.Group>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
