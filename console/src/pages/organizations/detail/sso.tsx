import { OrganizationSsoTokenRemoveDocument, OrganizationSsoTokenRotateDocument } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Card } from '@/ui/page'
import { SecretDialog } from '@/ui/secret-dialog'
import { Ago } from '@/ui/time'
import { say } from '@/ui/toast'
import type { PartProps } from './page'

/** The token of the account: its end, and how to replace it or take it away. */
export function SsoToken({ detail, row }: PartProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const [asking, setAsking] = useState<'rotate' | 'remove'>()
  const [secret, setSecret] = useState<string>()
  const token = detail.ssoToken
  const rotate = useChange(
    async () => settled((await gql(OrganizationSsoTokenRotateDocument, { id: row.id, input: { expectedVersion: row.version } })).organizationSsoTokenRotate),
    ({ token: made }) => {
      setAsking(undefined)
      setSecret(made ?? undefined)
    },
  )
  const remove = useChange(
    async () => settled((await gql(OrganizationSsoTokenRemoveDocument, { id: row.id, input: { expectedVersion: row.version } })).organizationSsoTokenRemove),
    () => {
      setAsking(undefined)
      say(t('sso.removed'))
    },
  )
  const mayRotate = row.viewerActions.includes('ROTATE_SSO_TOKEN')
  const mayRemove = row.viewerActions.includes('REMOVE_SSO_TOKEN')
  if (!token && !mayRotate) return null
  return (
    <Card title={t('sso.title')} text={t('sso.text')}>
      <div className="flex flex-col gap-3 px-5 pt-2 pb-5 text-sm">
        {token ? (
          <p>
            <code className="font-mono">••••{token.last4}</code>
            <span className="sr-only">{t('sso.last4', { last4: token.last4 })}</span> <span className="text-soft">·</span>{' '}
            <span className="text-soft">
              <Ago at={token.createdAt} />
            </span>
          </p>
        ) : (
          <p className="text-soft">{t('sso.none')}</p>
        )}
        {(mayRotate || mayRemove) && (
          <div className="flex flex-wrap gap-2">
            {mayRotate && (
              <Button size="sm" busy={!asking && rotate.busy} onClick={() => (token ? setAsking('rotate') : rotate.run(undefined))}>
                {t(token ? 'sso.rotate' : 'sso.make')}
              </Button>
            )}
            {mayRemove && token && (
              <Button size="sm" onClick={() => setAsking('remove')}>
                {t('sso.remove')}
              </Button>
            )}
          </div>
        )}
        {!asking && rotate.above()}
      </div>
      {asking && (
        <Confirm
          title={t(`sso.${asking}Title`, { name: row.name })}
          text={t(`sso.${asking}Text`)}
          submit={t(`sso.${asking}`)}
          busy={rotate.busy || remove.busy}
          onConfirm={() => (asking === 'rotate' ? rotate.run(undefined) : remove.run(undefined))}
          onClose={() => setAsking(undefined)}
          above={asking === 'rotate' ? rotate.above() : remove.above()}
        />
      )}
      {secret && (
        <SecretDialog
          title={t('sso.shown', { name: row.name })}
          text={t('sso.shownText')}
          label={t('sso.title')}
          value={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </Card>
  )
}
