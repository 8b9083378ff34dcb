import { PermissionMatrixDocument, readFragment, RoleRowFragmentDoc, RolesDocument, type Permission, type RoleFamily } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Card } from '@/ui/page'
import { Failure, Notice } from '@/ui/notice'
import { SearchField } from '@/ui/search-field'
import { Skeleton } from '@/ui/skeleton'
import { Switch } from '@/ui/switch'
import { Grid } from './grid'
import { groupNames, permissionsOf, type Group } from './permissions'
import { RoleChooser } from './role-chooser'
import type { RolesSearch } from './search'

export interface Column {
  key: string
  name: string
  family: RoleFamily
  allowed: ReadonlySet<Permission>
  denied: ReadonlySet<Permission>
}

export interface Rows {
  group: Group
  permissions: readonly Permission[]
}

/** All roles with what they allow and deny: the built-in ones of the policy, and custom ones that are in sight. */
function useColumnsOf(custom: boolean) {
  const matrix = useQuery({ queryKey: ['roles', 'matrix'], queryFn: () => gql(PermissionMatrixDocument), staleTime: 300_000 })
  const own = useQuery({
    queryKey: ['roles', 'custom'],
    queryFn: () => gql(RolesDocument, { first: 100, family: ['CUSTOM'] }),
    enabled: custom,
  })
  const columns = matrix.data?.permissionMatrix?.map(
    ({ roleKey, name, family, allowed, denied }): Column => ({ key: roleKey, name, family, allowed: new Set(allowed), denied: new Set(denied) }),
  )
  const customs = readFragment(RoleRowFragmentDoc, own.data?.roles?.nodes ?? []).map(
    ({ key, name, family, permissions }): Column => ({ key, name, family, allowed: new Set(permissions), denied: new Set() }),
  )
  const order: RoleFamily[] = ['RESELLER', 'PERMISSION', 'USER_TYPE', 'CLIENT', 'CUSTOM']
  return {
    columns: columns && [...columns, ...customs].sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family)),
    error: matrix.error,
    refetch: matrix.refetch,
  }
}

interface MatrixProps {
  search: RolesSearch
  /** Whether the caller may see custom roles. */
  custom: boolean
  onChange: (change: Partial<RolesSearch>) => void
}

/** Roles side by side. On a narrow screen two at a time are compared until others are chosen. */
export function Matrix({ search, custom, onChange }: MatrixProps) {
  const { t } = useTranslation(['roles', 'permissions', 'translation'])
  const { columns, error, refetch } = useColumnsOf(custom)
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!columns) return <Skeleton className="h-96 w-full rounded-2xl" />

  const narrow = !matchMedia('(min-width: 48rem)').matches
  const wished = search.compare?.split(',') ?? (narrow ? columns.slice(0, 2).map((one) => one.key) : [])
  const picked = columns.filter((one) => wished.includes(one.key))
  const shown = picked.length > 0 ? picked : columns

  const wanted = search.find?.toLowerCase()
  const differs = (permission: Permission) => new Set(shown.map((one) => sayOf(one, permission))).size > 1
  const rows = groupNames
    .map((group): Rows => {
      const named = wanted && t(`permissions:groups.${group}`).toLowerCase().includes(wanted)
      const permissions = permissionsOf(group).filter(
        (one) => (!wanted || named || `${t(`permissions:of.${one}`)} ${one}`.toLowerCase().includes(wanted)) && (!search.differ || differs(one)),
      )
      return { group, permissions }
    })
    .filter(({ permissions }) => permissions.length > 0)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchField label={t('matrix.search')} value={search.find ?? ''} onChange={(find) => onChange({ find: find || undefined })} />
        <RoleChooser columns={columns} shown={shown} onChange={(keys) => onChange({ compare: keys.length === columns.length ? undefined : keys.join(',') })} />
        <label className="flex cursor-pointer items-center gap-2 text-sm">
          <Switch label={t('matrix.differ')} checked={!!search.differ} onChange={(on) => onChange({ differ: on || undefined })} />
          {t('matrix.differ')}
        </label>
        <p className="text-sm text-soft">{t('matrix.legend')}</p>
      </div>
      <Card>
        {rows.length > 0 ? (
          <Grid columns={shown} rows={rows} />
        ) : (
          <Notice icon={SearchX} title={wanted || shown.length > 1 ? t(wanted ? 'matrix.noMatch' : 'matrix.same') : t('matrix.one')} />
        )}
      </Card>
    </div>
  )
}

export type Say = 'yes' | 'no' | 'not'

export const sayOf = (column: Column, permission: Permission): Say => (column.denied.has(permission) ? 'no' : column.allowed.has(permission) ? 'yes' : 'not')
