import { Check, Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './words'
import { Button } from '@/ui/button'
import { useLook } from './frame'

/** Recovery codes, which are shown this once: to copy, to keep as a file, or to write down. */
export function Codes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation(['entry', 'translation'])
  const { product } = useLook()
  const [copied, setCopied] = useState(false)
  const text = [t('codes.file', { product }), '', ...codes, ''].join('\n')
  const download = () => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    Object.assign(document.createElement('a'), { href: url, download: 'recovery-codes.txt' }).click()
    URL.revokeObjectURL(url)
  }
  return (
    <div className="flex flex-col gap-3">
      <ul className="grid grid-cols-1 gap-x-4 gap-y-1.5 rounded-xl border border-line bg-ground p-4 text-center font-mono text-sm min-[400px]:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span aria-live="polite">{t(copied ? 'translation:copied' : 'translation:copy')}</span>
        </Button>
        <Button size="sm" onClick={download}>
          <Download aria-hidden />
          {t('codes.download')}
        </Button>
      </div>
    </div>
  )
}
