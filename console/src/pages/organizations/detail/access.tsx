import {
  ImpersonationRowFragmentDoc,
  ImpersonationsDocument,
  ImpersonationsEndDocument,
  LoginAsEndDocument,
  OrganizationConsentSetDocument,
  OrganizationTwoFactorSetDocument,
  PageFieldsFragmentDoc,
  readFragment,
  type ImpersonationRowFragment,
  type LoginAsConsent,
} from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { LogIn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { may, useViewer } from '@/app/session'
import { Badge, type Tone } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { Card } from '@/ui/page'
import { pageOf } from '@/ui/pager'
import { Ago } from '@/ui/time'
import { say } from '@/ui/toast'
import type { PartProps } from './page'
import type { OrganizationSearch } from './search'

/** Who gets in and how: the reseller's staff, and the second factor of everybody. */
export function Access(props: PartProps) {
  const viewer = useViewer()
  const { detail, row } = props
  return (
    <div className="flex flex-col gap-5">
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {row.kind !== 'RESELLER' && detail.loginAsConsent && <Consent {...props} />}
        <TwoFactor {...props} />
      </div>
      {row.kind !== 'RESELLER' && may(viewer, 'LOGIN_AS_CONSENT', 'LOGIN_AS_CLIENT', 'LOGIN_AS_PARTNER', 'AUDIT_READ') && <History {...props} />}
    </div>
  )
}

export function Consent({ detail, row, rights }: PartProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const { mutate, isPending, variables } = useAction(
    async (consent: LoginAsConsent) => settled((await gql(OrganizationConsentSetDocument, { id: row.id, consent })).organizationConsentSet),
    () => say(t('access.consentSet')),
  )
  const editable = rights.consents && row.kind === 'CUSTOMER'
  const now = isPending ? variables : detail.loginAsConsent
  return (
    <Card title={t('access.consent')} text={t('access.consentText')}>
      <fieldset disabled={!editable || isPending} className="flex flex-col gap-2 px-5 pt-3 pb-5">
        <legend className="sr-only">{t('access.consent')}</legend>
        {(['ALWAYS', 'ASK', 'NEVER'] as const).map((one) => (
          <label key={one} className="flex gap-2.5 rounded-xl border border-line p-3 has-checked:border-primary has-checked:ring-1 has-checked:ring-primary">
            <input type="radio" name="consent" checked={now === one} onChange={() => mutate(one)} className="mt-1 accent-primary" />
            <span className="text-sm">
              <span className="block font-medium">{t(`access.consents.${one}.name`)}</span>
              <span className="text-soft">{t(`access.consents.${one}.text`)}</span>
            </span>
          </label>
        ))}
        {!editable && <p className="text-xs text-soft">{t('access.consentTheirs')}</p>}
      </fieldset>
    </Card>
  )
}

export function TwoFactor({ detail, row, rights }: PartProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const viewer = useViewer()
  const [asking, setAsking] = useState(false)
  const required = detail.twoFactorRequired
  const { run, busy, above } = useChange(
    async () => settled((await gql(OrganizationTwoFactorSetDocument, { id: row.id, required: !required })).organizationTwoFactorSet),
    () => {
      setAsking(false)
      say(t('access.twoFactorSet'))
    },
  )
  const people = rights.resetsUsers || rights.resetsMembers
  const editable =
    row.kind === 'RESELLER' ? rights.resetsStaff && rights.managesRoles : !required || viewer.organization.kind === 'RESELLER' ? people : rights.resetsUsers && rights.managesRoles
  return (
    <Card
      title={t('access.twoFactor')}
      text={t('access.twoFactorText')}
      actions={<Badge tone={required ? 'good' : 'plain'}>{t(required ? 'access.required' : 'access.notRequired')}</Badge>}
    >
      <div className="px-5 pt-3 pb-5">{editable && <Button onClick={() => setAsking(true)}>{t(required ? 'access.lift' : 'access.require')}</Button>}</div>
      {asking && (
        <Confirm
          danger={required}
          title={t(required ? 'access.liftTitle' : 'access.requireTitle')}
          text={t(required ? 'access.liftText' : 'access.requireText')}
          submit={t(required ? 'access.lift' : 'access.require')}
          busy={busy}
          onConfirm={() => run(undefined)}
          onClose={() => setAsking(false)}
          above={above()}
        />
      )}
    </Card>
  )
}

const tones: Record<ImpersonationRowFragment['status'], Tone> = { REQUESTED: 'warn', APPROVED: 'tint', ACTIVE: 'good', DENIED: 'bad', ENDED: 'plain', EXPIRED: 'plain' }

function History({ row, rights, search, change }: PartProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const variables = { ...pageOf(search), where: { organizationId: { eq: row.id } } }
  const list = useQuery({
    queryKey: ['impersonations', 'of', row.id, variables],
    queryFn: () => gql(ImpersonationsDocument, variables),
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
  })
  const end = useAction(
    async (id: string) => settled((await gql(LoginAsEndDocument, { id })).loginAsEnd),
    () => say(t('access.ended')),
  )
  const endAll = useAction(
    async () => settled((await gql(ImpersonationsEndDocument, { organizationId: row.id })).impersonationsEnd),
    () => say(t('access.endedAll')),
  )
  const rows = readFragment(ImpersonationRowFragmentDoc, list.data?.impersonations?.nodes)
  const open = rows?.some((one) => one.status === 'ACTIVE' || one.status === 'APPROVED')
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="grow text-base font-semibold">{t('access.history')}</h2>
        {rights.consents && open && (
          <Button look="danger" size="sm" busy={endAll.isPending} onClick={() => endAll.mutate(undefined)}>
            {t('access.endAll')}
          </Button>
        )}
      </div>
      <List<ImpersonationRowFragment, never>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, list.data?.impersonations?.pageInfo)}
        total={null}
        position={search}
        onMove={(position) => change(position as Partial<OrganizationSearch>)}
        filtered={false}
        onClear={() => undefined}
        none={<Notice icon={LogIn} title={t('access.none')} />}
        label={t('access.history')}
        columns={[
          {
            key: 'who',
            title: t('access.who'),
            cell: (one) => (
              <span className="block">
                <span className="block font-medium">{one.actorName}</span>
                <span className="block text-xs text-soft">
                  {t(`access.modes.${one.mode}`)} · {t('access.minutes', { count: one.minutes })}
                </span>
              </span>
            ),
          },
          { key: 'user', title: t('access.asUser'), from: 'lg', cell: (one) => one.user?.displayName ?? <span className="text-soft">–</span> },
          { key: 'why', title: t('access.why'), from: 'md', cell: (one) => one.reason },
          {
            key: 'state',
            title: t('access.state'),
            cell: (one) => (
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge tone={tones[one.status]} dot>
                  {t(`access.states.${one.status}`)}
                </Badge>
                <span className="text-xs text-soft">
                  {one.endReason ? t(`access.endReasons.${one.endReason}`) : one.decidedBy && t('access.decidedBy', { name: one.decidedBy.displayName })}
                </span>
              </span>
            ),
          },
          { key: 'when', title: t('access.when'), from: 'sm', className: 'whitespace-nowrap', cell: (one) => <Ago at={one.startedAt ?? one.createdAt} /> },
        ]}
        idOf={(one) => one.id}
        nameOf={(one) => one.actorName}
        sorting={{ field: undefined as never, direction: 'DESC' }}
        onSort={() => undefined}
        actions={(one) =>
          one.viewerActions.includes('END') &&
          !rights.consents && (
            <Button size="sm" busy={end.isPending && end.variables === one.id} onClick={() => end.mutate(one.id)}>
              {t('access.end')}
            </Button>
          )
        }
      />
    </section>
  )
}
