import {
  AuditEventRowFragmentDoc,
  AuditEventsDocument,
  PageFieldsFragmentDoc,
  readFragment,
  type AuditEventRowFragment,
  type AuditEventsQuery,
  type AuditEventWhereInput,
  type PageFieldsFragment,
} from '@contract'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Button } from '@/ui/button'
import { complain, say } from '@/ui/toast'

/** More than this is no file to read: the time is narrowed instead. */
const most = 5_000

/** Makes a file of the lines that the filters leave, read page by page. */
export function ExportButton({ where }: { where: AuditEventWhereInput }) {
  const { t } = useTranslation(['audit', 'translation'])
  const [read, setRead] = useState(0)
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const rows: AuditEventRowFragment[] = []
      for (let after: string | null | undefined = null; ; ) {
        const { auditEvents }: AuditEventsQuery = await gql(AuditEventsDocument, { first: 100, after, where })
        const info: PageFieldsFragment | undefined | null = readFragment(PageFieldsFragmentDoc, auditEvents?.pageInfo)
        rows.push(...readFragment(AuditEventRowFragmentDoc, auditEvents?.nodes ?? []))
        setRead(rows.length)
        after = info?.endCursor
        if (!info?.hasNextPage || rows.length >= most) return { rows, all: !info?.hasNextPage }
      }
    },
    onSuccess: ({ rows, all }) => {
      download(rows)
      if (all) say(t('exported', { count: rows.length }))
      else complain(t('exportedPart', { count: rows.length }))
    },
    onError: (error) => complain(error.message),
    onSettled: () => setRead(0),
  })
  return (
    <Button busy={isPending} onClick={() => mutate()}>
      {!isPending && <Download aria-hidden />}
      {isPending && read > 0 ? t('exporting', { count: read }) : t('export')}
    </Button>
  )
}

const head = ['occurredAt', 'action', 'actor', 'actorEmail', 'onBehalfOf', 'targetType', 'target', 'targetId', 'organization', 'changes', 'reason', 'ipAddress', 'requestId']

const lineOf = (event: AuditEventRowFragment) => [
  event.occurredAt,
  event.action,
  event.actor?.displayName,
  event.actor?.email,
  event.onBehalfOf?.displayName,
  event.target.typeName,
  event.target.displayName,
  event.target.targetId,
  event.organization?.name,
  event.changes.map(({ field, before, after }) => `${field}: ${before ?? ''} → ${after ?? ''}`).join('; '),
  event.reason,
  event.ipAddress,
  event.requestId,
]

/** A cell as spreadsheets read it; none is taken for a formula. */
const cell = (value: string | null | undefined): string => `"${(/^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '')).replaceAll('"', '""')}"`

function download(rows: readonly AuditEventRowFragment[]): void {
  const text = [head, ...rows.map(lineOf)].map((line) => line.map(cell).join(',')).join('\r\n')
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `audit-${new Date().toISOString().slice(0, 10)}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
