import { Combobox } from '@base-ui/react/combobox'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'
import { inputLook } from '@/ui/field'
import { itemLook, popupLook } from '@/ui/menu'

interface ZonePickerProps {
  label: string
  /** What stands there when no zone is chosen. */
  none: string
  value: string
  onChange: (zone: string) => void
  disabled?: boolean
}

const inWords = (zone: string): string => zone.replaceAll('_', ' ')

/** Finds one time zone among some four hundred by a part of its name. */
export function ZonePicker({ label, none, value, onChange, disabled }: ZonePickerProps) {
  const { t } = useTranslation()
  const [zones] = useState(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(value ? [value] : [])])])
  return (
    <Combobox.Root items={zones} value={value || null} onValueChange={(zone: string | null) => onChange(zone ?? '')} itemToStringLabel={inWords} disabled={disabled}>
      <div className="relative">
        <Combobox.Input aria-label={label} placeholder={none} className={cn(inputLook, 'pr-9')} />
        <Combobox.Trigger aria-label={label} className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-lg text-soft">
          <ChevronsUpDown className="size-4" aria-hidden />
        </Combobox.Trigger>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-60 outline-none">
          <Combobox.Popup className={cn(popupLook, 'max-h-80 w-(--anchor-width) overflow-y-auto')}>
            <Combobox.Empty className="px-2.5 py-2 text-soft empty:hidden">{t('list.noMatch')}</Combobox.Empty>
            <Combobox.List>
              {(zone: string) => (
                <Combobox.Item key={zone} value={zone} className={itemLook}>
                  {inWords(zone)}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
