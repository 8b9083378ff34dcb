import { useTranslation } from 'react-i18next'
import { JobProgress, useJob } from '@/app/job'
import { Dialog, DialogBody } from '@/ui/dialog'
import { Facts } from '@/ui/facts'
import { Ago } from '@/ui/time'
import { Items, type ItemsProps } from './items'

interface JobSheetProps extends Omit<ItemsProps, 'id'> {
  id: string
  onClose: () => void
}

/** One piece of long work beside the list: how far it is, its file, and what became of each item. */
export function JobSheet({ id, onClose, ...items }: JobSheetProps) {
  const { t, i18n } = useTranslation(['jobs', 'job', 'translation'])
  const { data: job, error } = useJob(id)
  const moment = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const hasItems = job && (job.kind === 'USERS_BULK_CHANGE' || job.kind === 'USERS_IMPORT')
  const file = job?.download
  return (
    <Dialog as="sheet" open onClose={onClose} title={job ? t(`job:kind.${job.kind}`) : job === null ? t('job:gone') : error ? t('title') : '…'}>
      <DialogBody className="space-y-6">
        <JobProgress id={id} itemsElsewhere />
        {job && (
          <Facts
            facts={[
              [t('asked'), <Ago key="asked" at={job.createdAt} />],
              [t('started'), job.startedAt && <Ago key="started" at={job.startedAt} />],
              [t('ended'), job.finishedAt && <Ago key="ended" at={job.finishedAt} />],
              ...(file
                ? ([
                    [t('file'), file.fileName],
                    [t('size'), bytes(file.size, i18n.language)],
                    [t('expires'), moment.format(new Date(file.expiresAt))],
                    [t('checksum'), <code key="sum" className="font-mono text-xs break-all">{file.sha256}</code>],
                  ] as [string, React.ReactNode][])
                : []),
            ]}
          />
        )}
        {job?.status === 'SUCCEEDED' && !hasItems && !file && <p className="text-sm text-soft">{t('gone')}</p>}
        {hasItems && <Items id={id} {...items} />}
      </DialogBody>
    </Dialog>
  )
}

/** A number of bytes in the unit that people read. */
function bytes(size: string, language: string): string {
  const count = Number(size)
  const power = Math.min(3, Math.floor(Math.log10(Math.max(count, 1)) / 3))
  const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[power]
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: power === 0 ? 'long' : 'short', maximumFractionDigits: 1 }).format(count / 1000 ** power)
}
