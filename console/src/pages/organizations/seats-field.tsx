import { useTranslation } from 'react-i18next'
import { Checkbox } from '@/ui/checkbox'
import { Field, Input } from '@/ui/field'

interface SeatsFieldProps {
  /** A number as it is typed, or null for no limit. */
  value: string | null
  onChange: (value: string | null) => void
  error?: string | undefined
  hint?: string | undefined
}

/** A limit of seats, or none. */
export function SeatsField({ value, onChange, error, hint }: SeatsFieldProps) {
  const { t } = useTranslation(['organization', 'translation'])
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <Field label={t('features.limit')} error={error} hint={hint} className="w-40">
        <Input type="number" min={0} step={1} inputMode="numeric" value={value ?? ''} disabled={value === null} required={value !== null} onValueChange={onChange} className="tabular-nums" />
      </Field>
      <label className="flex h-9 cursor-pointer items-center gap-2 self-start text-sm sm:mt-6.5">
        <Checkbox label={t('features.noLimit')} checked={value === null} onChange={(none) => onChange(none ? null : '')} />
        {t('features.noLimit')}
      </label>
    </div>
  )
}
