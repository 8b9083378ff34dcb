import { UserUpdateDocument, type UserUpdateInput } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Unsaved } from '@/app/unsaved'
import { keep, languages, speak, type Language } from '@/i18n'
import { Button } from '@/ui/button'
import { Field, Input } from '@/ui/field'
import { Card } from '@/ui/page'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import type { Own } from './profile'
import { ZonePicker } from './zone-picker'

const names = ['firstName', 'lastName', 'displayName', 'phone', 'timezone', 'locale', 'avatarUrl'] as const

type Draft = Record<(typeof names)[number], string>

/** What is stored, as the form shows it; a full name that is made of the others is empty. */
function draftOf({ row, profile }: Own): Draft {
  const made = `${profile.firstName} ${profile.lastName}`.trim()
  return {
    firstName: profile.firstName,
    lastName: profile.lastName,
    displayName: row.displayName === made ? '' : row.displayName,
    phone: profile.phone ?? '',
    timezone: profile.timezone ?? '',
    locale: profile.locale ?? '',
    avatarUrl: profile.avatarUrl ?? '',
  }
}

const isSpoken = (locale: string): locale is Language => locale in languages

export function ProfileForm({ own }: { own: Own }) {
  const { t } = useTranslation(['account', 'translation'])
  const [base, setBase] = useState(own)
  const stored = draftOf(base)
  const [edits, setEdits] = useState<Partial<Draft>>({})
  const draft = { ...stored, ...edits }
  const changed = names.filter((name) => draft[name].trim() !== stored[name])
  const editable = own.row.viewerActions.includes('UPDATE')
  // A new state shows at once, but never under what is being typed: saving that is refused, and the new state is one press away.
  if (own.row.version !== base.row.version) {
    const now = draftOf(own)
    if (changed.length === 0 || names.every((name) => now[name] === stored[name])) setBase(own)
  }

  const { run, busy, under, above, reset } = useChange(
    async (input: UserUpdateInput) => settled((await gql(UserUpdateDocument, { id: own.row.id, input: { ...input, expectedVersion: base.row.version } })).userUpdate),
    () => {
      if (edits.locale && isSpoken(edits.locale)) {
        keep(edits.locale)
        void speak(edits.locale)
      }
      setEdits({})
      say(t('profile.saved'))
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const input: UserUpdateInput = Object.fromEntries(changed.map((name) => [name, draft[name].trim() || null]))
    const renamed = changed.includes('firstName') || changed.includes('lastName')
    run(renamed && !draft.displayName.trim() ? { ...input, displayName: null } : input)
  }
  const field = (name: (typeof names)[number]) => ({ value: draft[name], onValueChange: (text: string) => setEdits((old) => ({ ...old, [name]: text })), disabled: !editable })
  const choose = (name: 'timezone' | 'locale') => (value: string) => setEdits((old) => ({ ...old, [name]: value }))
  const locales = [...new Set(['', ...Object.keys(languages), stored.locale])]
  return (
    <Card title={t('profile.title')} text={t('profile.text')}>
      <form onSubmit={submit} noValidate>
        <div className="grid gap-4 p-5 sm:grid-cols-2">
          <div className="empty:hidden sm:col-span-2">{above(...names)}</div>
          <Field label={t('profile.firstName')} error={under('firstName')}>
            <Input {...field('firstName')} autoComplete="given-name" maxLength={100} />
          </Field>
          <Field label={t('profile.lastName')} error={under('lastName')}>
            <Input {...field('lastName')} autoComplete="family-name" maxLength={100} />
          </Field>
          <Field label={t('profile.displayName')} hint={t('profile.displayNameHint')} error={under('displayName')}>
            <Input {...field('displayName')} autoComplete="nickname" maxLength={100} placeholder={`${draft.firstName} ${draft.lastName}`.trim()} />
          </Field>
          <Field label={t('profile.phone')} hint={t('profile.phoneHint')} error={under('phone')}>
            <Input {...field('phone')} type="tel" autoComplete="tel" />
          </Field>
          <Field label={t('profile.timezone')} hint={<LocalTime zone={draft.timezone} />} error={under('timezone')}>
            <ZonePicker label={t('profile.timezone')} none={t('profile.timezoneNone')} value={draft.timezone} onChange={choose('timezone')} disabled={!editable} />
          </Field>
          <Field label={t('profile.locale')} hint={t('profile.localeHint')} error={under('locale')}>
            <Select
              label={t('profile.locale')}
              value={draft.locale}
              onChange={choose('locale')}
              choices={locales.map((value) => ({ value, label: value === '' ? t('profile.localeNone') : isSpoken(value) ? languages[value] : value }))}
            />
          </Field>
          <Field label={t('profile.avatarUrl')} hint={t('profile.avatarUrlHint')} error={under('avatarUrl')} className="sm:col-span-2">
            <Input {...field('avatarUrl')} type="url" autoComplete="photo" maxLength={500} placeholder="https://" />
          </Field>
        </div>
        {editable && (
          <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3.5">
            <p className="grow text-sm text-soft" aria-live="polite">
              {changed.length > 0 && t('profile.unsaved')}
            </p>
            {changed.length > 0 && (
              <Button
                look="quiet"
                onClick={() => {
                  setEdits({})
                  reset()
                }}
              >
                {t('profile.reset')}
              </Button>
            )}
            <Button look="primary" type="submit" busy={busy} disabled={changed.length === 0}>
              {t('translation:save')}
            </Button>
          </footer>
        )}
      </form>
      <Unsaved changed={changed.length > 0} />
    </Card>
  )
}

function LocalTime({ zone }: { zone: string }) {
  const { t, i18n } = useTranslation(['account', 'translation'])
  if (!zone) return null
  return t('profile.timezoneHint', { time: new Intl.DateTimeFormat(i18n.language, { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date()) })
}
