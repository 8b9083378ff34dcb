import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@/ui/badge'
import { contrast } from '@/ui/brand'
import { Field, Input } from '@/ui/field'
import { darkened, isColour } from './draft'

interface Setting {
  label: string
  /** What the organization says itself; null is as above. */
  own: string | null
  above: string | null
  /** Who is above. */
  from: string
  hint?: string
  error: string | undefined
  disabled: boolean
  onChange: (value: string | null) => void
}

/** Says where a value comes from, and takes an own one back. */
export function Origin({ own, from, label, disabled, onReset }: { own: boolean; from: string; label: string; disabled: boolean; onReset: () => void }) {
  const { t } = useTranslation('branding')
  if (!own) return <span className="text-xs text-soft">{t('inherited', { from })}</span>
  if (disabled) return <span className="text-xs text-soft">{t('own')}</span>
  return (
    <button type="button" onClick={onReset} aria-label={t('resetOne', { label })} className="inline-flex items-center gap-1 rounded text-xs text-primary hover:underline">
      <RotateCcw className="size-3" aria-hidden />
      {t('useInherited')}
    </button>
  )
}

function Framed({ setting, children, below }: { setting: Setting; children: ReactNode; below?: ReactNode }) {
  const { label, own, from, hint, error, disabled, onChange } = setting
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={label} hint={hint} error={error}>
        {children}
      </Field>
      {below}
      <Origin own={own !== null} from={from} label={label} disabled={disabled} onReset={() => onChange(null)} />
    </div>
  )
}

export function TextSetting({ type = 'text', maxLength, ...setting }: Setting & { type?: 'text' | 'email' | 'url'; maxLength: number }) {
  const { t } = useTranslation('branding')
  return (
    <Framed setting={setting}>
      <Input
        type={type}
        maxLength={maxLength}
        value={setting.own ?? ''}
        placeholder={setting.above ?? t('nothing')}
        disabled={setting.disabled}
        onValueChange={(value) => setting.onChange(value === '' ? null : value)}
      />
    </Framed>
  )
}

/** A colour, chosen or typed, with how well it is told apart on white. */
export function ColourSetting({ want, ...setting }: Setting & { want: number }) {
  const { t, i18n } = useTranslation('branding')
  const shown = setting.own ?? setting.above ?? '#000000'
  const valid = isColour(shown)
  const figure = valid ? contrast(shown, '#ffffff') : 0
  const enough = figure >= want
  const number = (value: number) => new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(Math.floor(value * 10) / 10)
  const better = valid && !enough ? darkened(shown, want) : undefined
  return (
    <Framed
      setting={setting}
      below={
        <p className="flex flex-wrap items-center gap-2 text-xs text-soft" aria-live="polite">
          <Badge tone={enough ? 'good' : 'bad'}>{valid ? t('contrast', { figure: number(figure) }) : t('notColour')}</Badge>
          {valid && !enough && t('contrastWant', { want: number(want) })}
          {better && !setting.disabled && (
            <button type="button" onClick={() => setting.onChange(better)} className="inline-flex items-center gap-1.5 rounded text-primary hover:underline">
              <span className="size-3 rounded-full" style={{ background: better }} aria-hidden />
              {t('contrastUse', { colour: better })}
            </button>
          )}
        </p>
      }
    >
      <span className="flex gap-2">
        <input
          type="color"
          aria-label={t('choose', { label: setting.label })}
          value={valid ? shown.toLowerCase() : '#000000'}
          disabled={setting.disabled}
          onChange={(event) => setting.onChange(event.target.value.toUpperCase())}
          className="h-9 w-11 shrink-0 cursor-pointer rounded-lg border border-edge/70 bg-card p-1 disabled:opacity-60"
        />
        <Input
          value={setting.own ?? ''}
          placeholder={setting.above ?? ''}
          maxLength={7}
          spellCheck={false}
          disabled={setting.disabled}
          className="font-mono uppercase"
          onValueChange={(value) => setting.onChange(value.trim() === '' ? null : value.trim().toUpperCase())}
        />
      </span>
    </Framed>
  )
}
