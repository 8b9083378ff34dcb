import { ExportCreateDocument, JobRowFragmentDoc, readFragment, type AuditEventWhereInput, type ExportFormat } from '@contract'
import { gql, settled } from '@/api/gql'
import { useAction } from '@/app/change'
import { FormatMenu } from '@/app/format-menu'

interface ExportMenuProps {
  where: AuditEventWhereInput
  onJob: (id: string) => void
}

/** Makes a file of the lines that the filters leave, all of them; the page shows how far it is. */
export function ExportMenu({ where, onJob }: ExportMenuProps) {
  const start = useAction(
    async (format: ExportFormat) => settled((await gql(ExportCreateDocument, { input: { format, auditEvents: { where } } })).exportCreate),
    ({ job }) => {
      const row = readFragment(JobRowFragmentDoc, job)
      if (row) onJob(row.id)
    },
  )
  return <FormatMenu busy={start.isPending} onPick={start.mutate} />
}
