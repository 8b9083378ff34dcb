import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { inputLook } from '@/ui/field'
import { cn } from '@/ui/cn'
import { Select } from '@/ui/select'
import { filtered, type UsersSearch } from './search'

interface FiltersProps {
  search: UsersSearch
  onChange: (change: Partial<UsersSearch>) => void
}

export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <Select
        label={t('users.roleFilter.label')}
        value={search.staff ?? 'any'}
        onChange={(value) => onChange({ staff: value === 'any' ? undefined : value })}
        choices={[
          { value: 'any', label: t('users.roleFilter.any') },
          ...(['RESELLER_ADMIN', 'RESELLER_SUPPORT', 'RESELLER_VIEWER'] as const).map((value) => ({ value, label: t(`users.kind.${value}`) })),
        ]}
      />
      <Select
        label={t('users.factor.label')}
        value={search.factor ?? 'any'}
        onChange={(value) => onChange({ factor: value === 'any' ? undefined : value })}
        choices={(['any', 'on', 'off'] as const).map((value) => ({ value, label: t(`users.factor.${value}`) }))}
      />
      <Select
        label={t('users.seen.label')}
        value={search.seen ?? 'any'}
        onChange={(value) => onChange({ seen: value === 'any' ? undefined : value })}
        choices={(['any', 'never', 'd30', 'd90'] as const).map((value) => ({ value, label: t(`users.seen.${value}`) }))}
      />
      {filtered(search) && (
        <Button look="quiet" onClick={() => onChange({ q: undefined, status: undefined, staff: undefined, factor: undefined, seen: undefined })}>
          <X aria-hidden />
          {t('users.clear')}
        </Button>
      )}
    </div>
  )
}

/** Waits for a pause in typing; "/" leads here from anywhere on the page. */
function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const [shown, setShown] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  if (value !== shown) {
    setShown(value)
    if (value !== text.trim()) setText(value)
  }
  useEffect(() => {
    if (text.trim() === value) return
    const wait = setTimeout(() => onChange(text.trim()), 250)
    return () => clearTimeout(wait)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || (event.target as HTMLElement).closest('input,textarea,[role=dialog]')) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return (
    <div className="relative w-full sm:w-72">
      <Search className="pointer-events-none absolute top-2.5 left-3 size-4 text-soft" aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={t('users.search')}
        placeholder={t('users.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={cn(inputLook, 'pl-9')}
      />
    </div>
  )
}
