import { ApiCredentialRowFragmentDoc, ApiCredentialsPageDocument, PageFieldsFragmentDoc, readFragment, type ApiCredentialRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { KeyRound, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import { KeyMenu, type KeyDialog } from './actions'
import { KeyState } from './cells'
import { filtered, sortingOf, unfiltered, whereOf, type ApiSearch, type KeysSort } from './search'

const route = getRouteApi('/inside/api')

interface KeysProps {
  create: ReactNode
  onOpen: (id: string) => void
  onDialog: (dialog: KeyDialog) => void
}

/** The list of keys. */
export function Keys({ create, onOpen, onDialog }: KeysProps) {
  const { t } = useTranslation(['api', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const sorting = sortingOf(search)
  const variables = { ...pageOf(search), search: search.q ?? null, where: whereOf(search), orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['apiCredentials', variables],
    queryFn: () => gql(ApiCredentialsPageDocument, variables),
    placeholderData: keepPreviousData,
  })
  const page = list.data?.apiCredentials
  const change = (next: Partial<ApiSearch>) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...next }), replace: 'q' in next })
  const columns = useColumns()
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <Select
          label={t('state')}
          value={search.state ?? 'any'}
          onChange={(state) => change({ state: state === 'any' ? undefined : state })}
          choices={(['any', 'ACTIVE', 'EXPIRED', 'REVOKED'] as const).map((value) => ({ value, label: value === 'any' ? t('anyState') : t(`states.${value}`) }))}
        />
        <OrganizationChoiceOf
          label={t('organization')}
          placeholder={t('anyOrganization')}
          className="w-full sm:w-60"
          value={search.organization}
          onChange={(organization) => change({ organization })}
        />
        {filtered(search) && (
          <Button look="quiet" onClick={() => change(unfiltered)}>
            <X aria-hidden />
            {t('translation:list.clear')}
          </Button>
        )}
      </div>
      <List<ApiCredentialRowFragment, KeysSort>
        query={list}
        rows={readFragment(ApiCredentialRowFragmentDoc, page?.nodes)}
        info={readFragment(PageFieldsFragmentDoc, page?.pageInfo)}
        total={page?.totalCount}
        position={search}
        onMove={(position) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...position }) as ApiSearch })}
        filtered={filtered(search)}
        onClear={() => change(unfiltered)}
        none={
          <Notice icon={KeyRound} title={t('none')} action={create}>
            {t('noneText')}
          </Notice>
        }
        label={t('keys')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        sorting={sorting}
        onSort={({ field, direction }) => change({ sort: field, dir: direction })}
        onOpen={(one) => onOpen(one.id)}
        actions={(one) => one.viewerActions.length > 0 && <KeyMenu credential={one} onDialog={onDialog} />}
      />
    </>
  )
}

function useColumns(): Column<ApiCredentialRowFragment, KeysSort>[] {
  const { t } = useTranslation(['api', 'translation'])
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'NAME',
      cell: (one) => (
        <>
          <span className="block font-medium">{one.name}</span>
          <span className="block font-mono text-xs break-all text-soft">{one.prefix}…</span>
          <span className="block text-xs text-soft lg:hidden">{one.organization?.name}</span>
        </>
      ),
    },
    { key: 'organization', title: t('organization'), from: 'lg', cell: (one) => one.organization?.name },
    {
      key: 'roles',
      title: t('roles'),
      from: 'md',
      cell: (one) => (
        <span className="flex flex-wrap gap-1">
          {one.roles.slice(0, 2).map((role) => (
            <Badge key={role.id} tone="tint">
              {role.name}
            </Badge>
          ))}
          {one.roles.length > 2 && <Badge>+{one.roles.length - 2}</Badge>}
        </span>
      ),
    },
    { key: 'state', title: t('state'), cell: (one) => <KeyState status={one.status} /> },
    {
      key: 'used',
      title: t('lastUsed'),
      sort: 'LAST_USED_AT',
      from: 'xl',
      className: 'whitespace-nowrap',
      cell: (one) => <Ago at={one.lastUsedAt} never={t('never')} />,
    },
    {
      key: 'ends',
      title: t('ends'),
      sort: 'EXPIRES_AT',
      from: 'xl',
      className: 'whitespace-nowrap',
      cell: (one) => <Ago at={one.expiresAt} never={t('never')} />,
    },
  ]
}
