import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'
import { inputLook } from '@/ui/field'

interface TagsFieldProps {
  label: string
  hint: string
  error?: string | undefined
  value: readonly string[]
  onChange: (tags: string[]) => void
}

/** Free labels: Enter or a comma ends one, backspace in an empty field takes the last away. */
export function TagsField({ label, hint, error, value, onChange }: TagsFieldProps) {
  const { t } = useTranslation('organization')
  const id = useId()
  const [text, setText] = useState('')
  const add = (typed: string) => {
    const tags = typed.split(',').map((one) => one.trim()).filter((one) => one && !value.includes(one))
    if (tags.length > 0) onChange([...value, ...new Set(tags)])
    setText('')
  }
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className={cn(inputLook, 'flex h-auto min-h-9 flex-wrap items-center gap-1.5 py-1.5 focus-within:outline-2', error && 'border-bad')}>
        {value.map((tag) => (
          <span key={tag} className="inline-flex h-6 items-center gap-1 rounded-full bg-tint pr-1 pl-2.5 text-xs font-medium text-primary">
            {tag}
            <button type="button" aria-label={t('company.removeTag', { tag })} className="rounded-full p-0.5 hover:bg-hover" onClick={() => onChange(value.filter((one) => one !== tag))}>
              <X className="size-3" aria-hidden />
            </button>
          </span>
        ))}
        <input
          id={id}
          aria-describedby={`${id}-hint`}
          value={text}
          maxLength={200}
          onChange={(event) => (event.target.value.includes(',') ? add(event.target.value) : setText(event.target.value))}
          onBlur={() => add(text)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && text.trim()) {
              event.preventDefault()
              add(text)
            } else if (event.key === 'Backspace' && !text) onChange(value.slice(0, -1))
          }}
          className="min-w-24 grow bg-transparent text-sm outline-none"
        />
      </div>
      <p id={`${id}-hint`} className={cn('text-xs', error ? 'text-sm text-bad' : 'text-soft')}>
        {error ?? hint}
      </p>
    </div>
  )
}
