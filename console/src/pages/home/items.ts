import { JobRowFragmentDoc, readFragment, type HomeAttentionQuery } from '@contract'
import type { LinkProps } from '@tanstack/react-router'
import { Activity, Ban, Coins, DoorOpen, Hourglass, ListChecks, MailWarning, MoonStar, ReceiptText, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { moneyText } from '@/pages/billing/money'

export interface Item {
  key: string
  icon: LucideIcon
  tone: 'bad' | 'warn' | 'plain'
  title: string
  text?: string | undefined
  to: LinkProps['to']
  params?: object
  search?: object
}

const day = 86_400_000

/** What waits, each with the place where it is settled; the worst first. */
export function useItems(data: HomeAttentionQuery | undefined): Item[] | undefined {
  const { t, i18n } = useTranslation(['home', 'translation'])
  if (!data) return undefined
  const number = new Intl.NumberFormat(i18n.language)
  const listed = (names: readonly string[], total: number) => {
    const known = new Intl.ListFormat(i18n.language, { type: total > names.length ? 'unit' : 'conjunction' }).format(names)
    return total > names.length ? t('items.andMore', { names: known, count: total - names.length }) : known
  }
  const items: Item[] = []

  const { serviceIncidents, requests, invoices, low, deadMails, invitations, suspended, dormant, jobs, viewer } = data
  if (serviceIncidents?.totalCount) {
    const worst = serviceIncidents.nodes.some((one) => one.severity === 'CRITICAL' || one.severity === 'MAJOR')
    items.push({
      key: 'incidents',
      icon: Activity,
      tone: worst ? 'bad' : 'warn',
      title: t('items.incidents', { count: serviceIncidents.totalCount }),
      text: listed(serviceIncidents.nodes.map((one) => one.title), serviceIncidents.totalCount),
      to: '/status',
    })
  }
  const asked = requests?.nodes[0]
  if (requests && asked) {
    items.push({
      key: 'requests',
      icon: DoorOpen,
      tone: 'warn',
      title: t('items.requests', { count: requests.nodes.length }),
      text: t('items.requestBy', { name: asked.actorName, reason: asked.reason }),
      to: '/organizations/$id',
      params: { id: asked.organization?.id ?? '' },
      search: { tab: 'access' },
    })
  }
  if (invoices?.totalCount) {
    items.push({
      key: 'invoices',
      icon: ReceiptText,
      tone: 'bad',
      title: t('items.invoices', { count: invoices.totalCount }),
      text: listed(
        invoices.nodes.map((one) => t('items.invoice', { organization: one.organization?.name ?? one.number, amount: moneyText(one.due, one.currency, i18n.language) })),
        invoices.totalCount,
      ),
      to: '/billing',
      search: { tab: 'invoices', invoice: 'PAST_DUE' },
    })
  }
  const own = viewer?.organization
  if (own?.creditBalance != null && own.creditLowMark != null && BigInt(own.creditBalance) <= BigInt(own.creditLowMark)) {
    items.push({
      key: 'ownLow',
      icon: Coins,
      tone: 'bad',
      title: t('items.ownLow'),
      text: t('items.ownLowText', { credits: number.format(BigInt(own.creditBalance)) }),
      to: '/credits',
    })
  }
  if (low?.totalCount) {
    items.push({
      key: 'low',
      icon: Coins,
      tone: 'warn',
      title: t('items.low', { count: low.totalCount }),
      text: listed(low.nodes.map((one) => t('items.balance', { name: one.name, credits: number.format(BigInt(one.creditBalance ?? 0)) })), low.totalCount),
      to: '/organizations',
      search: { balance: 'low', sort: 'BALANCE' },
    })
  }
  const dead = deadMails?.nodes.filter((one) => !one.resentAt) ?? []
  if (dead.length > 0) {
    items.push({
      key: 'mails',
      icon: MailWarning,
      tone: 'warn',
      title: dead.length >= 10 ? t('items.mailsMany', { count: 9 }) : t('items.mails', { count: dead.length }),
      text: listed(dead.slice(0, 3).map((one) => one.email), dead.length),
      to: '/settings',
      search: { tab: 'mails' },
    })
  }
  if (invitations?.totalCount) {
    items.push({
      key: 'invitations',
      icon: Hourglass,
      tone: 'warn',
      title: t('items.invitations', { count: invitations.totalCount }),
      text: listed(invitations.nodes.map((one) => one.email), invitations.totalCount),
      to: '/invitations',
      search: { ends: 'three', sort: 'EXPIRES_AT', dir: 'ASC' },
    })
  }
  if (suspended?.totalCount) {
    items.push({
      key: 'suspended',
      icon: Ban,
      tone: 'warn',
      title: t('items.suspended', { count: suspended.totalCount }),
      text: listed(suspended.nodes.map((one) => one.name), suspended.totalCount),
      to: '/organizations',
      search: { status: 'SUSPENDED' },
    })
  }
  const work = readFragment(JobRowFragmentDoc, jobs?.nodes ?? [])
  const failed = work.filter((one) => one.status === 'FAILED' && Date.now() - Date.parse(one.createdAt) < day)
  if (failed.length > 0) {
    items.push({
      key: 'failed',
      icon: TriangleAlert,
      tone: 'bad',
      title: t('items.failed', { count: failed.length }),
      text: listed([...new Set(failed.map((one) => t(`jobKinds.${one.kind}`)))], 0),
      to: '/jobs',
    })
  }
  const running = work.filter((one) => one.status === 'RUNNING' || one.status === 'QUEUED')
  if (running.length > 0) {
    items.push({
      key: 'jobs',
      icon: ListChecks,
      tone: 'plain',
      title: t('items.jobs', { count: running.length }),
      text: listed([...new Set(running.map((one) => t(`jobKinds.${one.kind}`)))], 0),
      to: '/jobs',
    })
  }
  if (dormant?.totalCount) {
    items.push({
      key: 'dormant',
      icon: MoonStar,
      tone: 'plain',
      title: t('items.dormant', { count: dormant.totalCount }),
      text: listed(dormant.nodes.map((one) => one.displayName), dormant.totalCount),
      to: '/users',
      search: { status: 'ACTIVE', seen: 'not90', sort: 'LAST_LOGIN_AT' },
    })
  }
  return items
}
