import {
  BillingAccountRowFragmentDoc,
  BillingAccountsPageDocument,
  PageFieldsFragmentDoc,
  readFragment,
  type BillingAccountOrderField,
  type BillingAccountRowFragment,
} from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { IdCard, Pencil, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { SearchField } from '@/ui/search-field'
import { Sheet } from '@/ui/sheet'
import type { Column } from '@/ui/table'
import { AccountForm, accountQuery } from './account-form'
import { accountOrder, filtered, unfiltered, type PartProps } from './search'

/** Whom invoices are made out to. */
export function Accounts({ search, onSearch }: PartProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const [edited, setEdited] = useState<BillingAccountRowFragment>()
  const manages = may(useViewer(), 'BILLING_MANAGE')
  const sorting = accountOrder(search)
  const variables = { ...pageOf(search), search: search.q ?? null, orderBy: [sorting] }
  const list = useQuery({ queryKey: ['billing', 'accounts', variables], queryFn: () => gql(BillingAccountsPageDocument, variables), placeholderData: keepPreviousData })
  const page = list.data?.billingAccounts
  const rows = readFragment(BillingAccountRowFragmentDoc, page?.nodes) ?? undefined
  const open = (id: string | undefined) => onSearch({ open: id })
  const columns: Column<BillingAccountRowFragment, BillingAccountOrderField>[] = [
    {
      key: 'name',
      title: t('accounts.name'),
      sort: 'NAME',
      cell: (one) => (
        <>
          <span className="block font-medium">{one.name}</span>
          <span className="block text-xs text-soft">{one.organization?.name}</span>
        </>
      ),
    },
    { key: 'email', title: t('accounts.email'), from: 'sm', cell: (one) => one.email },
    { key: 'currency', title: t('accounts.currency'), from: 'md', cell: (one) => one.currency },
    { key: 'days', title: t('accounts.days'), from: 'lg', cell: (one) => t('days', { count: one.paymentDays }) },
  ]
  const add = manages && (
    <Button look="primary" onClick={() => open('new')}>
      <Plus aria-hidden />
      {t('accounts.add')}
    </Button>
  )
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={t('accounts.search')} value={search.q ?? ''} onChange={(q) => onSearch({ q: q || undefined })} />
        {filtered(search) && (
          <Button look="quiet" onClick={() => onSearch(unfiltered)}>
            <X aria-hidden />
            {t('translation:list.clear')}
          </Button>
        )}
        <span className="grow" />
        {add}
      </div>
      <List<BillingAccountRowFragment, BillingAccountOrderField>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, page?.pageInfo)}
        total={page?.totalCount}
        position={search}
        onMove={(position) => onSearch({ ...firstPage, size: undefined, ...position } as typeof search)}
        filtered={filtered(search)}
        onClear={() => onSearch(unfiltered)}
        none={
          <Notice icon={IdCard} title={t('accounts.none')} action={add}>
            {t('accounts.noneText')}
          </Notice>
        }
        label={t('tabs.accounts')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        sorting={sorting}
        onSort={({ field, direction }) => onSearch({ sort: field, dir: direction })}
        onOpen={(one) => open(one.id)}
      />
      {search.open === 'new' && manages && <AccountForm onClose={() => open(undefined)} />}
      {search.open && search.open !== 'new' && <AccountSheet id={search.open} onClose={() => open(undefined)} onEdit={setEdited} />}
      {edited && <AccountForm account={edited} onClose={() => setEdited(undefined)} />}
    </div>
  )
}

/** One billing account beside the list. */
function AccountSheet({ id, onClose, onEdit }: { id: string; onClose: () => void; onEdit: (account: BillingAccountRowFragment) => void }) {
  const { t } = useTranslation(['billing', 'translation'])
  const read = useQuery(accountQuery(id))
  const account = readFragment(BillingAccountRowFragmentDoc, read.data?.billingAccounts?.nodes)?.[0]
  return (
    <Sheet read={read} row={account} title={account?.name} description={account?.organization?.name} list={t('tabs.accounts')} onClose={onClose}>
      {(account) => (
        <>
          <AccountFacts account={account} />
          {account.viewerActions.includes('UPDATE') && (
            <Button onClick={() => onEdit(account)}>
              <Pencil aria-hidden />
              {t('accounts.edit')}
            </Button>
          )}
        </>
      )}
    </Sheet>
  )
}

export function AccountFacts({ account }: { account: BillingAccountRowFragment }) {
  const { t } = useTranslation(['billing', 'translation'])
  return (
    <Facts
      facts={[
        [t('accounts.name'), account.name],
        [t('accounts.email'), account.email],
        [
          t('accounts.address'),
          account.address && (
            <span key="address" className="whitespace-pre-line">
              {account.address}
            </span>
          ),
        ],
        [t('accounts.tax'), account.taxNumber],
        [t('accounts.currency'), account.currency],
        [t('accounts.days'), t('days', { count: account.paymentDays })],
      ]}
    />
  )
}
