import { OrganizationConsentSetDocument, OrganizationTwoFactorSetDocument, type LoginAsConsent, type OrganizationDetailQuery } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { paint } from '@/app/paint'
import { may, useViewer } from '@/app/session'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Card } from '@/ui/page'
import { say } from '@/ui/toast'
import { History } from './history'
import type { PartProps } from './page'
import { detailQuery } from './read'

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
  const client = useQueryClient()
  const { mutate, isPending } = useAction(
    async (consent: LoginAsConsent) => settled((await gql(OrganizationConsentSetDocument, { id: row.id, consent })).organizationConsentSet),
    () => say(t('access.consentSet')),
    (loginAsConsent) =>
      paint<OrganizationDetailQuery>(client, detailQuery(row.id).queryKey, (shown) => ({ ...shown, organization: shown.organization && { ...shown.organization, loginAsConsent } })),
  )
  const editable = rights.consents && row.kind === 'CUSTOMER'
  return (
    <Card title={t('access.consent')} text={t('access.consentText')}>
      <fieldset disabled={!editable || isPending} className="flex flex-col gap-2 px-5 pt-3 pb-5">
        <legend className="sr-only">{t('access.consent')}</legend>
        {(['ALWAYS', 'ASK', 'NEVER'] as const).map((one) => (
          <label key={one} className="flex gap-2.5 rounded-xl border border-line p-3 has-checked:border-primary has-checked:ring-1 has-checked:ring-primary">
            <input type="radio" name="consent" checked={detail.loginAsConsent === one} onChange={() => mutate(one)} className="mt-1 accent-primary" />
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
