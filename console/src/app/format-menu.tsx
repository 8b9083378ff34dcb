import type { ExportFormat } from '@contract'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addWords } from '@/i18n'
import { Button } from '@/ui/button'
import { Menu, MenuItem } from '@/ui/menu'

const en = { title: 'Export', CSV: 'CSV, for spreadsheets', XLSX: 'Excel workbook', NDJSON: 'JSON, a line each' }

const de: typeof en = { title: 'Exportieren', CSV: 'CSV, für Tabellen', XLSX: 'Excel-Arbeitsmappe', NDJSON: 'JSON, je Zeile eines' }

addWords('formats', { en, de })

declare module '@/i18n' {
  interface PageWords {
    formats: typeof en
  }
}

const formats = ['CSV', 'XLSX', 'NDJSON'] as const satisfies ExportFormat[]

/** Asks for a file of what is shown, in one of the forms there are. */
export function FormatMenu({ busy, onPick }: { busy: boolean; onPick: (format: ExportFormat) => void }) {
  const { t } = useTranslation(['formats', 'translation'])
  return (
    <Menu
      trigger={
        <Button busy={busy}>
          <Download aria-hidden />
          {t('title')}
        </Button>
      }
    >
      {formats.map((format) => (
        <MenuItem key={format} onSelect={() => onPick(format)}>
          {t(format)}
        </MenuItem>
      ))}
    </Menu>
  )
}
