import {
  AuditEventAddedDocument,
  AuditEventRowFragmentDoc,
  AuditEventsDocument,
  PageFieldsFragmentDoc,
  readFragment,
  ViewerActivityDocument,
  type AuditEventRowFragment,
  type AuditEventsQuery,
} from '@contract'
import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { ArrowUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useLive } from '@/api/live'
import { JobProgress } from '@/app/job'
import { may, useViewer } from '@/app/session'
import { Badge } from '@/ui/badge'
import { Page } from '@/ui/page'
import { ExportMenu } from './export'
import { Filters } from './filters'
import { Lines } from './lines'
import { filtered, unfiltered, type AuditSearch } from './search'
import { matches, whereOf } from './where'

export interface LogProps {
  search: AuditSearch
  onChange: (change: Partial<AuditSearch>) => void
}

const size = 50

type Connection = NonNullable<AuditEventsQuery['auditEvents']>

const nextOf = (page: Connection | null | undefined) => {
  const info = readFragment(PageFieldsFragmentDoc, page?.pageInfo)
  return info?.hasNextPage ? info.endCursor : undefined
}

const rowsOf = (pages: readonly (Connection | null | undefined)[] | undefined) =>
  pages?.flatMap((page) => readFragment(AuditEventRowFragmentDoc, page?.nodes ?? []))

/** The log of the organizations in reach, the newest first, with what is written meanwhile waiting above it. */
export function AuditLog({ search, onChange }: LogProps) {
  const { t } = useTranslation(['audit', 'translation'])
  const viewer = useViewer()
  const client = useQueryClient()
  const { event: opened, job, ...question } = search
  const key = JSON.stringify(question)
  // The presets count from the moment they are chosen, so that the list stays the same list.
  const where = useMemo(() => whereOf(JSON.parse(key) as AuditSearch, Date.now()), [key])
  const queryKey = ['audit', 'log', where]
  const list = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam }) => (await gql(AuditEventsDocument, { first: size, after: pageParam, where })).auditEvents,
    initialPageParam: null as string | null,
    getNextPageParam: nextOf,
  })
  const [fresh, setFresh] = useState<{ key: string; nodes: Connection['nodes'] }>({ key, nodes: [] })
  const waiting = fresh.key === key ? fresh.nodes : []
  const again = () => void client.invalidateQueries({ queryKey: ['audit'] })
  useLive(
    AuditEventAddedDocument,
    {},
    ({ auditEventAdded }) => {
      const auditEvent = auditEventAdded?.auditEvent
      if (!auditEvent) return again()
      const row = readFragment(AuditEventRowFragmentDoc, auditEvent)
      if (matches(search, row)) setFresh((old) => ({ key, nodes: [auditEvent, ...(old.key === key ? old.nodes : [])] }))
    },
    again,
  )
  /** Puts what waits above the rest, without asking for any of it again. */
  const show = () => {
    client.setQueryData<InfiniteData<Connection | null>>(queryKey, (old) => {
      const [first, ...rest] = old?.pages ?? []
      return old && first ? { ...old, pages: [{ ...first, nodes: without(waiting, first.nodes) }, ...rest] } : old
    })
    setFresh({ key, nodes: [] })
    window.scrollTo({ top: 0 })
  }
  const rows = rowsOf(list.data?.pages)
  const missed = waiting.length - (rows ? overlap(waiting, rows) : 0)
  return (
    <Page
      title={t('title')}
      beside={
        <Badge tone="good" dot>
          {t('live')}
        </Badge>
      }
      text={t('text')}
      actions={may(viewer, 'AUDIT_EXPORT') && <ExportMenu where={where} onJob={(job) => onChange({ job })} />}
    >
      {job && <JobProgress id={job} onClose={() => onChange({ job: undefined })} />}
      <Filters search={search} onChange={onChange} />
      <div className="sticky top-14 z-20 -mt-3 flex h-0 justify-center lg:top-3" aria-live="polite">
        {missed > 0 && (
          <button
            type="button"
            onClick={show}
            className="flex h-9 items-center gap-2 rounded-full bg-primary px-4 text-sm font-medium text-on-primary shadow-lg hover:opacity-90"
          >
            <ArrowUp className="size-4" aria-hidden />
            {t('new', { count: missed })}
          </button>
        )}
      </div>
      <Lines
        query={list}
        rows={rows}
        filtered={filtered(search)}
        onClear={() => onChange(unfiltered)}
        opened={opened}
        onOpen={(event) => onChange({ event })}
        onFilter={onChange}
      />
    </Page>
  )
}

type Node = Connection['nodes'][number]
const idOf = (node: Node) => readFragment(AuditEventRowFragmentDoc, node).id

/** Lines above others, none of them twice. */
function without(above: readonly Node[], below: readonly Node[]): Node[] {
  const ids = new Set(below.map(idOf))
  return [...above.filter((one) => !ids.has(idOf(one))), ...below]
}

const overlap = (nodes: readonly Node[], rows: readonly AuditEventRowFragment[]) => {
  const ids = new Set(rows.map((row) => row.id))
  return nodes.filter((one) => ids.has(idOf(one))).length
}

/** What somebody did and what was done to him, which everybody may read. */
export function OwnLog({ search, onChange }: LogProps) {
  const { t } = useTranslation(['audit', 'translation'])
  const list = useInfiniteQuery({
    queryKey: ['audit', 'own'],
    queryFn: async ({ pageParam }) => (await gql(ViewerActivityDocument, { first: size, after: pageParam })).viewer?.auditEvents ?? null,
    initialPageParam: null as string | null,
    getNextPageParam: nextOf,
  })
  return (
    <Page title={t('ownTitle')} text={t('ownText')}>
      <Lines query={list} rows={rowsOf(list.data?.pages)} filtered={false} onClear={() => onChange(unfiltered)} opened={search.event} onOpen={(event) => onChange({ event })} />
    </Page>
  )
}
