import { Link } from '@tanstack/react-router'
import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonLook } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Failure, Notice } from '@/ui/notice'
import { Skeleton } from '@/ui/skeleton'
import { Ago } from '@/ui/time'
import { JobState } from './job'
import { useRecentJobs } from './jobs'

/** The long work of the person signed in, beside whatever page is open. */
export function WorkSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { data: jobs, error, refetch } = useRecentJobs()
  return (
    <Dialog as="sheet" open onClose={onClose} title={t('work.title')} description={t('work.text')}>
      <DialogBody className="space-y-3">
        {error && !jobs && <Failure error={error} retry={() => void refetch()} />}
        {!jobs && !error && Array.from({ length: 3 }, (_, i) => <Skeleton key={i} className="h-14 w-full" />)}
        {jobs?.length === 0 && (
          <Notice icon={ListChecks} title={t('work.none')}>
            {t('work.noneText')}
          </Notice>
        )}
        <ul className="space-y-3">
          {jobs?.map((job) => (
            <li key={job.id}>
              <JobState id={job.id} job={job} />
              <p className="mt-1 px-1 text-xs text-soft">
                <Ago at={job.createdAt} />
              </p>
            </li>
          ))}
        </ul>
      </DialogBody>
      <DialogFoot>
        <Link to="/jobs" onClick={onClose} className={buttonLook()}>
          {t('work.all')}
        </Link>
      </DialogFoot>
    </Dialog>
  )
}
