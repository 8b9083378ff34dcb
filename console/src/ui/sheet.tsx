import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, DialogBody } from './dialog'
import { Failure } from './notice'
import { Skeleton } from './skeleton'

interface SheetProps<Row> {
  /** How it is read. */
  read: { data: unknown; error: unknown; refetch: () => unknown }
  /** What was read; nothing while it is, and when there is none (any more). */
  row: Row | null | undefined
  title: ReactNode
  description?: ReactNode
  /** Name of the list beside it: the title of what could not be read. */
  list: string
  onClose: () => void
  children: (row: Row) => ReactNode
}

/** One row beside its list: its outline while it is read, why it cannot be, or that it is gone. */
export function Sheet<Row>({ read, row, title, description, list, onClose, children }: SheetProps<Row>) {
  const { t } = useTranslation()
  const gone = read.data !== undefined && !row
  const failed = !row && !gone && !!read.error
  return (
    <Dialog as="sheet" open onClose={onClose} title={row ? title : gone ? t('failure.NOT_FOUND.title') : failed ? list : '…'} description={row && description}>
      <DialogBody className="space-y-6">
        {failed && <Failure error={read.error} retry={() => void read.refetch()} />}
        {gone && <p className="text-sm text-soft">{t('failure.NOT_FOUND.text')}</p>}
        {!row && !gone && !failed && <Skeleton className="h-40 w-full" />}
        {row && children(row)}
      </DialogBody>
    </Dialog>
  )
}
