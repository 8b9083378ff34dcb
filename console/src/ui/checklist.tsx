import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from './checkbox'
import { cn } from './cn'
import { inputLook } from './field'

export interface CheckGroup {
  key: string
  title: string
  /** What cannot be chosen stays in sight; its hint says why. */
  items: readonly { key: string; label: string; hint?: string | undefined; disabled?: boolean }[]
}

interface ChecklistProps {
  label: string
  groups: readonly CheckGroup[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
  /** Offers a field that narrows a long list. */
  search?: string
  className?: string
}

/** Chooses any number of things that stand in groups; the head of a group chooses all of it. */
export function Checklist({ label, groups, chosen, onChange, search, className }: ChecklistProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = groups
    .map((group) => ({ ...group, items: wanted ? group.items.filter((one) => `${one.key} ${one.label} ${one.hint ?? ''}`.toLowerCase().includes(wanted)) : group.items }))
    .filter((group) => group.items.length > 0)
  const set = (keys: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const key of keys) if (on) next.add(key); else next.delete(key)
    onChange(next)
  }
  return (
    <div role="group" aria-label={label} className="overflow-hidden rounded-xl border border-line">
      {search && (
        <div className="border-b border-line p-2">
          <input type="search" aria-label={search} placeholder={search} value={text} onChange={(event) => setText(event.target.value)} className={inputLook} />
        </div>
      )}
      <div className={cn('max-h-72 overflow-y-auto', className)} tabIndex={-1}>
        {shown.length === 0 && <p className="px-3 py-4 text-sm text-soft">{t('list.noMatch')}</p>}
        {shown.map((group) => (
          <Group key={group.key} group={group} chosen={chosen} onSet={set} />
        ))}
      </div>
    </div>
  )
}

interface GroupProps {
  group: CheckGroup
  chosen: ReadonlySet<string>
  onSet: (keys: readonly string[], on: boolean) => void
}

function Group({ group: { title, items }, chosen, onSet }: GroupProps) {
  const id = useId()
  const some = items.filter((one) => chosen.has(one.key)).length
  const free = items.filter((one) => !one.disabled)
  return (
    <section aria-labelledby={id} className="border-b border-line py-1 last:border-b-0">
      <div className="flex items-center gap-2.5 bg-ground px-3 py-1.5">
        <Checkbox
          label={title}
          checked={some > 0 && some >= free.length}
          some={some > 0 && some < free.length}
          disabled={free.length === 0}
          onChange={(on) => onSet(free.map((one) => one.key), on)}
        />
        <h3 id={id} className="grow text-xs font-semibold text-soft">
          {title}
        </h3>
        <span className="text-xs text-soft tabular-nums">
          {some}/{items.length}
        </span>
      </div>
      {items.map((one) => (
        <label key={one.key} className={cn('flex items-start gap-2.5 px-3 py-1.5', one.disabled ? 'text-soft' : 'cursor-pointer hover:bg-hover/60')}>
          <Checkbox label={one.label} checked={chosen.has(one.key)} disabled={one.disabled} onChange={(on) => onSet([one.key], on)} className="mt-0.5" />
          <span className="min-w-0 text-sm">
            {one.label}
            {one.hint && <span className="block text-xs text-soft">{one.hint}</span>}
          </span>
        </label>
      ))}
    </section>
  )
}
