import { JobItemsDocument, PageFieldsFragmentDoc, readFragment, RefusalFragmentDoc, type JobItemStatus } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useRefusalText } from '@/app/refusal'
import { Badge, type Tone } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Failure } from '@/ui/notice'
import { Skeleton } from '@/ui/skeleton'
import { Tabs } from '@/ui/tabs'

const states = ['ALL', 'FAILED', 'SKIPPED', 'DONE', 'WAITING'] as const
const tones: Record<JobItemStatus, Tone> = { DONE: 'good', FAILED: 'bad', SKIPPED: 'warn', WAITING: 'plain' }
const size = 25

export interface ItemsProps {
  id: string
  /** The state that is looked at, all without one. */
  items: JobItemStatus | undefined
  /** Cursors that led to the page shown, the last one its own. */
  at: readonly string[]
  onItems: (items: JobItemStatus | undefined) => void
  onAt: (at: readonly string[]) => void
}

/** What became of each item, in the order of the list or file. */
export function Items({ id, items, at, onItems, onAt }: ItemsProps) {
  const { t, i18n } = useTranslation(['jobs', 'translation'])
  const textOf = useRefusalText()
  const variables = { id, first: size, after: at.at(-1) ?? null, status: items ? [items] : null }
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['job', id, 'items', variables],
    queryFn: () => gql(JobItemsDocument, variables),
    placeholderData: keepPreviousData,
  })
  const page = data?.job?.items
  const info = readFragment(PageFieldsFragmentDoc, page?.pageInfo)
  const number = new Intl.NumberFormat(i18n.language)
  const first = at.length * size + 1
  return (
    <section aria-label={t('items')}>
      <h3 className="mb-2 text-sm font-semibold">{t('items')}</h3>
      <Tabs
        label={t('items')}
        value={items ?? 'ALL'}
        tabs={states.map((key) => ({ key, title: key === 'ALL' ? t('every') : t(`itemStatus.${key}`) }))}
        onChange={(key) => onItems(key === 'ALL' ? undefined : key)}
        className="gap-3"
      >
        {error && !page ? (
          <Failure error={error} retry={() => void refetch()} onFirst={at.length > 0 ? () => onAt([]) : undefined} />
        ) : page?.nodes.length === 0 ? (
          <p className="py-8 text-center text-sm text-soft">{t('nothing')}</p>
        ) : (
          <ul aria-busy={!page || isPlaceholderData} className="divide-y divide-line">
            {!page && Array.from({ length: 5 }, (_, i) => <li key={i} className="py-3"><Skeleton className="w-56" /></li>)}
            {page?.nodes.map(({ position, label, status, user, errors }) => (
              <li key={position} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2 text-sm">
                <div className="min-w-0 flex-1 basis-40">
                  {user ? (
                    <Link to="/users" search={{ user: user.id }} className="font-medium text-primary underline-offset-4 hover:underline">
                      {user.displayName}
                    </Link>
                  ) : (
                    <span className="font-medium">{label}</span>
                  )}
                  {readFragment(RefusalFragmentDoc, errors).map((one) => (
                    <span key={one.code + one.message} className="block text-xs text-soft">
                      {textOf(one)}
                    </span>
                  ))}
                </div>
                <Badge tone={tones[status]}>{t(`itemStatus.${status}`)}</Badge>
              </li>
            ))}
          </ul>
        )}
        {page && page.nodes.length > 0 && (
          <nav aria-label={`${t('items')}: ${t('translation:pager.label')}`} className="mt-3 flex items-center gap-2 text-sm">
            <p className="grow text-soft" aria-live="polite">
              {t('translation:pager.range', { from: number.format(first), to: number.format(first + page.nodes.length - 1), total: number.format(page.totalCount) })}
            </p>
            <Button size="sm" disabled={at.length === 0} onClick={() => onAt(at.slice(0, -1))}>
              <ChevronLeft aria-hidden />
              {t('translation:pager.previous')}
            </Button>
            <Button size="sm" disabled={!info?.hasNextPage || !info.endCursor} onClick={() => info?.endCursor && onAt([...at, info.endCursor])}>
              {t('translation:pager.next')}
              <ChevronRight aria-hidden />
            </Button>
          </nav>
        )}
      </Tabs>
    </section>
  )
}
