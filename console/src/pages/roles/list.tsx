import { PageFieldsFragmentDoc, readFragment, RoleRowFragmentDoc, RolesDocument, type RoleRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ShieldCheck, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { pageOf, type Position } from '@/ui/pager'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import type { Column } from '@/ui/table'
import { RoleMenu, type RoleDialog } from './actions'
import { useRoleText } from './role-text'
import { families, filtered, unfiltered, type RolesSearch } from './search'

type Row = RoleRowFragment & { userCount: number | null | undefined }

interface RolesListProps {
  search: RolesSearch
  onChange: (change: Partial<RolesSearch>) => void
  onMove: (position: Partial<RolesSearch>) => void
  onOpen: (id: string) => void
  onDialog: (dialog: RoleDialog) => void
}

export function RolesList({ search, onChange, onMove, onOpen, onDialog }: RolesListProps) {
  const { t } = useTranslation(['roles', 'translation'])
  const variables = {
    ...pageOf(search),
    family: search.family ? [search.family] : null,
    search: search.q ?? null,
    organizationId: search.org ?? null,
    userCounts: true,
  }
  const list = useQuery({ queryKey: ['roles', variables], queryFn: () => gql(RolesDocument, variables), placeholderData: keepPreviousData })
  const roles = list.data?.roles
  const rows = roles?.nodes.map((node): Row => ({ ...readFragment(RoleRowFragmentDoc, node), userCount: node.userCount }))
  return (
    <div className="flex flex-col gap-5">
      <Filters search={search} onChange={onChange} />
      <List<Row, string>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, roles?.pageInfo)}
        total={roles?.totalCount}
        position={search}
        onMove={({ after, before, page, size }: Position) => onMove({ after, before, page, size: size as RolesSearch['size'] })}
        filtered={filtered(search)}
        onClear={() => onChange(unfiltered)}
        none={
          <Notice icon={ShieldCheck} title={t('none')}>
            {t('noneText')}
          </Notice>
        }
        label={t('title')}
        columns={useColumns()}
        idOf={(role) => role.id}
        nameOf={(role) => role.name}
        sorting={{ field: 'NAME', direction: 'ASC' }}
        onSort={() => undefined}
        onOpen={(role) => onOpen(role.id)}
        actions={(role) => (
          <RoleMenu role={role} onOpen={onOpen} onCompare={(one) => onMove({ tab: 'matrix', compare: one.key })} onDialog={onDialog} />
        )}
      />
    </div>
  )
}

function useColumns(): Column<Row, string>[] {
  const { t, i18n } = useTranslation(['roles', 'translation'])
  const textOf = useRoleText()
  const number = new Intl.NumberFormat(i18n.language)
  return [
    {
      key: 'name',
      title: t('name'),
      cell: (role) => (
        <span className="block min-w-0">
          <span className="font-medium">{role.name}</span>
          <span className="line-clamp-2 block text-xs text-soft">{textOf(role)}</span>
        </span>
      ),
    },
    { key: 'family', title: t('family'), from: 'sm', cell: (role) => <Badge tone={role.system ? 'plain' : 'tint'}>{t(`families.${role.family}`)}</Badge> },
    { key: 'permissions', title: t('permissions'), from: 'lg', className: 'text-right whitespace-nowrap tabular-nums', cell: (role) => number.format(role.permissions.length) },
    { key: 'holders', title: t('holders'), className: 'text-right whitespace-nowrap tabular-nums', cell: (role) => (role.userCount == null ? '–' : number.format(role.userCount)) },
    { key: 'owner', title: t('owner'), from: 'lg', className: 'whitespace-nowrap', cell: (role) => role.organization?.name ?? <span className="text-soft">{role.system ? t('builtIn') : '–'}</span> },
    {
      key: 'factor',
      title: t('factor'),
      from: 'md',
      className: 'whitespace-nowrap',
      cell: (role) => (role.twoFactorRequired ? <Badge tone="good">{t('factorOn')}</Badge> : <span className="text-soft">{t('factorOff')}</span>),
    },
  ]
}

function Filters({ search, onChange }: Pick<RolesListProps, 'search' | 'onChange'>) {
  const { t } = useTranslation(['roles', 'translation'])
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <Select
        label={t('family')}
        value={search.family ?? 'any'}
        onChange={(value) => onChange({ family: value === 'any' ? undefined : value })}
        choices={[{ value: 'any' as const, label: t('anyFamily') }, ...families.map((value) => ({ value, label: t(`families.${value}`) }))]}
      />
      <OrganizationChoiceOf label={t('edit.organization')} placeholder={t('anyOrganization')} value={search.org} onChange={(org) => onChange({ org })} className="w-full sm:w-64" />
      {filtered(search) && (
        <Button look="quiet" onClick={() => onChange(unfiltered)}>
          <X aria-hidden />
          {t('translation:list.clear')}
        </Button>
      )}
    </div>
  )
}
