import type { JobRowFragment } from '@contract'
import { ListChecks, LoaderCircle } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '@/ui/toast'
import { atWork, useRecentJobs } from './jobs'

/** Opens the long work, says how much is under way, and tells when some is over. */
export function WorkButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation()
  const { data: jobs } = useRecentJobs()
  const count = jobs?.filter(atWork).length ?? 0
  useEnded(jobs, (job) => {
    const words = t(`work.${job.status === 'SUCCEEDED' ? job.kind : 'failed'}`)
    say(words, { label: t('work.show'), run: onOpen })
  })
  const Icon = count > 0 ? LoaderCircle : ListChecks
  return (
    <button type="button" onClick={onOpen} className="mb-1 flex w-full items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm text-soft hover:bg-hover hover:text-ink">
      <Icon className={count > 0 ? 'size-4.5 animate-spin text-primary' : 'size-4.5'} aria-hidden />
      <span className="grow text-left">{t('work.title')}</span>
      {count > 0 && <span className="rounded-full bg-tint px-2 text-xs font-medium text-primary">{t('work.underWay', { count })}</span>}
    </button>
  )
}

/** Tells of work that was under way when it was last seen and is not any more; of cancelled work only who cancelled needs to know. */
function useEnded(jobs: readonly JobRowFragment[] | undefined, tell: (job: JobRowFragment) => void): void {
  const before = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (!jobs) return
    for (const job of jobs) if (before.current.has(job.id) && (job.status === 'SUCCEEDED' || job.status === 'FAILED')) tell(job)
    before.current = new Set(jobs.filter(atWork).map(({ id }) => id))
  })
}
