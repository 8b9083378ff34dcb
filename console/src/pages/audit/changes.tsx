import type { AuditEventRowFragment } from '@contract'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'

type Change = AuditEventRowFragment['changes'][number]

/** What changed: before beside after; of lists, what came and what went. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation(['audit', 'translation'])
  const fieldOf = useFieldName()
  if (changes.length === 0) return <p className="text-sm text-soft">{t('noChanges')}</p>
  return (
    <section className="min-w-0">
      <h3 className="mb-2 text-sm font-semibold">{t('changes')}</h3>
      <dl className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-card text-sm">
        {changes.map((change) => (
          <div key={change.field} className="px-4 py-2.5">
            <dt className="text-xs text-soft">{fieldOf(change.field)}</dt>
            <dd className="mt-1">{isList(change) ? <ListDiff change={change} /> : <ValueDiff change={change} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const parts = (value: string | null) => (value ? value.split(', ') : [])
const isList = ({ before, after }: Change) => parts(before).length > 1 || parts(after).length > 1

function ListDiff({ change }: { change: Change }) {
  const { t } = useTranslation(['audit', 'translation'])
  const [before, after] = [parts(change.before), parts(change.after)]
  const all = [...before, ...after.filter((one) => !before.includes(one))]
  return (
    <ul className="flex flex-wrap gap-1.5">
      {all.map((one) => {
        const came = !before.includes(one)
        const went = !after.includes(one)
        return (
          <li
            key={one}
            className={cn('rounded-md px-2 py-0.5', came ? 'bg-good-tint text-good' : went ? 'bg-bad-tint text-bad line-through' : 'border border-line text-soft')}
          >
            {(came || went) && <span className="sr-only">{t(came ? 'added' : 'removed')}: </span>}
            <span aria-hidden>{came ? '+ ' : went ? '− ' : ''}</span>
            <Value text={one} />
          </li>
        )
      })}
    </ul>
  )
}

function ValueDiff({ change: { before, after } }: { change: Change }) {
  const { t } = useTranslation(['audit', 'translation'])
  const none = <span className="italic">{t('empty')}</span>
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className={cn('rounded-md px-2 py-0.5', before == null ? 'border border-line text-soft' : 'bg-bad-tint text-bad')}>
        <span className="sr-only">{t('before')}: </span>
        {before == null ? none : <Value text={before} />}
      </span>
      <ArrowRight className="size-4 shrink-0 text-soft" aria-hidden />
      <span className={cn('rounded-md px-2 py-0.5', after == null ? 'border border-line text-soft' : 'bg-good-tint text-good')}>
        <span className="sr-only">{t('after')}: </span>
        {after == null ? none : <Value text={after} />}
      </span>
    </span>
  )
}

/** A value as people read it: states, permissions, moments, yes and no. */
export function Value({ text }: { text: string }) {
  const { t, i18n } = useTranslation(['audit', 'permissions', 'translation'])
  if (text === 'true' || text === 'false') return t(text === 'true' ? 'yes' : 'no')
  if (i18n.exists(`audit:values.${text}`)) return t(`values.${text as 'ACTIVE'}`)
  if (i18n.exists(`permissions:of.${text}`)) return <span title={text}>{t(`permissions:of.${text as 'AUDIT_READ'}`)}</span>
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) {
    return <time dateTime={text}>{new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text))}</time>
  }
  return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text) ? sentence(text.toLowerCase().replaceAll('_', ' ')) : text
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The name of a property; one that nobody has named reads as it is written. */
export function useFieldName(): (field: string) => string {
  const { t, i18n } = useTranslation(['audit', 'translation'])
  return (field) => {
    if (!field.includes('.') && i18n.exists(`audit:fields.${field}`)) return t(`fields.${field as 'name'}`)
    return sentence(field.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replaceAll(/[._]/g, ' '))
  }
}
