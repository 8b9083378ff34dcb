import { readFragment, RoleRowFragmentDoc, RolesDocument, type OrganizationWhereInput, type ResellerRole } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { OrganizationPicker } from '@/pages/organizations/picker'
import '@/pages/roles/words'
import { useRoleText } from '@/pages/roles/role-text'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { cn } from '@/ui/cn'
import { Field, Input } from '@/ui/field'
import { Failure } from '@/ui/notice'
import { Select } from '@/ui/select'
import { Skeleton } from '@/ui/skeleton'
import { choicesQuery } from './many'

export interface Grant {
  role: { id: string; key: string; name: string }
  organization: { id: string; name: string } | null
  startsAt: string | null
  expiresAt: string | null
}

const staffRoles: ResellerRole[] = ['RESELLER_ADMIN', 'RESELLER_SUPPORT', 'RESELLER_VIEWER']

/** The fixed role of somebody of the reseller's staff. */
export function StaffRole({ value, onChange, error }: { value: ResellerRole | null; onChange: (role: ResellerRole | null) => void; error?: string | undefined }) {
  const { t } = useTranslation(['users', 'translation'])
  return (
    <Field label={t('access.staffRole')} error={error}>
      <Select
        label={t('access.staffRole')}
        value={value ?? 'NONE'}
        onChange={(next) => onChange(next === 'NONE' ? null : next)}
        choices={[...staffRoles.map((role) => ({ value: role, label: t(`kind.${role}`), hint: t(`kindText.${role}`) })), { value: 'NONE' as const, label: t('access.noStaffRole') }]}
      />
    </Field>
  )
}

/** The roles the caller may give by name in an organization. */
export function useGrantable(organizationId: string | undefined) {
  const textOf = useRoleText()
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['roles', 'grantable', organizationId],
    queryFn: () => gql(RolesDocument, { first: 100, organizationId: organizationId ?? null, grantable: true }),
    enabled: !!organizationId,
    staleTime: 60_000,
  })
  return { roles: readFragment(RoleRowFragmentDoc, data?.roles?.nodes ?? []).map((role) => ({ ...role, description: textOf(role) })), isPending, error, refetch }
}

interface GrantListProps {
  organizationId: string
  /** Staff hold a role anywhere, others within their own account. */
  staff: boolean
  grants: Grant[]
  onChange: (grants: Grant[]) => void
}

/** Permission roles and custom roles to choose from, each with where it holds and from when until when. */
export function GrantList({ organizationId, staff, grants, onChange }: GrantListProps) {
  const { t } = useTranslation(['users', 'translation'])
  const { roles, isPending, error, refetch } = useGrantable(organizationId)
  const places = useQuery(choicesQuery(staff ? undefined : within(organizationId)))
  if (isPending) return <Skeleton className="h-32 w-full" />
  if (error && roles.length === 0) return <Failure error={error} retry={() => void refetch()} />
  // What is held but not the caller's to give still stands there, and can be taken away.
  const known = new Set(roles.map((role) => role.id))
  const choices = [...roles.map(({ id, key, name, description }) => ({ id, key, name, description })), ...grants.filter(({ role }) => !known.has(role.id)).map(({ role }) => ({ ...role, description: '' }))]
  if (choices.length === 0) return <p className="text-sm text-soft">{t('access.noRoles')}</p>
  const many = (places.data?.organizations?.nodes.length ?? 0) > 1
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{t('access.roles')}</legend>
      <ul className="max-h-96 divide-y divide-line overflow-y-auto rounded-xl border border-line">
        {choices.map((role) => {
          const held = grants.filter((one) => one.role.id === role.id)
          const fresh: Grant = { role: { id: role.id, key: role.key, name: role.name }, organization: null, startsAt: null, expiresAt: null }
          return (
            <li key={role.id} className="px-3 py-2">
              <label className="flex items-start gap-2.5">
                <Checkbox
                  label={role.name}
                  checked={held.length > 0}
                  onChange={(on) => onChange(on ? [...grants, fresh] : grants.filter((one) => one.role.id !== role.id))}
                  className="mt-0.5"
                />
                <span className="min-w-0 text-sm">
                  {role.name}
                  {role.description && <span className="block text-xs text-soft">{role.description}</span>}
                </span>
              </label>
              {held.map((grant, i) => (
                <Extent
                  key={i}
                  grant={grant}
                  where={staff ? undefined : within(organizationId)}
                  many={many || !!grant.organization}
                  onChange={(next) => onChange(grants.map((one) => (one === grant ? next : one)))}
                  onRemove={held.length > 1 ? () => onChange(grants.filter((one) => one !== grant)) : undefined}
                />
              ))}
              {held.length > 0 && many && (
                <Button look="quiet" size="sm" className="mt-1 ml-5" onClick={() => onChange([...grants, fresh])}>
                  <Plus aria-hidden />
                  {t('access.elsewhere')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

const within = (organizationId: string): OrganizationWhereInput => ({ or: [{ id: { eq: organizationId } }, { parentId: { eq: organizationId } }] })

interface ExtentProps {
  grant: Grant
  where: OrganizationWhereInput | undefined
  /** Whether there is more than one place to choose from. */
  many: boolean
  onChange: (grant: Grant) => void
  onRemove: (() => void) | undefined
}

/** Where one role holds, and from when until when; it holds at home and for good unless something is said. */
function Extent({ grant, where, many, onChange, onRemove }: ExtentProps) {
  const { t } = useTranslation(['users', 'translation'])
  const { name } = grant.role
  const small = 'h-8 px-2 text-xs'
  return (
    <div className="mt-1.5 ml-6.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-soft">
      {many && (
        <OrganizationPicker
          label={t('access.placeOf', { name })}
          placeholder={t('access.home')}
          value={grant.organization && { ...grant.organization, __typename: 'Organization', kind: 'CUSTOMER', parent: null }}
          {...(where && { where })}
          onChange={(one) => onChange({ ...grant, organization: one && { id: one.id, name: one.name } })}
          className="w-full sm:w-56"
        />
      )}
      <label className="inline-flex items-center gap-1.5">
        {t('access.from')}
        <Input
          type="date"
          aria-label={t('access.fromOf', { name })}
          value={grant.startsAt ? localDay(grant.startsAt) : ''}
          onValueChange={(day) => onChange({ ...grant, startsAt: day ? new Date(`${day}T00:00`).toISOString() : null })}
          className={cn(small, 'w-36')}
        />
      </label>
      <label className="inline-flex items-center gap-1.5">
        {t('access.until')}
        <Input
          type="date"
          aria-label={t('access.untilOf', { name })}
          value={grant.expiresAt ? localDay(grant.expiresAt) : ''}
          min={grant.startsAt ? localDay(grant.startsAt) : undefined}
          onValueChange={(day) => onChange({ ...grant, expiresAt: day ? new Date(`${day}T23:59:59`).toISOString() : null })}
          className={cn(small, 'w-36')}
        />
      </label>
      {onRemove && (
        <Button look="quiet" size="icon" aria-label={t('access.dropPlace', { name, place: grant.organization?.name ?? t('access.home') })} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      )}
    </div>
  )
}

/** The day of a moment, where the person at the screen is. */
function localDay(at: string): string {
  const moment = new Date(at)
  return `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
}
