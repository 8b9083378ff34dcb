import { JobRowFragmentDoc, JobsDocument, PageFieldsFragmentDoc, readFragment, type JobRowFragment } from '@contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { FileSpreadsheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { atWork } from '@/app/jobs'
import { Badge, type Tone } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Failure, Notice } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Progress } from '@/ui/progress'
import { Skeleton } from '@/ui/skeleton'
import { Ago } from '@/ui/time'
import { DownloadLink, kindOf, useStop } from './job'

/** Reports made for this person, the newest first; those on their way are read anew every two seconds. */
export function History({ onMake }: { onMake: () => void }) {
  const { t } = useTranslation(['reports', 'translation'])
  const list = useInfiniteQuery({
    queryKey: ['jobs', 'reports'],
    queryFn: ({ pageParam }) => gql(JobsDocument, { first: 50, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ jobs }) => {
      const info = readFragment(PageFieldsFragmentDoc, jobs?.pageInfo)
      return info?.hasNextPage ? info.endCursor : null
    },
    refetchInterval: ({ state }) => (state.data?.pages.some(({ jobs }) => readFragment(JobRowFragmentDoc, jobs?.nodes ?? []).some(atWork)) ? 2_000 : 60_000),
  })
  const jobs = list.data?.pages.flatMap(({ jobs }) => readFragment(JobRowFragmentDoc, jobs?.nodes ?? [])).filter(({ kind }) => kind === 'REPORT')
  return (
    <Card>
      {list.isError && !jobs ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : jobs?.length === 0 && !list.hasNextPage ? (
        <Notice icon={FileSpreadsheet} title={t('history.none')} action={<Button onClick={onMake}>{t('history.first')}</Button>}>
          {t('history.noneText')}
        </Notice>
      ) : (
        <ul aria-label={t('tabs.made')} aria-busy={!jobs} className="divide-y divide-line">
          {!jobs &&
            Array.from({ length: 4 }, (_, i) => (
              <li key={i} className="px-5 py-4">
                <Skeleton className="w-64" />
              </li>
            ))}
          {jobs?.map((job) => <Made key={job.id} job={job} />)}
        </ul>
      )}
      {list.hasNextPage && (
        <p className="border-t border-line px-5 py-2.5 text-center">
          <Button size="sm" look="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('history.more')}
          </Button>
        </p>
      )}
    </Card>
  )
}

const tones: Record<JobRowFragment['status'], Tone> = { QUEUED: 'plain', RUNNING: 'tint', SUCCEEDED: 'good', FAILED: 'bad', CANCELED: 'plain' }

function Made({ job }: { job: JobRowFragment }) {
  const { t } = useTranslation(['reports', 'translation'])
  const stop = useStop()
  const kind = kindOf(job)
  const gone = job.status === 'SUCCEEDED' && !job.download
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 text-sm">
      <span className="grid size-9 place-items-center rounded-xl bg-tint text-primary">
        <FileSpreadsheet className="size-4.5" aria-hidden />
      </span>
      <span className="min-w-0 grow basis-52">
        <span className="block font-medium">{kind ? t(`kind.${kind}`) : t('history.report')}</span>
        <span className="block text-xs text-soft">
          <Ago at={job.createdAt} />
          {job.status === 'SUCCEEDED' && ` · ${t('job.rows', { count: job.done })}`}
          {job.download && (
            <>
              {' · '}
              {t('job.until')} <Ago at={job.download.expiresAt} />
            </>
          )}
          {job.failureReason && ` · ${job.failureReason}`}
        </span>
      </span>
      {atWork(job) && (
        <span className="w-32">
          <Progress label={t('job.running')} share={job.total ? job.progress / 100 : null} />
        </span>
      )}
      <Badge tone={gone ? 'plain' : tones[job.status]} dot>
        {t(`state.${gone ? 'GONE' : job.status}`)}
      </Badge>
      {atWork(job) && (
        <Button size="sm" busy={stop.isPending} onClick={() => stop.mutate(job.id)}>
          {t('job.stop')}
        </Button>
      )}
      <DownloadLink job={job} />
    </li>
  )
}
