import './command-words'
import { Dialog as Base } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'
import { useEntries, type Entry, type RoomEntry } from './entries'

/** Jumps anywhere and does what needs no form, by a few letters. */
export function Commands({ rooms, onClose }: { rooms: readonly RoomEntry[]; onClose: () => void }) {
  const { t } = useTranslation(['command', 'translation'])
  const [text, setText] = useState('')
  const { groups, searching } = useEntries(text.trim(), rooms)
  const entries = groups.flatMap((group) => group.entries)
  const [wanted, setWanted] = useState<string>()
  const active = entries.find(({ id }) => id === wanted) ?? entries[0]
  const field = useRef<HTMLInputElement>(null)
  const base = useId()

  useEffect(() => {
    if (active) document.getElementById(`${base}${active.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [base, active])

  const choose = (entry: Entry) => {
    onClose()
    entry.run()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !active) return
    const at = entries.indexOf(active)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
    if (next !== undefined) setWanted(entries.at(next % entries.length)?.id)
    else if (event.key === 'Enter') choose(active)
    else return
    event.preventDefault()
  }
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/35" />
        <Base.Popup
          initialFocus={field}
          className="fixed top-[10vh] left-1/2 z-50 flex max-h-[70vh] w-[calc(100vw-1.5rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-2xl border border-line bg-raised text-ink shadow-2xl outline-none"
        >
          <Base.Title className="sr-only">{t('title')}</Base.Title>
          <div className="flex items-center gap-3 border-b border-line px-4">
            <Search className="size-4.5 shrink-0 text-soft" aria-hidden />
            <input
              ref={field}
              role="combobox"
              aria-label={t('title')}
              aria-expanded={entries.length > 0}
              aria-controls={entries.length > 0 ? `${base}list` : undefined}
              aria-activedescendant={active && `${base}${active.id}`}
              aria-autocomplete="list"
              placeholder={t('placeholder')}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => {
                setText(event.target.value)
                setWanted(undefined)
              }}
              onKeyDown={onKey}
              className="h-13 w-full bg-transparent outline-none placeholder:text-soft"
            />
          </div>
          {entries.length > 0 && (
            <div id={`${base}list`} role="listbox" aria-label={t('title')} className="overflow-y-auto p-1.5" tabIndex={-1}>
              {groups.map(({ key, title, entries: those }) => (
                <div key={key} role="group" aria-labelledby={`${base}${key}`} className="pb-1.5">
                  <div id={`${base}${key}`} className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-soft">
                    {title}
                  </div>
                  {those.map((entry) => (
                    <Option key={entry.id} id={`${base}${entry.id}`} entry={entry} active={entry === active} onChoose={choose} onPoint={setWanted} />
                  ))}
                </div>
              ))}
            </div>
          )}
          <p role="status" className={cn('px-4 text-sm text-soft', entries.length > 0 ? 'sr-only' : 'py-8 text-center')}>
            {searching ? t('searching') : entries.length > 0 ? t('results', { count: entries.length }) : t('none', { text: text.trim() })}
          </p>
          <Hints />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

interface OptionProps {
  id: string
  entry: Entry
  active: boolean
  onChoose: (entry: Entry) => void
  onPoint: (id: string) => void
}

function Option({ id, entry, active, onChoose, onPoint }: OptionProps) {
  const { icon: Icon, title, detail } = entry
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      onClick={() => onChoose(entry)}
      onPointerMove={() => onPoint(entry.id)}
      className={cn('flex cursor-pointer items-center gap-3 rounded-lg px-2.5 py-2 text-sm', active && 'bg-tint')}
    >
      <Icon className={cn('size-4 shrink-0', active ? 'text-primary' : 'text-soft')} aria-hidden />
      <span className="max-w-[65%] shrink-0 truncate">{title}</span>
      {detail && <span className="ml-auto min-w-0 shrink truncate pl-3 text-xs text-soft">{detail}</span>}
    </div>
  )
}

function Hints() {
  const { t } = useTranslation('command')
  return (
    <p aria-hidden className="hidden gap-4 border-t border-line px-4 py-2 text-xs text-soft sm:flex">
      <span>↑↓ {t('hint.move')}</span>
      <span>↵ {t('hint.open')}</span>
      <span>Esc {t('hint.close')}</span>
    </p>
  )
}
