import { ExportCreateDocument, JobRowFragmentDoc, readFragment, type ExportFormat } from '@contract'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction } from '@/app/change'
import { Button } from '@/ui/button'
import { Menu, MenuItem } from '@/ui/menu'
import { sortingOf, whereOf, type OrganizationsSearch } from './search'

export const formats = ['CSV', 'XLSX', 'NDJSON'] as const satisfies ExportFormat[]

interface ExportMenuProps {
  search: OrganizationsSearch
  onJob: (id: string) => void
}

/** Makes a file of the list as it is filtered and sorted; the page shows how far it is. */
export function ExportMenu({ search, onJob }: ExportMenuProps) {
  const start = useAction(
    async (format: ExportFormat) => {
      const organizations = { search: search.q ?? null, where: whereOf(search), orderBy: [sortingOf(search)] }
      return settled((await gql(ExportCreateDocument, { input: { format, organizations } })).exportCreate)
    },
    ({ job }) => {
      const row = readFragment(JobRowFragmentDoc, job)
      if (row) onJob(row.id)
    },
  )
  return <FormatMenu busy={start.isPending} onPick={start.mutate} />
}

export function FormatMenu({ busy, onPick }: { busy: boolean; onPick: (format: ExportFormat) => void }) {
  const { t } = useTranslation(['organizations', 'translation'])
  const words = { CSV: t('export.csv'), XLSX: t('export.xlsx'), NDJSON: t('export.ndjson') }
  return (
    <Menu
      trigger={
        <Button busy={busy}>
          <Download aria-hidden />
          {t('export.title')}
        </Button>
      }
    >
      {formats.map((format) => (
        <MenuItem key={format} onSelect={() => onPick(format)}>
          {words[format]}
        </MenuItem>
      ))}
    </Menu>
  )
}
