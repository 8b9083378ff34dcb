import { StatusSubscriptionDocument, StatusSubscriptionSetDocument, type StatusSubscriptionQuery } from '@contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction } from '@/app/change'
import { paint } from '@/app/paint'
import { useViewer } from '@/app/session'
import { Card } from '@/ui/page'
import { Switch } from '@/ui/switch'
import { say } from '@/ui/toast'

const key = ['status', 'subscription']

/** What the viewer gets by mail. */
export function Subscription() {
  const { t } = useTranslation('status')
  const client = useQueryClient()
  const { data } = useQuery({ queryKey: key, queryFn: () => gql(StatusSubscriptionDocument) })
  const set = useAction(
    async (input: { incidents?: boolean; releaseNotes?: boolean }) => settled((await gql(StatusSubscriptionSetDocument, input)).statusSubscriptionSet),
    () => say(t('subscription.saved')),
    (input) => paint<StatusSubscriptionQuery>(client, key, (shown) => ({ ...shown, statusSubscription: shown.statusSubscription && { ...shown.statusSubscription, ...input } })),
  )
  return (
    <Card title={t('subscription.title')} text={t('subscription.text', { own: useViewer().user.email ?? '' })}>
      <div className="flex flex-wrap gap-x-8 gap-y-3 px-5 pt-3 pb-5 text-sm">
        {(['incidents', 'releaseNotes'] as const).map((kind) => (
          <span key={kind} className="flex items-center gap-3">
            <Switch label={t(`subscription.${kind}`)} checked={!!data?.statusSubscription?.[kind]} disabled={!data?.statusSubscription} onChange={(on) => set.mutate({ [kind]: on })} />
            <span aria-hidden>{t(`subscription.${kind}`)}</span>
          </span>
        ))}
      </div>
    </Card>
  )
}
