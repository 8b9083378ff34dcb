import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Area, Field, Input } from '@/ui/field'
import { TagsField } from './tags-field'

/** Company information as it is typed; an empty text stands for none. */
export interface Company {
  name: string
  legalName: string
  address: string
  contactName: string
  contactEmail: string
  phone: string
  locale: string
  timezone: string
  tags: readonly string[]
}

export const companyFields = ['name', 'legalName', 'address', 'contactName', 'contactEmail', 'phone', 'locale', 'timezone', 'tags'] as const satisfies (keyof Company)[]

interface CompanyFieldsProps {
  value: Company
  onChange: (change: Partial<Company>) => void
  under: (name: keyof Company) => string | undefined
}

/** The fields of a company, alike where one is made and where it is changed. */
export function CompanyFields({ value, onChange, under }: CompanyFieldsProps) {
  const { t, i18n } = useTranslation(['organization', 'translation'])
  const id = useId()
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const languages = useMemo(() => {
    const names = new Intl.DisplayNames([i18n.language], { type: 'language' })
    return ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'da', 'sv', 'nb', 'fi', 'cs', 'ja'].map((tag) => ({ tag, name: names.of(tag) }))
  }, [i18n.language])
  const text = (name: Exclude<keyof Company, 'tags'>) => ({ value: value[name], onValueChange: (next: string) => onChange({ [name]: next }) })
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('company.name')} error={under('name')}>
        <Input {...text('name')} required maxLength={100} autoComplete="off" autoFocus />
      </Field>
      <Field label={t('company.legalName')} error={under('legalName')}>
        <Input {...text('legalName')} maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t('company.contactName')} error={under('contactName')}>
        <Input {...text('contactName')} maxLength={100} autoComplete="off" />
      </Field>
      <Field label={t('company.contactEmail')} error={under('contactEmail')}>
        <Input {...text('contactEmail')} type="email" maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t('company.phone')} hint={t('company.phoneHint')} error={under('phone')}>
        <Input {...text('phone')} type="tel" autoComplete="off" />
      </Field>
      <Field label={t('company.address')} error={under('address')}>
        <Area value={value.address} onChange={(event) => onChange({ address: event.target.value })} rows={2} maxLength={500} />
      </Field>
      <Field label={t('company.locale')} hint={t('company.localeHint')} error={under('locale')}>
        <Input {...text('locale')} list={`${id}-locales`} maxLength={35} autoComplete="off" />
      </Field>
      <Field label={t('company.timezone')} error={under('timezone')}>
        <Input {...text('timezone')} list={`${id}-zones`} maxLength={60} autoComplete="off" />
      </Field>
      <div className="sm:col-span-2">
        <TagsField label={t('company.tags')} hint={t('company.tagsHint')} error={under('tags')} value={value.tags} onChange={(tags) => onChange({ tags })} />
      </div>
      <datalist id={`${id}-zones`}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <datalist id={`${id}-locales`}>
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </datalist>
    </div>
  )
}
