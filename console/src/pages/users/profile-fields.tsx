import { useTranslation } from 'react-i18next'
import { Field, Input } from '@/ui/field'

export interface Profile {
  firstName?: string | null
  lastName?: string | null
  displayName?: string | null
  phone?: string | null
  externalId?: string | null
  timezone?: string | null
  locale?: string | null
}

const names = ['firstName', 'lastName', 'displayName', 'phone', 'externalId', 'timezone', 'locale'] as const

/** What a form says about a profile; what is empty is null. */
export function profileOf(form: HTMLFormElement): Profile {
  const data = new FormData(form)
  return Object.fromEntries(names.filter((name) => data.has(name)).map((name) => [name, String(data.get(name)).trim() || null]))
}

const zones = (): string[] => Intl.supportedValuesOf('timeZone')

/** The fields of a profile, which an edit and a new user have in common. */
export function ProfileFields({ base, under, required }: { base?: Profile; under: (name: keyof Profile) => string | undefined; required?: boolean }) {
  const { t } = useTranslation(['users', 'translation'])
  const optional = (text: string) => `${text} (${t('translation:optional')})`
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('profile.firstName')} error={under('firstName')}>
          <Input name="firstName" defaultValue={base?.firstName ?? ''} maxLength={100} required={required} autoFocus autoComplete="off" />
        </Field>
        <Field label={t('profile.lastName')} error={under('lastName')}>
          <Input name="lastName" defaultValue={base?.lastName ?? ''} maxLength={100} required={required} autoComplete="off" />
        </Field>
      </div>
      {!required && (
        <Field label={optional(t('profile.displayName'))} hint={t('profile.displayNameHint')} error={under('displayName')}>
          <Input name="displayName" defaultValue={base?.displayName ?? ''} maxLength={100} autoComplete="off" />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={optional(t('sheet.phone'))} hint={t('profile.phoneHint')} error={under('phone')}>
          <Input name="phone" type="tel" defaultValue={base?.phone ?? ''} autoComplete="off" />
        </Field>
        <Field label={optional(t('sheet.externalId'))} hint={t('profile.externalIdHint')} error={under('externalId')}>
          <Input name="externalId" defaultValue={base?.externalId ?? ''} maxLength={200} autoComplete="off" />
        </Field>
        <Field label={optional(t('sheet.timezone'))} hint={t('profile.timezoneHint')} error={under('timezone')}>
          <Input name="timezone" defaultValue={base?.timezone ?? ''} list="users-zones" autoComplete="off" />
        </Field>
        <Field label={optional(t('sheet.locale'))} hint={t('profile.localeHint')} error={under('locale')}>
          <Input name="locale" defaultValue={base?.locale ?? ''} list="users-locales" autoComplete="off" />
        </Field>
      </div>
      <datalist id="users-zones">
        {zones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <datalist id="users-locales">
        {['en', 'en-GB', 'de', 'de-AT', 'de-CH', 'fr', 'es', 'it', 'nl', 'pl', 'pt'].map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  )
}
