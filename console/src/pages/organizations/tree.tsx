import { OrganizationChildrenDocument, OrganizationRowFragmentDoc, OrganizationTreeDocument, PageFieldsFragmentDoc, readFragment, type OrganizationRowFragment } from '@contract'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Building2, ChevronRight, SearchX } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Failure, Notice } from '@/ui/notice'
import { firstOf, Pager, pageOf, type Position } from '@/ui/pager'
import { SearchField } from '@/ui/search-field'
import { Skeleton } from '@/ui/skeleton'
import { RowMenu } from './actions'
import { KindIcon, Status } from './cells'
import type { ShownProps } from './page'
import type { OrganizationsSearch } from './search'

/** Customers with their sub-accounts below them, read when one is opened. */
export function Tree({ search, change, onDialog }: ShownProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  const variables = { ...pageOf(search), search: search.q ?? null, where: { kind: { in: ['CUSTOMER' as const] } } }
  const list = useQuery({
    queryKey: ['organizations', 'tree', variables],
    queryFn: () => gql(OrganizationTreeDocument, variables),
    placeholderData: keepPreviousData,
  })
  const organizations = list.data?.organizations
  const move = (position: Position) => change(position as Partial<OrganizationsSearch>)
  return (
    <div className="flex flex-col gap-5">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
      <section className="overflow-hidden rounded-2xl border border-line bg-card">
        {list.isError && !organizations ? (
          <Failure error={list.error} retry={() => void list.refetch()} onFirst={firstOf(search, move)} />
        ) : organizations?.nodes.length === 0 ? (
          search.q ? (
            <Notice icon={SearchX} title={t('translation:list.noMatch')} action={<Button onClick={() => change({ q: undefined })}>{t('translation:list.clear')}</Button>} />
          ) : (
            <Notice icon={Building2} title={t('none')} />
          )
        ) : (
          <>
            <ul aria-label={t('tree.label')} aria-busy={!organizations} className={cn('divide-y divide-line', list.isPlaceholderData && 'opacity-60')}>
              {!organizations &&
                Array.from({ length: 8 }, (_, i) => (
                  <li key={i} className="px-4 py-4">
                    <Skeleton className="w-56" />
                  </li>
                ))}
              {organizations?.nodes.map((one) => {
                const row = readFragment(OrganizationRowFragmentDoc, one)
                return <Branch key={row.id} organization={row} users={one.userCount} below={one.children?.totalCount ?? 0} onDialog={onDialog} />
              })}
            </ul>
            <Pager
              position={search}
              info={readFragment(PageFieldsFragmentDoc, organizations?.pageInfo)}
              shown={organizations?.nodes.length ?? 0}
              total={organizations?.totalCount}
              onMove={move}
            />
          </>
        )}
      </section>
    </div>
  )
}

interface BranchProps {
  organization: OrganizationRowFragment
  users: number | null
  below: number
  onDialog: ShownProps['onDialog']
}

function Branch({ organization, users, below, onDialog }: BranchProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  const [open, setOpen] = useState(false)
  return (
    <li>
      <Line organization={organization} users={users} onDialog={onDialog}>
        {below > 0 ? (
          <Button
            look="quiet"
            size="icon"
            aria-expanded={open}
            aria-label={t(open ? 'tree.shut' : 'tree.open', { name: organization.name })}
            title={t('tree.count', { count: below })}
            onClick={() => setOpen(!open)}
          >
            <ChevronRight aria-hidden className={cn('transition-transform', open && 'rotate-90')} />
          </Button>
        ) : (
          <span className="size-9 shrink-0" />
        )}
        {below > 0 && <span className="order-last hidden text-xs text-soft sm:block">{t('tree.count', { count: below })}</span>}
      </Line>
      {open && <Children id={organization.id} name={organization.name} onDialog={onDialog} />}
    </li>
  )
}

interface LineProps {
  organization: OrganizationRowFragment
  users: number | null
  onDialog: ShownProps['onDialog']
  children: ReactNode
}

function Line({ organization, users, onDialog, children }: LineProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  return (
    <div className="flex items-center gap-2 py-1.5 pr-2 pl-2 hover:bg-hover/60">
      {children}
      <Link to="/organizations/$id" params={{ id: organization.id }} className="flex min-w-0 grow items-center gap-3 rounded py-1">
        <KindIcon kind={organization.kind} className="size-7" />
        <span className="min-w-0">
          <span className="block truncate text-sm font-medium">{organization.name}</span>
          {users != null && <span className="block text-xs text-soft">{t('tree.users', { count: users })}</span>}
        </span>
      </Link>
      <span className="order-last flex items-center gap-2">
        {organization.status !== 'ACTIVE' && <Status status={organization.status} />}
        <RowMenu organization={organization} onDialog={onDialog} />
      </span>
    </div>
  )
}

function Children({ id, name, onDialog }: { id: string; name: string; onDialog: ShownProps['onDialog'] }) {
  const { t } = useTranslation(['organizations', 'translation'])
  const query = useInfiniteQuery({
    queryKey: ['organizations', 'children', id],
    queryFn: ({ pageParam }) => gql(OrganizationChildrenDocument, { id, first: 50, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ organization }) => {
      const info = readFragment(PageFieldsFragmentDoc, organization?.children?.pageInfo)
      return info?.hasNextPage ? info.endCursor : undefined
    },
  })
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />
  return (
    <ul aria-label={t('kind.SUB_ACCOUNT') + ', ' + name} aria-busy={query.isPending} className="border-t border-line bg-ground/60">
      {query.isPending && (
        <li className="py-3 pl-16">
          <Skeleton className="w-40" />
        </li>
      )}
      {query.data?.pages.flatMap(({ organization }) =>
        organization?.children?.nodes.map((one) => {
          const row = readFragment(OrganizationRowFragmentDoc, one)
          return (
            <li key={row.id}>
              <Line organization={row} users={one.userCount} onDialog={onDialog}>
                <span className="w-12 shrink-0 sm:w-16" />
              </Line>
            </li>
          )
        }),
      )}
      {query.hasNextPage && (
        <li className="py-2 pl-16">
          <Button size="sm" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('tree.more')}
          </Button>
        </li>
      )}
    </ul>
  )
}
