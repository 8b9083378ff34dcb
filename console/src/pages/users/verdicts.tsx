import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@/ui/badge'
import { Button } from '@/ui/button'
import { say } from '@/ui/toast'

export interface Verdict {
  key: string
  /** Whom it is about. */
  name: string
  tone: Tone
  word: string
  reason?: string | undefined
}

/** More than anybody reads through, and than a page should hold. */
const most = 300

/** What became of each, the refused ones first, with their addresses to take along. */
export function Verdicts({ label, verdicts }: { label: string; verdicts: readonly Verdict[] }) {
  const { t, i18n } = useTranslation(['users', 'translation'])
  const counts = new Map<string, { tone: Tone; count: number }>()
  for (const { word, tone } of verdicts) counts.set(word, { tone, count: (counts.get(word)?.count ?? 0) + 1 })
  const refused = verdicts.filter((one) => one.tone !== 'good')
  const sorted = [...refused, ...verdicts.filter((one) => one.tone === 'good')]
  return (
    <section aria-label={label}>
      <div className="mb-2 flex flex-wrap items-center gap-2" role="status">
        {[...counts].map(([word, { tone, count }]) => (
          <Badge key={word} tone={tone} dot>
            {word}: {count}
          </Badge>
        ))}
        <span className="grow" />
        {refused.length > 0 && (
          <Button
            size="sm"
            onClick={() => void navigator.clipboard.writeText(refused.map((one) => one.name).join('\n')).then(() => say(t('verdict.copied')))}
          >
            <Copy aria-hidden />
            {t('verdict.copy')}
          </Button>
        )}
      </div>
      <ul tabIndex={0} aria-label={label} className="max-h-80 divide-y divide-line overflow-y-auto rounded-xl border border-line text-sm">
        {sorted.slice(0, most).map((one) => (
          <li key={one.key} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <span className="min-w-0 flex-1 basis-40">
              <span className="block truncate">{one.name}</span>
              {one.reason && <span className="block text-xs text-soft">{one.reason}</span>}
            </span>
            <Badge tone={one.tone}>{one.word}</Badge>
          </li>
        ))}
      </ul>
      {sorted.length > most && <p className="mt-1.5 text-xs text-soft">{t('verdict.more', { shown: new Intl.NumberFormat(i18n.language).format(sorted.length - most) })}</p>}
    </section>
  )
}
