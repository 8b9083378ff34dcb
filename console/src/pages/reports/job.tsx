import { JobCancelDocument, type JobRowFragment, type ReportKind } from '@contract'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction } from '@/app/change'
import { buttonLook } from '@/ui/button'
import { say } from '@/ui/toast'
import { kinds } from './search'

/** Which report a job makes: its file bears the name. */
export const kindOf = ({ download }: JobRowFragment): ReportKind | undefined =>
  kinds.find((kind) => download?.fileName.startsWith(`${kind.toLowerCase().replaceAll('_', '-')}-`))

function sizeText(bytes: string, language: string): string {
  const size = Number(bytes)
  const [unit, step] = size < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const)
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(size / step)
}

/** Fetches the file of a report; its address needs no session, so it stands nowhere else. */
export function DownloadLink({ job }: { job: JobRowFragment }) {
  const { t, i18n } = useTranslation(['reports', 'translation'])
  if (!job.download) return null
  return (
    <a href={job.download.url} download={job.download.fileName} className={buttonLook({ size: 'sm' })}>
      <Download aria-hidden />
      {t('job.download')}
      <span className="font-normal opacity-85">{sizeText(job.download.size, i18n.language)}</span>
    </a>
  )
}

export function useStop() {
  const { t } = useTranslation(['reports', 'translation'])
  return useAction(
    async (id: string) => settled((await gql(JobCancelDocument, { id })).jobCancel),
    () => say(t('job.stopped')),
  )
}
