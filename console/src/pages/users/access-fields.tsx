import { ModulesDocument, type ClientAccess, type ResellerRole, type UserType } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import { Checklist } from '@/ui/checklist'
import { Field } from '@/ui/field'
import { Select } from '@/ui/select'
import { StaffRole, useGrantable } from './grants'

/** What somebody shall have in an organization. */
export interface Access {
  resellerRole: ResellerRole | null
  userType: UserType | null
  access: ClientAccess
  roleIds: readonly string[]
  modules: readonly string[]
  subAccounts: readonly { id: string; name: string }[]
}

export const leastAccess: Access = { resellerRole: 'RESELLER_VIEWER', userType: null, access: 'USER', roleIds: [], modules: [], subAccounts: [] }

/** As the server takes it: staff have no access to a portal of customers, administrators have all of it. */
export function accessInput({ resellerRole, userType, access, roleIds, modules, subAccounts }: Access, staff: boolean) {
  const roles = roleIds.length > 0 ? { roleIds: [...roleIds] } : {}
  if (staff) return { ...(resellerRole && { resellerRole }), ...roles }
  return {
    ...(userType && { userType }),
    ...roles,
    access,
    ...(access === 'USER' && { modules: [...modules], subAccountIds: subAccounts.map((one) => one.id) }),
  }
}

interface AccessFieldsProps {
  organization: OrganizationChoice
  value: Access
  onChange: (access: Access) => void
  under: (...names: string[]) => string | undefined
}

const types: UserType[] = ['TENANT_ADMIN', 'BOT_ADMIN', 'SUPERVISOR', 'AGENT', 'ANALYST', 'VIEWER']

/** Roles, modules and sub-accounts, as the organization has them. */
export function AccessFields({ organization, value, onChange, under }: AccessFieldsProps) {
  const { t } = useTranslation(['users', 'translation'])
  const viewer = useViewer()
  const staff = organization.kind === 'RESELLER'
  const { roles } = useGrantable(organization.id)
  const set = (change: Partial<Access>) => onChange({ ...value, ...change })
  const typed = may(viewer, 'TENANT_USER_CREATE')
  return (
    <>
      {staff ? (
        <StaffRole value={value.resellerRole} onChange={(resellerRole) => set({ resellerRole })} error={under('resellerRole')} />
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('access.access')} error={under('access')}>
            <Select
              label={t('access.access')}
              value={value.access}
              onChange={(access) => set({ access })}
              choices={(['USER', 'ADMIN'] as const).map((one) => ({ value: one, label: t(`access.of.${one}`), hint: t(`access.ofText.${one}`) }))}
            />
          </Field>
          {typed && (
            <Field label={t('type')} hint={t('access.typeHint')} error={under('userType')}>
              <Select
                label={t('type')}
                value={value.userType ?? 'NONE'}
                onChange={(one) => set({ userType: one === 'NONE' ? null : one })}
                choices={[{ value: 'NONE' as const, label: t('access.noType') }, ...types.map((one) => ({ value: one, label: t(`userType.${one}`), hint: t(`userTypeText.${one}`) }))]}
              />
            </Field>
          )}
        </div>
      )}
      {!staff && value.access === 'USER' && <Modules value={value} onChange={set} error={under('modules')} />}
      {organization.kind === 'CUSTOMER' && value.access === 'USER' && <SubAccounts organization={organization} value={value} onChange={set} error={under('subAccountIds')} />}
      {roles.length > 0 && (
        <Field label={t('access.furtherRoles')} hint={t('access.furtherHint')} error={under('roleIds')}>
          <Checklist
            label={t('access.furtherRoles')}
            groups={[{ key: 'all', title: t('access.allRoles'), items: roles.map((role) => ({ key: role.id, label: role.name, hint: role.description })) }]}
            chosen={new Set(value.roleIds)}
            onChange={(chosen) => set({ roleIds: [...chosen] })}
            className="max-h-52"
          />
        </Field>
      )}
    </>
  )
}

interface PartProps {
  value: Pick<Access, 'modules' | 'subAccounts'>
  onChange: (change: Partial<Access>) => void
  error: string | undefined
}

export function Modules({ value, onChange, error }: PartProps) {
  const { t } = useTranslation(['users', 'translation'])
  const { data } = useQuery({ queryKey: ['modules'], queryFn: () => gql(ModulesDocument), staleTime: Infinity })
  const open = (data?.modules ?? []).filter((one) => !one.adminOnly)
  return (
    <Field label={t('access.modules')} hint={t('access.modulesHint')} error={error}>
      <Checklist
        label={t('access.modules')}
        groups={[{ key: 'all', title: t('access.allModules'), items: open.map(({ key, name }) => ({ key, label: name })) }]}
        chosen={new Set(value.modules)}
        onChange={(chosen) => onChange({ modules: [...chosen] })}
        className="max-h-52"
      />
    </Field>
  )
}

export function SubAccounts({ organization, value, onChange, error }: PartProps & { organization: { id: string } }) {
  const { t } = useTranslation(['users', 'translation'])
  const [round, setRound] = useState(0)
  return (
    <Field label={t('access.subAccounts')} hint={t('access.subAccountsHint')} error={error}>
      <OrganizationPicker
        key={round}
        label={t('access.addSubAccount')}
        value={null}
        where={{ parentId: { eq: organization.id } }}
        onChange={(one) => {
          if (one && !value.subAccounts.some((other) => other.id === one.id)) onChange({ subAccounts: [...value.subAccounts, { id: one.id, name: one.name }] })
          setRound(round + 1)
        }}
      />
      {value.subAccounts.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {value.subAccounts.map((one) => (
            <li key={one.id} className="inline-flex items-center gap-1 rounded-full bg-tint py-0.5 pr-1 pl-2.5 text-xs text-primary">
              {one.name}
              <button
                type="button"
                aria-label={t('access.removeSubAccount', { name: one.name })}
                className="rounded-full p-1 hover:bg-hover"
                onClick={() => onChange({ subAccounts: value.subAccounts.filter((other) => other !== one) })}
              >
                <X className="size-3" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  )
}
