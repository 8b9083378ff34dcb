import { Upload } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { complain } from '@/ui/toast'
import { Area, Field } from '@/ui/field'

interface PasteProps {
  label: string
  hint: string
  text: string
  onText: (text: string) => void
  error?: string | undefined
  /** What a table must begin with, as a line to start from. */
  example: string
}

const most = 900_000

/** A list or table from the clipboard, or from a file that is chosen or dropped. */
export function Paste({ label, hint, text, onText, error, example }: PasteProps) {
  const { t } = useTranslation(['users', 'translation'])
  const field = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const read = async (file: File | undefined) => {
    if (!file) return
    if (file.size > most) complain(t('paste.tooLarge'))
    else onText(textOf(await file.arrayBuffer()))
  }
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void read(event.dataTransfer.files[0])
      }}
      className={over ? 'rounded-xl ring-2 ring-primary' : undefined}
    >
      <Field label={label} hint={hint} error={error}>
        <Area rows={6} value={text} onChange={(event) => onText(event.target.value)} placeholder={example} spellCheck={false} autoFocus className="font-mono text-xs" />
      </Field>
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={(event) => {
          void read(event.target.files?.[0])
          event.target.value = '' // so that the same file can be chosen again once it is mended
        }}
      />
      <Button size="sm" className="mt-2" onClick={() => field.current?.click()}>
        <Upload aria-hidden />
        {t('paste.file')}
      </Button>
    </div>
  )
}

/** The text of a file; what is not UTF-8 is taken for what spreadsheets on Windows write. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The value once it has not changed for a moment. */
export function usePause<Value>(value: Value, wait = 400): Value {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return paused
}
