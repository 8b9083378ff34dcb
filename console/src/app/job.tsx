import { JobCancelDocument, JobChangedDocument, JobDocument, JobItemsDocument, JobRowFragmentDoc, readFragment, RefusalFragmentDoc, type JobRowFragment } from '@contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, Download, LoaderCircle, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useLive } from '@/api/live'
import { addWords } from '@/i18n'
import { Button, buttonLook } from '@/ui/button'
import { Failure } from '@/ui/notice'
import { Progress } from '@/ui/progress'
import { Skeleton } from '@/ui/skeleton'
import { useAction } from './change'
import { atWork } from './jobs'
import { useRefusalText } from './refusal'

const en = {
  kind: { EXPORT: 'Export', USERS_BULK_CHANGE: 'Change to many users', USERS_IMPORT: 'Import of users', REPORT: 'Report' },
  status: { QUEUED: 'Waits for its turn', RUNNING: 'At work', SUCCEEDED: 'Done', FAILED: 'Given up', CANCELED: 'Stopped' },
  of: '{{done}} of {{total}}',
  failed_one: '{{count}} refused',
  failed_other: '{{count}} refused',
  stop: 'Stop',
  download: 'Download {{name}}',
  dismiss: 'Put away',
  why: 'Show what was refused',
  first: 'The first {{shown}} of {{total}}.',
  every: 'All of it, item by item',
  gone: 'This work is no longer known.',
}

const de: typeof en = {
  kind: { EXPORT: 'Export', USERS_BULK_CHANGE: 'Änderung an vielen Benutzern', USERS_IMPORT: 'Import von Benutzern', REPORT: 'Bericht' },
  status: { QUEUED: 'Wartet', RUNNING: 'Läuft', SUCCEEDED: 'Fertig', FAILED: 'Aufgegeben', CANCELED: 'Angehalten' },
  of: '{{done}} von {{total}}',
  failed_one: '{{count}} abgelehnt',
  failed_other: '{{count}} abgelehnt',
  stop: 'Anhalten',
  download: '{{name}} herunterladen',
  dismiss: 'Weglegen',
  why: 'Abgelehnte zeigen',
  first: 'Die ersten {{shown}} von {{total}}.',
  every: 'Alles, Eintrag für Eintrag',
  gone: 'Diese Arbeit ist nicht mehr bekannt.',
}

addWords('job', { en, de })

declare module '@/i18n' {
  interface PageWords {
    job: typeof en
  }
}

/** Not yet known, or not done; null is work that is no longer known. */
const going = (job: JobRowFragment | null | undefined): boolean => job === undefined || (job !== null && atWork(job))

/** Long work as it goes on; it is told, and asked for now and then where telling fails. */
export function useJob(id: string) {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['job', id],
    queryFn: async () => readFragment(JobRowFragmentDoc, (await gql(JobDocument, { id })).job),
    refetchInterval: ({ state }) => (going(state.data) ? 5_000 : false),
  })
  useLive(
    JobChangedDocument,
    { id },
    ({ jobChanged }) => {
      const job = readFragment(JobRowFragmentDoc, jobChanged)
      if (!job) return
      client.setQueryData(['job', id], job)
      // What it changed is not what the lists show any more.
      if (!atWork(job) && job.kind !== 'EXPORT' && job.kind !== 'REPORT') void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'job' })
    },
    () => void query.refetch(),
    going(query.data),
  )
  return query
}

/** How far long work is, with what can be done about it. Its id in the address lets it survive a reload. */
export function JobProgress({ id, ...rest }: Omit<JobStateProps, 'job'>) {
  const { data: job, error, refetch } = useJob(id)
  if (error && !job) return <Failure error={error} retry={() => void refetch()} />
  return <JobState id={id} job={job} {...rest} />
}

interface JobStateProps {
  id: string
  job: JobRowFragment | null | undefined
  onClose?: (() => void) | undefined
  /** What became of each item is told by whoever shows this. */
  itemsElsewhere?: boolean
}

/** Long work as it is known to be. */
export function JobState({ id, job, onClose, itemsElsewhere }: JobStateProps) {
  const { t, i18n } = useTranslation(['job', 'translation'])
  const [items, setItems] = useState(false)
  const stop = useAction(async () => settled((await gql(JobCancelDocument, { id })).jobCancel))
  const number = new Intl.NumberFormat(i18n.language)
  const open = going(job)
  const bad = job?.status === 'FAILED' || job?.status === 'CANCELED'
  const Icon = open ? LoaderCircle : bad ? CircleAlert : CircleCheck
  return (
    <section aria-label={job ? t(`kind.${job.kind}`) : '…'} className="flex flex-col gap-2.5 rounded-2xl border border-line bg-card px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Icon aria-hidden className={open ? 'size-4.5 animate-spin text-primary' : bad ? 'size-4.5 text-bad' : 'size-4.5 text-good'} />
        <p className="min-w-0 flex-1 basis-48" role="status">
          <span className="font-medium">{job ? t(`kind.${job.kind}`) : job === null ? t('gone') : '…'}</span>
          {job && (
            <span className="text-soft">
              {' · '}
              {t(`status.${job.status}`)}
              {job.total != null && ` · ${t('of', { done: number.format(job.done), total: number.format(job.total) })}`}
              {job.failed > 0 && ` · ${t('failed', { count: job.failed })}`}
              {job.failureReason && ` · ${job.failureReason}`}
            </span>
          )}
        </p>
        {job && job.failed > 0 && !open && !itemsElsewhere && (
          <Button size="sm" aria-expanded={items} onClick={() => setItems(!items)}>
            {t('why')}
          </Button>
        )}
        {job && open && (
          <Button size="sm" busy={stop.isPending} onClick={() => stop.mutate(undefined)}>
            {t('stop')}
          </Button>
        )}
        {job?.download && (
          <a href={job.download.url} download={job.download.fileName} className={buttonLook({ look: 'primary', size: 'sm' })}>
            <Download aria-hidden />
            {t('download', { name: job.download.fileName })}
          </a>
        )}
        {onClose && !(job && open) && (
          <Button look="quiet" size="sm" aria-label={t('dismiss')} onClick={onClose}>
            <X aria-hidden />
          </Button>
        )}
      </div>
      {open && <Progress label={job ? t(`kind.${job.kind}`) : '…'} share={job && job.status === 'RUNNING' ? job.progress / 100 : null} />}
      {items && <Refused id={id} />}
    </section>
  )
}

/** The items that were refused, with the reason of each. */
function Refused({ id }: { id: string }) {
  const { t, i18n } = useTranslation(['job', 'translation'])
  const textOf = useRefusalText()
  const { data, error, refetch } = useQuery({ queryKey: ['job', id, 'refused'], queryFn: () => gql(JobItemsDocument, { id, first: 100, status: ['FAILED', 'SKIPPED'] }) })
  const items = data?.job?.items
  const number = new Intl.NumberFormat(i18n.language)
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!items) return <Skeleton className="h-24 w-full" />
  return (
    <>
      <ul aria-label={t('why')} className="max-h-60 divide-y divide-line overflow-y-auto rounded-xl border border-line" tabIndex={0}>
        {items.nodes.map((item) => (
          <li key={item.position} className="px-3 py-2">
            <span className="font-medium">{item.user?.displayName ?? item.label}</span>
            <span className="block text-xs text-soft">{readFragment(RefusalFragmentDoc, item.errors).map(textOf).join(' ')}</span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-3 text-soft">
        {items.totalCount > items.nodes.length && t('first', { shown: number.format(items.nodes.length), total: number.format(items.totalCount) })}
        <Link to="/jobs" search={{ job: id }} className="text-primary underline-offset-4 hover:underline">
          {t('every')}
        </Link>
      </p>
    </>
  )
}
