import '@/pages/users/words'
import './words'
import {
  InvitationChangedDocument,
  InvitationCountsDocument,
  InvitationRowFragmentDoc,
  InvitationsPageDocument,
  PageFieldsFragmentDoc,
  readFragment,
  type InvitationRowFragment,
  type InvitationStatus,
} from '@contract'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { MailPlus, UserPlus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useLive } from '@/api/live'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import type { OrganizationChoice } from '@/pages/organizations/picker'
import { InviteDialog } from '@/pages/users/invite'
import { useManyOrganizations } from '@/pages/users/many'
import { useInviteKey, useMayInvite } from '@/pages/users/openings'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { pageOf } from '@/ui/pager'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import { StatCards } from '@/ui/stat-cards'
import { RevokeDialog, RowMenu } from './actions'
import { useColumns, type Invitation } from './columns'
import { filtered, sortingOf, unfiltered, whereOf, type InvitationsSearch, type InvitationsSort } from './search'

const route = getRouteApi('/inside/invitations')

interface Again {
  email: string
  organization: OrganizationChoice
}

export function InvitationsPage() {
  const { t } = useTranslation(['invitations', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const leave = useNavigate()
  const client = useQueryClient()
  const viewer = useViewer()
  const invites = useMayInvite()
  const many = useManyOrganizations()
  const [revoking, setRevoking] = useState<InvitationRowFragment>()
  const [again, setAgain] = useState<Again>()
  const where = useMemo(() => whereOf(search, new Date()), [search])
  const sorting = sortingOf(search)

  const variables = { ...pageOf(search), search: search.q ?? null, where, orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['invitations', 'page', variables],
    queryFn: () => gql(InvitationsPageDocument, variables),
    placeholderData: keepPreviousData,
  })
  const refresh = () => void client.invalidateQueries({ queryKey: ['invitations'] })
  useLive(InvitationChangedDocument, {}, refresh, refresh)
  useInviteKey(invites, () => open(true))

  const change = (next: Partial<InvitationsSearch>) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...next }), replace: 'q' in next })
  const open = (on: boolean) => void navigate({ search: (old) => ({ ...old, open: on || undefined }) })
  const close = () => {
    setAgain(undefined)
    open(false)
  }
  const connection = list.data?.invitations
  const rows: Invitation[] | undefined = connection?.nodes.map((node) => ({ ...readFragment(InvitationRowFragmentDoc, node), user: node.user }))
  const seesPeople = may(viewer, 'RESELLER_USER_READ', 'TENANT_USER_READ', 'MEMBER_READ')
  const columns = useColumns(many)
  return (
    <Page
      title={t('title')}
      text={t('text')}
      actions={
        invites && (
          <Button look="primary" aria-keyshortcuts="c" onClick={() => open(true)}>
            <UserPlus aria-hidden />
            {t('invite')}
          </Button>
        )
      }
    >
      <Cards search={search} onPick={(status) => change({ status: status === search.status ? undefined : status })} />
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        {many && (
          <OrganizationChoiceOf label={t('anyOrganization')} value={search.organization} onChange={(organization) => change({ organization })} className="w-full sm:w-56" />
        )}
        <Select
          label={t('ends.label')}
          value={search.ends ?? 'any'}
          onChange={(value) => change({ ends: value === 'any' ? undefined : value })}
          choices={(['any', 'day', 'three'] as const).map((value) => ({ value, label: t(`ends.${value}`) }))}
        />
        {filtered(search) && (
          <Button look="quiet" onClick={() => change(unfiltered)}>
            <X aria-hidden />
            {t('translation:list.clear')}
          </Button>
        )}
      </div>
      <List<Invitation, InvitationsSort>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, connection?.pageInfo)}
        total={connection?.totalCount}
        position={search}
        onMove={(position) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...position }) as InvitationsSearch })}
        filtered={filtered(search)}
        onClear={() => change(unfiltered)}
        none={
          <Notice icon={MailPlus} title={t('none')} action={invites && <Button look="primary" onClick={() => open(true)}>{t('invite')}</Button>}>
            {invites ? t('noneText') : undefined}
          </Notice>
        }
        label={t('title')}
        columns={columns}
        idOf={(invitation) => invitation.id}
        nameOf={(invitation) => invitation.email || t('deleted')}
        sorting={sorting}
        onSort={({ field, direction }) => change({ sort: field, dir: direction })}
        actions={(invitation) => {
          const { user, organization, email, status } = invitation
          return (
            <RowMenu
              invitation={invitation}
              onPerson={user && seesPeople ? () => void leave({ to: '/users', search: { user: user.id } }) : undefined}
              onRevoke={() => setRevoking(invitation)}
              onAgain={invites && email && status === 'REVOKED' ? () => setAgain({ email, organization: { ...organization, parent: null } }) : undefined}
            />
          )
        }}
      />
      {revoking && <RevokeDialog invitation={revoking} onClose={() => setRevoking(undefined)} />}
      {invites && (search.open || again) && <InviteDialog many={many} onClose={close} {...(again && { text: again.email, organization: again.organization })} />}
    </Page>
  )
}

const states = ['PENDING', 'EXPIRED', 'ACCEPTED', 'REVOKED'] as const satisfies InvitationStatus[]

/** How many there are in each state, under the other filters; a press shows those alone. */
function Cards({ search, onPick }: { search: InvitationsSearch; onPick: (status: InvitationStatus) => void }) {
  const { t } = useTranslation(['invitations', 'translation'])
  const { q, status, ...others } = search
  const of = (one: InvitationStatus) => whereOf({ ...others, status: one }, new Date())
  const variables = { search: q ?? null, pending: of('PENDING'), expired: of('EXPIRED'), accepted: of('ACCEPTED'), revoked: of('REVOKED') }
  const { data } = useQuery({ queryKey: ['invitations', 'counts', variables], queryFn: () => gql(InvitationCountsDocument, variables), placeholderData: keepPreviousData })
  const counts = { PENDING: data?.pending, EXPIRED: data?.expired, ACCEPTED: data?.accepted, REVOKED: data?.revoked }
  return <StatCards cards={states.map((key) => ({ key, title: t(`state.${key}`), value: counts[key]?.totalCount }))} picked={status} onPick={onPick} />
}
