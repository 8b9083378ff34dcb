import '../words'
import './words'
import { OrganizationSuspensionFragmentDoc, readFragment, type OrganizationDetailQuery, type OrganizationRowFragment } from '@contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Ban, LogIn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestError } from '@/api/gql'
import { Nowhere } from '@/app/nowhere'
import { firstPage } from '@/app/search'
import { Button } from '@/ui/button'
import { Failure } from '@/ui/notice'
import { Page } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { Tabs } from '@/ui/tabs'
import { Ago } from '@/ui/time'
import { RowMenu, type OrganizationDialog } from '../actions'
import { Status } from '../cells'
import { OpenDialog, useReactivate } from '../dialogs'
import { useOrganizationsLive } from '../live'
import { Access } from './access'
import { Credits } from './credits'
import { Features } from './features'
import { Members } from './members'
import { Overview } from './overview'
import { useOrganization } from './read'
import type { OrganizationSearch } from './search'
import { Trail } from './trail'

const route = getRouteApi('/inside/organizations/$id')

export type Detail = NonNullable<OrganizationDetailQuery['organization']>
export type Rights = NonNullable<OrganizationDetailQuery['viewer']>

/** What every part of the page gets. */
export interface PartProps {
  detail: Detail
  row: OrganizationRowFragment
  rights: Rights
  search: OrganizationSearch
  change: (next: Partial<OrganizationSearch>) => void
  onDialog: (dialog: OrganizationDialog) => void
}

const parts = { overview: Overview, members: Members, features: Features, credits: Credits, audit: Trail, access: Access }

export function OrganizationPage() {
  const { t } = useTranslation(['organization', 'translation'])
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [dialog, setDialog] = useState<OrganizationDialog>()
  useOrganizationsLive(id)
  const { whole, failure, retry } = useOrganization(id)
  if (failure instanceof RequestError && failure.code === 'NOT_FOUND') return <Nowhere title={t('translation:failure.NOT_FOUND.title')} text={t('translation:failure.NOT_FOUND.text')} />
  if (failure) {
    return (
      <Page title={t('translation:nav.rooms.organizations')}>
        <Failure error={failure} retry={retry} />
      </Page>
    )
  }
  if (!whole) {
    return (
      <Page title={<Skeleton className="h-8 w-64" />}>
        <Skeleton className="h-72 w-full" />
      </Page>
    )
  }
  const { detail, row, rights } = whole

  // Work that goes on and a form that is open do not move the list; anything else begins at its first page.
  const change = (next: Partial<OrganizationSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...('job' in next || 'edit' in next ? {} : firstPage), ...next }), replace: 'q' in next })
  const tabs = [
    'overview' as const,
    ...(detail.userStats ? (['members'] as const) : []),
    ...(row.seats ? (['features'] as const) : []),
    ...(detail.creditBalance != null ? (['credits'] as const) : []),
    ...(rights.readsAudit ? (['audit'] as const) : []),
    'access' as const,
  ]
  // A part that is not for this caller leads to the first.
  const tab = tabs.find((one) => one === search.tab) ?? 'overview'
  const Part = parts[tab]
  return (
    <Page
      above={<Way detail={detail} />}
      title={row.name}
      beside={<Status status={row.status} />}
      actions={<Actions row={row} onDialog={setDialog} />}
    >
      <Suspension detail={detail} row={row} />
      <Tabs
        label={t('tabs.label', { name: row.name })}
        value={tab}
        tabs={tabs.map((key) => ({ key, title: t(`tabs.${key}`) }))}
        onChange={(next) => void navigate({ search: { tab: next === 'overview' ? undefined : next } })}
      >
        <Part {...whole} search={search} change={change} onDialog={setDialog} />
      </Tabs>
      <OpenDialog dialog={dialog} onClose={() => setDialog(undefined)} onDeleted={() => void navigate({ to: '/organizations', search: { view: 'deleted' } })} />
    </Page>
  )
}

/** The way up: the list, then the organizations above. */
function Way({ detail }: { detail: Detail }) {
  const { t } = useTranslation(['organization', 'translation'])
  return (
    <nav aria-label={t('back')} className="flex flex-wrap gap-x-1.5">
      <Link to="/organizations" className="hover:text-ink hover:underline">
        {t('back')}
      </Link>
      {[...detail.ancestors].reverse().map((one) => (
        <span key={one.id} className="flex gap-x-1.5">
          <span aria-hidden>/</span>
          <Link to="/organizations/$id" params={{ id: one.id }} className="hover:text-ink hover:underline">
            {one.name}
          </Link>
        </span>
      ))}
    </nav>
  )
}

function Actions({ row, onDialog }: { row: OrganizationRowFragment; onDialog: (dialog: OrganizationDialog) => void }) {
  const { t } = useTranslation(['organizations', 'translation'])
  return (
    <>
      {(['LOGIN_AS_CLIENT', 'LOGIN_AS_PARTNER'] as const)
        .filter((kind) => row.viewerActions.includes(kind))
        .map((kind) => (
          <Button key={kind} onClick={() => onDialog({ kind, organization: row })}>
            <LogIn aria-hidden />
            {t(`action.${kind}`)}
          </Button>
        ))}
      <RowMenu organization={{ ...row, viewerActions: row.viewerActions.filter((one) => !one.startsWith('LOGIN_AS')) }} onDialog={onDialog} open={false} />
    </>
  )
}

function Suspension({ detail, row }: Pick<PartProps, 'detail' | 'row'>) {
  const { t } = useTranslation(['organization', 'organizations', 'translation'])
  const reactivate = useReactivate()
  const suspension = readFragment(OrganizationSuspensionFragmentDoc, detail).suspension
  if (row.status !== 'SUSPENDED') return null
  return (
    <section className="flex flex-wrap items-center gap-3 rounded-2xl bg-bad-tint px-5 py-4 text-sm">
      <Ban aria-hidden className="size-5 shrink-0 text-bad" />
      <div className="min-w-0 grow basis-60">
        <p className="font-medium text-bad">
          {t('suspended')} {suspension && <Ago at={suspension.suspendedAt} />} {suspension?.suspendedBy && t('suspendedBy', { name: suspension.suspendedBy.displayName })}
        </p>
        <p>{suspension?.reason || t('suspendedText')}</p>
      </div>
      {row.viewerActions.includes('REACTIVATE') && <Button onClick={() => reactivate(row)}>{t('organizations:action.REACTIVATE')}</Button>}
    </section>
  )
}
