import { ModulesDocument, readFragment, RoleRowFragmentDoc, RolesDocument, type RoleFamily } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Field, Input } from '@/ui/field'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import { filtered, unfiltered, type UsersSearch } from './search'

interface FiltersProps {
  search: UsersSearch
  onChange: (change: Partial<UsersSearch>) => void
  /** Whether there is more than one organization to tell apart. */
  many: boolean
}

/** The filters most people use, and behind a button the rest; on a narrow screen all of them stand behind it. */
export function Filters({ search, onChange, many }: FiltersProps) {
  const { t } = useTranslation(['users', 'translation'])
  const rare = [search.type, search.member, search.module, search.factor].filter(Boolean).length
  const [more, setMore] = useState(rare > 0)
  const often = cn('hidden sm:flex', more && 'flex')
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
        <div className={cn('contents', !more && 'max-sm:hidden')}>
          <RoleFilter value={search.role} onChange={(role) => onChange({ role })} className={often} />
          {many && (
            <OrganizationChoiceOf
              label={t('filter.organization')}
              value={search.organization}
              onChange={(organization) => onChange({ organization })}
              className={cn('w-full sm:w-56', !more && 'max-sm:hidden')}
            />
          )}
          <Select
            label={t('lastLogin')}
            value={search.seen ?? 'any'}
            onChange={(value) => onChange({ seen: value === 'any' ? undefined : value, from: undefined, to: undefined })}
            choices={(['any', 'day', 'week', 'month', 'not30', 'not90', 'never', 'range'] as const).map((value) => ({ value, label: t(`seen.${value}`) }))}
            className={often}
          />
        </div>
        <Button aria-expanded={more} onClick={() => setMore(!more)}>
          <SlidersHorizontal aria-hidden />
          {t('filter.more')}
          {rare > 0 && <span className="rounded-full bg-tint px-1.5 text-xs text-primary tabular-nums">{rare}</span>}
        </Button>
        {filtered(search) && (
          <Button look="quiet" onClick={() => onChange(unfiltered)}>
            <X aria-hidden />
            {t('translation:list.clear')}
          </Button>
        )}
      </div>
      {search.seen === 'range' && (
        <div className="flex flex-wrap gap-3">
          <Field label={t('seen.from')}>
            <Input type="date" value={search.from ?? ''} max={search.to} onValueChange={(from) => onChange({ from: from || undefined })} />
          </Field>
          <Field label={t('seen.to')}>
            <Input type="date" value={search.to ?? ''} min={search.from} onValueChange={(to) => onChange({ to: to || undefined })} />
          </Field>
        </div>
      )}
      {more && <Rare search={search} onChange={onChange} />}
    </div>
  )
}

const types = ['TENANT_ADMIN', 'BOT_ADMIN', 'SUPERVISOR', 'AGENT', 'ANALYST', 'VIEWER'] as const
const members = ['ADMIN', 'USER', 'DEACTIVATED', 'REMOVED'] as const

function Rare({ search, onChange }: Omit<FiltersProps, 'many'>) {
  const { t } = useTranslation(['users', 'translation'])
  const { data } = useQuery({ queryKey: ['modules'], queryFn: () => gql(ModulesDocument), staleTime: Infinity })
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        label={t('type')}
        value={search.type ?? 'any'}
        onChange={(value) => onChange({ type: value === 'any' ? undefined : value })}
        choices={[{ value: 'any', label: t('filter.anyType') }, ...types.map((value) => ({ value, label: t(`userType.${value}`) }))]}
      />
      <Select
        label={t('filter.member')}
        value={search.member ?? 'any'}
        onChange={(value) => onChange({ member: value === 'any' ? undefined : value })}
        choices={[{ value: 'any', label: t('filter.anyMember') }, ...members.map((value) => ({ value, label: t(`filter.members.${value}`) }))]}
      />
      <Select
        label={t('filter.module')}
        value={search.module ?? 'any'}
        onChange={(value) => onChange({ module: value === 'any' ? undefined : value })}
        choices={[{ value: 'any', label: t('filter.anyModule') }, ...(data?.modules ?? []).map(({ key, name }) => ({ value: key, label: name }))]}
      />
      <Select
        label={t('twoFactor')}
        value={search.factor ?? 'any'}
        onChange={(value) => onChange({ factor: value === 'any' ? undefined : value })}
        choices={(['any', 'on', 'off'] as const).map((value) => ({ value, label: t(`factor.${value}`) }))}
      />
    </div>
  )
}

const families: RoleFamily[] = ['RESELLER', 'PERMISSION', 'USER_TYPE', 'CLIENT', 'CUSTOM']

function RoleFilter({ value, onChange, className }: { value: string | undefined; onChange: (role: string | undefined) => void; className: string }) {
  const { t } = useTranslation(['users', 'translation'])
  const readable = may(useViewer(), 'ROLE_READ', 'RESELLER_USER_ASSIGN_ROLE', 'RESELLER_USER_INVITE', 'TENANT_USER_ASSIGN_ROLE', 'INVITATION_CREATE')
  const { data } = useQuery({ queryKey: ['roles', 'filter'], queryFn: () => gql(RolesDocument, { first: 100 }), enabled: readable, staleTime: 60_000 })
  if (!readable) return null
  const roles = [...readFragment(RoleRowFragmentDoc, data?.roles?.nodes ?? [])].sort((a, b) => families.indexOf(a.family) - families.indexOf(b.family) || a.name.localeCompare(b.name))
  return (
    <Select
      label={t('role')}
      value={value ?? 'any'}
      onChange={(next) => onChange(next === 'any' ? undefined : next)}
      choices={[{ value: 'any', label: t('filter.anyRole') }, ...roles.map((role) => ({ value: role.id, label: role.name, hint: t(`family.${role.family}`) }))]}
      className={className}
    />
  )
}
