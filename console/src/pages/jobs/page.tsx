import './words'
import { JobRowFragmentDoc, JobsDocument, PageFieldsFragmentDoc, readFragment, type JobRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Download, ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import '@/app/job'
import { atWork } from '@/app/jobs'
import { firstPage } from '@/app/search'
import { Badge, type Tone } from '@/ui/badge'
import { buttonLook } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { pageOf } from '@/ui/pager'
import { Progress } from '@/ui/progress'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import type { JobsSearch } from './search'
import { JobSheet } from './sheet'

const route = getRouteApi('/inside/jobs')

export function JobsPage() {
  const { t } = useTranslation(['jobs', 'job', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const variables = pageOf(search)
  const list = useQuery({
    queryKey: ['jobs', 'page', variables],
    queryFn: () => gql(JobsDocument, variables),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (readFragment(JobRowFragmentDoc, state.data?.jobs?.nodes)?.some(atWork) ? 2_000 : false),
  })
  const go = (next: Partial<JobsSearch>) => void navigate({ search: (old) => ({ ...old, ...next }) })
  const columns = useColumns()
  return (
    <Page title={t('title')} text={t('text')}>
      <List<JobRowFragment, never>
        query={list}
        rows={readFragment(JobRowFragmentDoc, list.data?.jobs?.nodes)}
        info={readFragment(PageFieldsFragmentDoc, list.data?.jobs?.pageInfo)}
        total={null}
        position={search}
        onMove={(position) => go({ ...firstPage, ...position } as JobsSearch)}
        filtered={false}
        onClear={() => go(firstPage)}
        none={
          <Notice icon={ListChecks} title={t('none')}>
            {t('noneText')}
          </Notice>
        }
        label={t('title')}
        columns={columns}
        idOf={(job) => job.id}
        nameOf={(job) => t(`job:kind.${job.kind}`)}
        sorting={{ field: undefined as never, direction: 'DESC' }}
        onSort={() => {}}
        onOpen={(job) => go({ job: job.id, items: undefined, at: undefined })}
      />
      {search.job && (
        <JobSheet
          id={search.job}
          items={search.items}
          at={search.at ?? []}
          onItems={(items) => go({ items, at: undefined })}
          onAt={(at) => go({ at: at.length > 0 ? [...at] : undefined })}
          onClose={() => go({ job: undefined, items: undefined, at: undefined })}
        />
      )}
    </Page>
  )
}

const tones: Record<JobRowFragment['status'], Tone> = { QUEUED: 'plain', RUNNING: 'tint', SUCCEEDED: 'good', FAILED: 'bad', CANCELED: 'warn' }

function useColumns(): Column<JobRowFragment, never>[] {
  const { t, i18n } = useTranslation(['jobs', 'job', 'translation'])
  const number = new Intl.NumberFormat(i18n.language)
  return [
    { key: 'kind', title: t('kind'), cell: (job) => <span className="font-medium">{t(`job:kind.${job.kind}`)}</span> },
    {
      key: 'status',
      title: t('status'),
      cell: (job) => (
        <Badge dot tone={tones[job.status]}>
          {t(`job:status.${job.status}`)}
        </Badge>
      ),
    },
    {
      key: 'done',
      title: t('done'),
      from: 'md',
      className: 'min-w-40',
      cell: (job) =>
        job.status === 'RUNNING' ? (
          <Progress label={t(`job:kind.${job.kind}`)} share={job.progress / 100} />
        ) : (
          <span className="whitespace-nowrap">
            {job.total == null ? '–' : t('job:of', { done: number.format(job.done), total: number.format(job.total) })}
            {job.failed > 0 && <span className="ml-2 text-bad">{t('job:failed', { count: job.failed })}</span>}
          </span>
        ),
    },
    { key: 'asked', title: t('asked'), from: 'sm', className: 'whitespace-nowrap', cell: (job) => <Ago at={job.createdAt} /> },
    { key: 'ended', title: t('ended'), from: 'xl', className: 'whitespace-nowrap', cell: (job) => <Ago at={job.finishedAt} /> },
    {
      key: 'file',
      title: t('file'),
      from: 'lg',
      cell: (job) =>
        job.download && (
          <a
            href={job.download.url}
            download={job.download.fileName}
            aria-label={t('job:download', { name: job.download.fileName })}
            title={job.download.fileName}
            className={buttonLook({ look: 'quiet', size: 'icon' })}
          >
            <Download aria-hidden />
          </a>
        ),
    },
  ]
}
