import { readFragment, RoleRowFragmentDoc, RolesDocument, type ResellerRole } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Checkbox } from '@/ui/checkbox'
import { Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { Skeleton } from '@/ui/skeleton'

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
  const { data, isPending } = useQuery({
    queryKey: ['roles', 'grantable', organizationId],
    queryFn: () => gql(RolesDocument, { first: 100, organizationId: organizationId ?? null, grantable: true }),
    enabled: !!organizationId,
    staleTime: 60_000,
  })
  return { roles: readFragment(RoleRowFragmentDoc, data?.roles?.nodes ?? []), isPending }
}

interface GrantListProps {
  organizationId: string
  grants: Grant[]
  onChange: (grants: Grant[]) => void
}

/** Permission roles and custom roles to choose from, each with the day it ends, where it shall. */
export function GrantList({ organizationId, grants, onChange }: GrantListProps) {
  const { t, i18n } = useTranslation(['users', 'translation'])
  const { roles, isPending } = useGrantable(organizationId)
  if (isPending) return <Skeleton className="h-32 w-full" />
  // What is held but not the caller's to give still stands there, and can be taken away.
  const known = new Set(roles.map((role) => role.id))
  const choices = [...roles.map(({ id, key, name, description }) => ({ id, key, name, description })), ...grants.filter(({ role }) => !known.has(role.id)).map(({ role }) => ({ ...role, description: '' }))]
  if (choices.length === 0) return <p className="text-sm text-soft">{t('access.noRoles')}</p>
  const set = (changed: Grant, expiresAt: string | null) => onChange(grants.map((one) => (one === changed ? { ...one, expiresAt } : one)))
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('access.roles')}</legend>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto rounded-xl border border-line">
        {choices.map((role) => {
          const held = grants.filter((one) => one.role.id === role.id)
          return (
            <li key={role.id} className="px-3 py-2">
              <label className="flex items-start gap-2.5">
                <Checkbox
                  label={role.name}
                  checked={held.length > 0}
                  onChange={(on) =>
                    onChange(on ? [...grants, { role: { id: role.id, key: role.key, name: role.name }, organization: null, startsAt: null, expiresAt: null }] : grants.filter((one) => one.role.id !== role.id))
                  }
                  className="mt-0.5"
                />
                <span className="min-w-0 text-sm">
                  {role.name}
                  {role.description && <span className="block text-xs text-soft">{role.description}</span>}
                </span>
              </label>
              {held.map((grant, i) => (
                <div key={i} className="mt-1.5 ml-7 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-soft">
                  {grant.organization && <span>{t('roleGrant.through', { name: grant.organization.name })}</span>}
                  {grant.startsAt && Date.parse(grant.startsAt) > Date.now() && <span>{t('roleGrant.from', { date: new Intl.DateTimeFormat(i18n.language).format(new Date(grant.startsAt)) })}</span>}
                  <span className="inline-flex items-center gap-1.5">
                    {t('access.until')}
                    <Input
                      type="date"
                      aria-label={t('access.untilOf', { name: role.name })}
                      value={grant.expiresAt ? localDay(grant.expiresAt) : ''}
                      onValueChange={(day) => set(grant, day ? new Date(`${day}T23:59:59`).toISOString() : null)}
                      className="h-7 w-36 px-2 text-xs"
                    />
                  </span>
                </div>
              ))}
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

/** The day of a moment, where the person at the screen is. */
function localDay(at: string): string {
  const moment = new Date(at)
  return `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
}
