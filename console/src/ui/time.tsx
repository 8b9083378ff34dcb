import { useTranslation } from 'react-i18next'
import { useMinute } from './minute'

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

interface Formats {
  relative: Intl.RelativeTimeFormat
  exact: Intl.DateTimeFormat
}

// Making a format takes longer than using it, and a table has a time in every row.
const kept = new Map<string, Formats>()

function formatsOf(language: string): Formats {
  const known = kept.get(language)
  if (known) return known
  const made = { relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto' }), exact: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }) }
  kept.set(language, made)
  return made
}

export function relative(at: string, now: number, language: string): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000)
  const format = formatsOf(language).relative
  for (const [unit, size] of steps) {
    // What lies ahead is rounded: a link that is good for a week says so in its first minute.
    if (Math.abs(seconds) >= size) return format.format(seconds > 0 ? Math.round(seconds / size) : Math.trunc(seconds / size), unit)
  }
  return format.format(0, 'second')
}

/** How long ago, with the exact moment on hover and for machines. */
export function Ago({ at, never }: { at: string | null | undefined; never?: string }) {
  const { i18n } = useTranslation()
  useMinute()
  if (!at) return <span className="text-soft">{never ?? '–'}</span>
  return (
    <time dateTime={at} title={formatsOf(i18n.language).exact.format(new Date(at))}>
      {relative(at, Date.now(), i18n.language)}
    </time>
  )
}
