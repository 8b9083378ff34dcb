import { PageFieldsFragmentDoc, readFragment, ReleaseNoteRowFragmentDoc, ReleaseNotesPageDocument } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { Badge } from '@/ui/badge'
import { Failure, Notice } from '@/ui/notice'
import { firstOf, Pager, pageOf, type Position } from '@/ui/pager'
import { Skeleton } from '@/ui/skeleton'
import { NoteMenu } from './actions'
import { Moment } from './cells'
import type { StatusDialog } from './dialogs'
import type { StatusSearch } from './search'

const route = getRouteApi('/inside/status')

/** What is new in each release, the newest first, to be read from top to bottom. */
export function Releases({ onDialog }: { onDialog: (dialog: StatusDialog) => void }) {
  const { t } = useTranslation(['status', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const variables = pageOf(search)
  const move = (position: Position) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...position }) as StatusSearch })
  const list = useQuery({ queryKey: ['status', 'releases', variables], queryFn: () => gql(ReleaseNotesPageDocument, variables), placeholderData: keepPreviousData })
  const page = list.data?.releaseNotes
  const notes = readFragment(ReleaseNoteRowFragmentDoc, page?.nodes)
  return (
    <section aria-busy={!notes || list.isPlaceholderData} className="overflow-hidden rounded-2xl border border-line bg-card">
      {list.isError && !notes ? (
        <Failure error={list.error} retry={() => void list.refetch()} onFirst={firstOf(search, move)} />
      ) : notes?.length === 0 ? (
        <Notice icon={Megaphone} title={t('release.none')}>
          {t('release.noneText')}
        </Notice>
      ) : (
        <>
          {!notes && <Skeleton className="m-5 h-32" />}
          <div className="divide-y divide-line">
            {notes?.map((note) => (
              <article key={note.id} className="flex items-start gap-3 p-5">
                <div className="min-w-0 grow">
                  <p className="flex flex-wrap items-center gap-2 text-xs text-soft">
                    <Badge tone="tint">{note.release}</Badge>
                    <Moment at={note.publishedAt} />
                  </p>
                  <h2 className="mt-2 font-semibold">{note.title}</h2>
                  <p className="mt-2 max-w-3xl text-sm whitespace-pre-line">{note.body}</p>
                </div>
                {note.viewerActions.length > 0 && <NoteMenu note={note} onDialog={onDialog} />}
              </article>
            ))}
          </div>
          <Pager
            position={search}
            info={readFragment(PageFieldsFragmentDoc, page?.pageInfo)}
            shown={notes?.length ?? 0}
            total={page?.totalCount}
            onMove={move}
          />
        </>
      )}
    </section>
  )
}
