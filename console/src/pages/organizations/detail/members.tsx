import {
  MembershipRowFragmentDoc,
  OrganizationMembersDocument,
  PageFieldsFragmentDoc,
  readFragment,
  UserChangedDocument,
  UserRowFragmentDoc,
  type MembershipRowFragment,
  type UserRowFragment,
  type UserWhereInput,
} from '@contract'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useLive } from '@/api/live'
import { Avatar } from '@/ui/avatar'
import { Badge } from '@/ui/badge'
import { buttonLook } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import { Ago } from '@/ui/time'
import { MemberDialogs, MemberMenu, type MemberDialog } from './member-dialogs'
import type { PartProps } from './page'
import type { OrganizationSearch } from './search'

export interface Member extends UserRowFragment {
  /** What the person may use here; none for those who are at home here by a role alone. */
  membership: MembershipRowFragment | undefined
}

type Sort = NonNullable<OrganizationSearch['sort']>

function whereOf(id: string, { state, access }: OrganizationSearch): UserWhereInput {
  return {
    or: [{ memberOf: { eq: id } }, { organizationId: { eq: id } }],
    ...(state === 'DEACTIVATED' ? { membershipStatus: { in: ['DEACTIVATED'] } } : state && { status: { in: [state] } }),
    ...(access && { access: { in: [access] } }),
  }
}

/** Everybody who works in this organization, with what each may use here. */
export function Members({ row, search, change }: PartProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const navigate = useNavigate()
  const client = useQueryClient()
  const [dialog, setDialog] = useState<MemberDialog>()
  const sorting = { field: search.sort ?? 'DISPLAY_NAME', direction: search.dir ?? 'ASC' } as const
  const variables = { ...pageOf(search), search: search.q ?? null, where: whereOf(row.id, search), orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['organization', row.id, 'members', variables],
    queryFn: () => gql(OrganizationMembersDocument, variables),
    placeholderData: keepPreviousData,
  })
  const refresh = () => void client.invalidateQueries({ queryKey: ['organization', row.id] })
  useLive(UserChangedDocument, { organizationId: row.id }, refresh, refresh)
  const users = list.data?.users
  const rows = users?.nodes.map((user): Member => {
    const memberships = readFragment(MembershipRowFragmentDoc, user.memberships)
    return { ...readFragment(UserRowFragmentDoc, user), membership: memberships.find((one) => one.organization.id === row.id) }
  })
  const open = (id: string) => void navigate({ to: '/users', search: { user: id } })
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={t('members.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <Select
          label={t('members.status')}
          value={search.state ?? 'any'}
          onChange={(value) => change({ state: value === 'any' ? undefined : value })}
          choices={[
            { value: 'any', label: t('members.anyState') },
            ...(['ACTIVE', 'PENDING', 'SUSPENDED', 'DEACTIVATED'] as const).map((value) => ({ value, label: t(`members.states.${value}`) })),
          ]}
        />
        {row.kind !== 'RESELLER' && (
          <Select
            label={t('members.access')}
            value={search.access ?? 'any'}
            onChange={(value) => change({ access: value === 'any' ? undefined : value })}
            choices={[{ value: 'any', label: t('members.anyAccess') }, ...(['ADMIN', 'USER'] as const).map((value) => ({ value, label: t(`members.kinds.${value}`) }))]}
          />
        )}
        <span className="grow" />
        {row.viewerActions.includes('INVITE') && (
          <Link to="/invitations" search={{ organization: row.id, open: true }} className={buttonLook()}>
            <UserPlus aria-hidden />
            {t('members.invite')}
          </Link>
        )}
      </div>
      <List<Member, Sort>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, users?.pageInfo)}
        total={users?.totalCount}
        position={search}
        onMove={(position) => change(position as Partial<OrganizationSearch>)}
        filtered={!!(search.q || search.state || search.access)}
        onClear={() => change({ q: undefined, state: undefined, access: undefined })}
        none={
          <Notice icon={Users} title={t('members.none')}>
            {t('members.noneText')}
          </Notice>
        }
        label={t('members.label', { name: row.name })}
        columns={[
          { key: 'person', title: t('members.person'), sort: 'DISPLAY_NAME', cell: (one) => <Person member={one} /> },
          { key: 'access', title: t('members.access'), from: 'md', cell: (one) => <MayUse member={one} /> },
          { key: 'status', title: t('members.status'), sort: 'STATUS', from: 'sm', cell: (one) => <State member={one} /> },
          { key: 'lastLogin', title: t('members.lastLogin'), sort: 'LAST_LOGIN_AT', from: 'xl', className: 'whitespace-nowrap', cell: (one) => <Ago at={one.lastLoginAt} never={t('members.never')} /> },
        ]}
        idOf={(one) => one.id}
        nameOf={(one) => one.displayName}
        sorting={sorting}
        onSort={({ field, direction }) => change({ sort: field, dir: direction })}
        onOpen={({ id }) => open(id)}
        actions={(one) => <MemberMenu member={one} organization={row} onOpen={open} onDialog={setDialog} />}
      />
      <MemberDialogs dialog={dialog} organization={row} onClose={() => setDialog(undefined)} />
    </div>
  )
}

const Person = ({ member }: { member: Member }) => (
  <span className="flex items-center gap-3">
    <Avatar id={member.id} initials={member.initials} />
    <span className="min-w-0">
      <span className="block truncate font-medium">{member.displayName}</span>
      <span className="block truncate text-xs text-soft">{member.email}</span>
    </span>
  </span>
)

function MayUse({ member: { membership, roles } }: { member: Member }) {
  const { t } = useTranslation(['organization', 'translation'])
  if (!membership) {
    return (
      <span className="flex flex-wrap gap-1">
        {roles.slice(0, 2).map((role) => (
          <Badge key={role.id}>{role.name}</Badge>
        ))}
      </span>
    )
  }
  const admin = membership.access === 'ADMIN'
  const { modules, subAccounts } = membership
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={admin ? 'tint' : 'plain'}>{t(`members.kinds.${membership.access}`)}</Badge>
      <span className="text-xs text-soft">
        {admin ? t('members.everything') : modules.length === 0 ? t('members.noModules') : t('members.modules', { count: modules.length })}
        {!admin && subAccounts.length > 0 && ` · ${t('members.subAccounts', { count: subAccounts.length })}`}
      </span>
    </span>
  )
}

const tones = { ACTIVE: 'good', PENDING: 'warn', SUSPENDED: 'bad', DELETED: 'plain', DEACTIVATED: 'bad' } as const

function State({ member: { status, membership } }: { member: Member }) {
  const { t } = useTranslation(['organization', 'translation'])
  const state = status === 'ACTIVE' && membership?.status === 'DEACTIVATED' ? 'DEACTIVATED' : status
  return (
    <Badge tone={tones[state]} dot>
      {t(`members.states.${state}`)}
    </Badge>
  )
}
