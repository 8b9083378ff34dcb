import { Combobox } from '@base-ui/react/combobox'
import { useState } from 'react'
import { ComboboxField, ComboboxItem, ComboboxList } from '@/ui/combobox'

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
  const [zones] = useState(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(value ? [value] : [])])])
  return (
    <Combobox.Root items={zones} value={value || null} onValueChange={(zone: string | null) => onChange(zone ?? '')} itemToStringLabel={inWords} disabled={disabled}>
      <ComboboxField label={label} placeholder={none} />
      <ComboboxList>
        {(zone: string) => (
          <ComboboxItem key={zone} value={zone}>
            {inWords(zone)}
          </ComboboxItem>
        )}
      </ComboboxList>
    </Combobox.Root>
  )
}
