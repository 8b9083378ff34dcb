import {
  BillingSubscriptionRowFragmentDoc,
  BillingSubscriptionsPageDocument,
  PageFieldsFragmentDoc,
  readFragment,
  type BillingSubscriptionOrderField,
  type BillingSubscriptionRowFragment,
} from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus, RefreshCcw, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { Select } from '@/ui/select'
import type { Column } from '@/ui/table'
import { CancelDialog } from './cancel'
import { ChangeDialog } from './change'
import { OrganizationFilter, SubscriptionState, useText } from './parts'
import { usePeriodPrice, usePlans } from './prices'
import { filtered, subscriptionOrder, subscriptionStates, subscriptionWhere, unfiltered, type PartProps } from './search'
import { StartDialog } from './start'
import { SubscriptionMenu, type SubscriptionDialog } from './subscription-menu'
import { SubscriptionSheet } from './subscription-sheet'

/** Contracts of customers about plans. */
export function Subscriptions({ search, onSearch }: PartProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const [dialog, setDialog] = useState<SubscriptionDialog>()
  const manages = may(useViewer(), 'SUBSCRIPTION_MANAGE')
  // Those no longer sold too: customers still have them.
  const plans = usePlans()
  const sorting = subscriptionOrder(search)
  const variables = { ...pageOf(search), where: subscriptionWhere(search), orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['billing', 'subscriptions', variables],
    queryFn: () => gql(BillingSubscriptionsPageDocument, variables),
    placeholderData: keepPreviousData,
  })
  const page = list.data?.billingSubscriptions
  const open = (id: string | undefined) => onSearch({ open: id })
  const columns = useColumns()
  const start = (
    <Button look="primary" onClick={() => open('new')}>
      <Plus aria-hidden />
      {t('subscriptions.start')}
    </Button>
  )
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <OrganizationFilter search={search} onSearch={onSearch} />
        <Select
          label={t('status')}
          value={search.subscription ?? 'any'}
          onChange={(state) => onSearch({ subscription: state === 'any' ? undefined : state })}
          choices={[{ value: 'any', label: t('anyState') }, ...subscriptionStates.map((value) => ({ value, label: t(`subscriptions.state.${value}`) }))]}
        />
        <Select
          label={t('plan')}
          value={search.plan ?? 'any'}
          onChange={(plan) => onSearch({ plan: plan === 'any' ? undefined : plan })}
          choices={[{ value: 'any', label: t('anyPlan') }, ...(plans ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {filtered(search) && (
          <Button look="quiet" onClick={() => onSearch(unfiltered)}>
            <X aria-hidden />
            {t('translation:list.clear')}
          </Button>
        )}
        <span className="grow" />
        {manages && start}
      </div>
      <List<BillingSubscriptionRowFragment, BillingSubscriptionOrderField>
        query={list}
        rows={readFragment(BillingSubscriptionRowFragmentDoc, page?.nodes) ?? undefined}
        info={readFragment(PageFieldsFragmentDoc, page?.pageInfo)}
        total={page?.totalCount}
        position={search}
        onMove={(position) => onSearch({ ...firstPage, size: undefined, ...position } as typeof search)}
        filtered={filtered(search)}
        onClear={() => onSearch(unfiltered)}
        none={
          <Notice icon={RefreshCcw} title={t('subscriptions.none')} action={manages && start}>
            {t('subscriptions.noneText')}
          </Notice>
        }
        label={t('tabs.subscriptions')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.organization?.name ?? one.plan.name}
        sorting={sorting}
        onSort={({ field, direction }) => onSearch({ sort: field, dir: direction })}
        onOpen={(one) => open(one.id)}
        actions={(one) => <SubscriptionMenu subscription={one} onOpen={open} onDialog={setDialog} />}
      />
      {search.open === 'new' && manages && <StartDialog onClose={() => open(undefined)} />}
      {search.open && search.open !== 'new' && <SubscriptionSheet id={search.open} onClose={() => open(undefined)} onDialog={setDialog} onSearch={onSearch} />}
      {dialog?.kind === 'CHANGE' && <ChangeDialog subscription={dialog.subscription} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'CANCEL' && <CancelDialog subscription={dialog.subscription} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

function useColumns(): Column<BillingSubscriptionRowFragment, BillingSubscriptionOrderField>[] {
  const { t } = useTranslation(['billing', 'translation'])
  const { day } = useText()
  const price = usePeriodPrice()
  return [
    {
      key: 'organization',
      title: t('organization'),
      cell: (one) => (
        <>
          <span className="block font-medium">{one.organization?.name ?? '–'}</span>
          <span className="block text-xs text-soft sm:hidden">{one.plan.name}</span>
        </>
      ),
    },
    {
      key: 'plan',
      title: t('plan'),
      from: 'sm',
      className: 'whitespace-nowrap',
      cell: (one) => (
        <>
          {one.plan.name}
          {one.pendingPlan && <span className="block text-xs text-soft">{t('subscriptions.becomes', { plan: one.pendingPlan.name, day: day(one.currentPeriodEnd) })}</span>}
        </>
      ),
    },
    {
      key: 'status',
      title: t('status'),
      sort: 'STATUS',
      cell: (one) => (
        <>
          <SubscriptionState status={one.status} />
          {one.status !== 'CANCELED' && one.cancelAtPeriodEnd && <span className="mt-0.5 block text-xs text-soft">{t('subscriptions.endsOn', { day: day(one.currentPeriodEnd) })}</span>}
        </>
      ),
    },
    { key: 'price', title: t('subscriptions.price'), from: 'md', className: 'whitespace-nowrap tabular-nums', cell: (one) => price(one.terms, one.plan.interval) },
    {
      key: 'period',
      title: t('subscriptions.until'),
      sort: 'CURRENT_PERIOD_END',
      from: 'lg',
      className: 'whitespace-nowrap',
      cell: (one) => day(one.currentPeriodEnd),
    },
    { key: 'started', title: t('subscriptions.started'), sort: 'CREATED_AT', from: 'xl', className: 'whitespace-nowrap', cell: (one) => day(one.createdAt.slice(0, 10)) },
  ]
}
