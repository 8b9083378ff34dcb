import { HomeAttentionDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer, type Viewer } from '@/app/session'
import { cn } from '@/ui/cn'
import { Failure, Notice } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { useItems, type Item } from './items'

/** Only what the person may read is asked for. Times are full hours and days, so that the question stays the same. */
function questionOf(viewer: Viewer, now: Date) {
  const hour = Math.ceil(now.getTime() / 3_600_000) * 3_600_000
  return {
    invitations: may(viewer, 'INVITATION_READ'),
    soon: new Date(hour + 3 * 86_400_000).toISOString(),
    organizations: may(viewer, 'ORGANIZATION_READ'),
    balances: may(viewer, 'ORGANIZATION_CREDIT_READ') && may(viewer, 'ORGANIZATION_READ'),
    invoices: may(viewer, 'BILLING_READ', 'MODULE_PAYMENT_ACCESS'),
    mails: may(viewer, 'MAIL_READ'),
    users: may(viewer, 'RESELLER_USER_READ', 'TENANT_USER_READ', 'MEMBER_READ'),
    quietSince: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - 90)).toISOString(),
    incidents: may(viewer, 'SERVICE_STATUS_SUBSCRIBE', 'SERVICE_STATUS_MANAGE'),
    requests: may(viewer, 'LOGIN_AS_CONSENT'),
  }
}

/** What waits for the person, the worst first. */
export function Attention() {
  const { t } = useTranslation(['home', 'translation'])
  const question = questionOf(useViewer(), new Date())
  const { data, error, refetch } = useQuery({
    queryKey: ['home', 'attention', question],
    queryFn: () => gql(HomeAttentionDocument, question),
  })
  const items = useItems(data)
  return (
    <Card title={t('attention')}>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : items?.length === 0 ? (
        <Notice icon={CircleCheck} title={t('clear')}>
          {t('clearText')}
        </Notice>
      ) : (
        <ul className="px-2 pt-1 pb-3" aria-busy={!items}>
          {items?.map((item) => (
            <li key={item.key}>
              <Row item={item} />
            </li>
          )) ??
            Array.from({ length: 4 }, (_, i) => (
              <li key={i} className="flex items-center gap-3 px-3 py-2.5">
                <Skeleton className="size-9 rounded-xl" />
                <Skeleton className="h-9 grow" />
              </li>
            ))}
        </ul>
      )}
    </Card>
  )
}

const tones = { bad: 'bg-bad-tint text-bad', warn: 'bg-warn-tint text-warn', plain: 'bg-tint text-primary' }

const Row = ({ item: { icon: Icon, tone, title, text, to, params, search } }: { item: Item }) => (
  <Link to={to} params={(params ?? {}) as never} search={(search ?? {}) as never} className="flex items-center gap-3 rounded-xl px-3 py-2.5 hover:bg-hover/60">
    <span className={cn('grid size-9 shrink-0 place-items-center rounded-xl', tones[tone])}>
      <Icon className="size-4.5" aria-hidden />
    </span>
    <span className="min-w-0 grow">
      <span className="block text-sm font-medium">{title}</span>
      {text && <span className="line-clamp-2 block text-xs text-soft">{text}</span>}
    </span>
    <ChevronRight className="size-4 shrink-0 text-soft" aria-hidden />
  </Link>
)
