import { ExportCreateDocument, JobRowFragmentDoc, readFragment, type ExportFormat } from '@contract'
import { gql, settled } from '@/api/gql'
import { useAction } from '@/app/change'
import { FormatMenu } from '@/app/format-menu'
import { sortingOf, whereOf, type OrganizationsSearch } from './search'

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
