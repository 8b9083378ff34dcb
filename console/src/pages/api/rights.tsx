import { readFragment, RoleRowFragmentDoc, RolesDocument, type Permission, type RoleRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { Checklist } from '@/ui/checklist'
import { Switch } from '@/ui/switch'
import { kinds, operationsFor } from './operations'

/** The roles that can be held at an organization. */
export function useRoles(organizationId: string | undefined): RoleRowFragment[] {
  const { data } = useQuery({
    queryKey: ['roles', 'givable', organizationId],
    queryFn: () => gql(RolesDocument, { first: 100, organizationId: organizationId!, grantable: false, userCounts: false }),
    enabled: !!organizationId,
  })
  return readFragment(RoleRowFragmentDoc, data?.roles?.nodes) ?? []
}

interface RolesProps {
  roles: readonly RoleRowFragment[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
  error: string | undefined
}

/** Offers the roles that give nothing the viewer lacks. */
export function Roles({ roles: all, chosen, onChange, error }: RolesProps) {
  const { t } = useTranslation(['api', 'translation'])
  const viewer = useViewer()
  const roles = all.filter(({ permissions }) => permissions.length > 0 && permissions.every((one) => may(viewer, one)))
  const families = [...new Set(roles.map((one) => one.family))]
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{t('roles')}</span>
      <Checklist
        label={t('roles')}
        chosen={chosen}
        onChange={onChange}
        className="max-h-56"
        groups={families.map((family) => ({
          key: family,
          title: t(`families.${family}`),
          items: roles
            .filter((one) => one.family === family)
            .map(({ id, name, description, permissions }) => ({
              key: id,
              label: name,
              hint: [t('permissionCount', { count: permissions.length }), description].filter(Boolean).join(' · '),
            })),
        }))}
      />
      <p className="text-xs text-soft">{t('form.rolesHint')}</p>
      {error && <p className="text-sm text-bad">{error}</p>}
    </div>
  )
}

interface OperationsProps {
  /** The roles whose permissions bound the choice. */
  held: readonly RoleRowFragment[]
  some: boolean
  onSome: (some: boolean) => void
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
  error: string | undefined
}

/** Narrows a key from all that its roles allow to single operations. */
export function Operations({ held, some, onSome, chosen, onChange, error }: OperationsProps) {
  const { t } = useTranslation(['api', 'translation'])
  const open = operationsFor(new Set<Permission>(held.flatMap((one) => one.permissions)))
  const names = new Set(open.map(([name]) => name))
  // What was chosen before stays in sight, also when no role opens it any more.
  const lost = [...chosen].filter((name) => !names.has(name))
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-3 rounded-xl border border-line p-3">
        <span className="grow text-sm">
          <span className="block font-medium">{t('form.some')}</span>
          <span className="block text-xs text-soft">{t(some ? 'form.someHint' : 'allOperations')}</span>
        </span>
        <Switch label={t('form.some')} checked={some} onChange={onSome} />
      </div>
      {some && (
        <Checklist
          label={t('operations')}
          search={t('form.findOperation')}
          chosen={chosen}
          onChange={onChange}
          groups={[
            ...kinds.map((kind) => ({
              key: kind,
              title: t(`kinds.${kind}`),
              items: open.filter(([, one]) => one.kind === kind).map(([name]) => ({ key: name, label: name })),
            })),
            { key: 'lost', title: t('kinds.lost'), items: lost.map((name) => ({ key: name, label: name })) },
          ]}
        />
      )}
      {error && <p className="text-sm text-bad">{error}</p>}
    </div>
  )
}
