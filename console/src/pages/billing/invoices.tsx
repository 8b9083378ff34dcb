import { InvoiceRowFragmentDoc, InvoicesPageDocument, PageFieldsFragmentDoc, readFragment, type InvoiceOrderField, type InvoiceRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Banknote, Ban, Eye, MoreHorizontal, ReceiptText, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { useViewer } from '@/app/session'
import { today } from '@/pages/usage/days'
import { Button } from '@/ui/button'
import { List } from '@/ui/list'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import type { Column } from '@/ui/table'
import { InvoiceSheet } from './invoice-sheet'
import { InvoiceState, OrganizationFilter, useText } from './parts'
import { PaymentDialog } from './payment'
import { filtered, invoiceOrder, invoiceStates, invoiceWhere, unfiltered, type PartProps } from './search'
import { VoidDialog } from './void'

export interface InvoiceDialog {
  kind: 'RECORD_PAYMENT' | 'VOID'
  invoice: InvoiceRowFragment
}

/** What customers owe and paid; a customer's own people see theirs. */
export function Invoices({ search, onSearch }: PartProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const [dialog, setDialog] = useState<InvoiceDialog>()
  const staff = useViewer().organization?.kind === 'RESELLER'
  const sorting = invoiceOrder(search)
  const variables = { ...pageOf(search), search: search.q ?? null, where: invoiceWhere(search, today()), orderBy: [sorting] }
  const list = useQuery({ queryKey: ['billing', 'invoices', variables], queryFn: () => gql(InvoicesPageDocument, variables), placeholderData: keepPreviousData })
  const page = list.data?.invoices
  const open = (id: string | undefined) => onSearch({ open: id })
  const columns = useColumns(staff)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={t('invoices.search')} value={search.q ?? ''} onChange={(q) => onSearch({ q: q || undefined })} />
        {staff && <OrganizationFilter search={search} onSearch={onSearch} />}
        <Select
          label={t('status')}
          value={search.invoice ?? 'any'}
          onChange={(state) => onSearch({ invoice: state === 'any' ? undefined : state })}
          choices={[{ value: 'any', label: t('anyState') }, ...invoiceStates.map((value) => ({ value, label: t(`invoices.state.${value}`) }))]}
        />
        <Select
          label={t('invoices.issuedFilter.label')}
          value={search.issued ?? 'any'}
          onChange={(issued) => onSearch({ issued: issued === 'any' ? undefined : issued })}
          choices={(['any', 'd30', 'd90', 'd365'] as const).map((value) => ({ value, label: t(`invoices.issuedFilter.${value}`) }))}
        />
        {filtered(search) && (
          <Button look="quiet" onClick={() => onSearch(unfiltered)}>
            <X aria-hidden />
            {t('translation:list.clear')}
          </Button>
        )}
      </div>
      <List<InvoiceRowFragment, InvoiceOrderField>
        query={list}
        rows={readFragment(InvoiceRowFragmentDoc, page?.nodes) ?? undefined}
        info={readFragment(PageFieldsFragmentDoc, page?.pageInfo)}
        total={page?.totalCount}
        position={search}
        onMove={(position) => onSearch({ ...firstPage, size: undefined, ...position } as typeof search)}
        filtered={filtered(search)}
        onClear={() => onSearch(unfiltered)}
        none={
          <Notice icon={ReceiptText} title={t('invoices.none')}>
            {t('invoices.noneText')}
          </Notice>
        }
        label={t('tabs.invoices')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.number}
        sorting={sorting}
        onSort={({ field, direction }) => onSearch({ sort: field, dir: direction })}
        onOpen={(one) => open(one.id)}
        actions={(one) => <InvoiceMenu invoice={one} onOpen={open} onDialog={setDialog} />}
      />
      {search.open && <InvoiceSheet id={search.open} onClose={() => open(undefined)} onDialog={setDialog} />}
      {dialog?.kind === 'RECORD_PAYMENT' && <PaymentDialog invoice={dialog.invoice} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'VOID' && <VoidDialog invoice={dialog.invoice} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

function useColumns(staff: boolean): Column<InvoiceRowFragment, InvoiceOrderField>[] {
  const { t } = useTranslation(['billing', 'translation'])
  const { money, day, period } = useText()
  return [
    {
      key: 'number',
      title: t('invoices.number'),
      sort: 'NUMBER',
      cell: (one) => (
        <>
          <span className="block font-medium tabular-nums">{one.number}</span>
          {staff && <span className="block text-xs text-soft">{one.organization?.name ?? one.billToName}</span>}
          <span className="mt-1 block sm:hidden">
            <InvoiceState status={one.status} />
          </span>
        </>
      ),
    },
    { key: 'period', title: t('invoices.period'), from: 'lg', cell: (one) => period(one.periodStart, one.periodEnd) },
    { key: 'issued', title: t('invoices.issued'), from: 'xl', className: 'whitespace-nowrap', cell: (one) => day(one.issuedOn) },
    { key: 'due', title: t('invoices.dueOn'), sort: 'DUE_ON', from: 'md', className: 'whitespace-nowrap', cell: (one) => day(one.dueOn) },
    { key: 'status', title: t('status'), sort: 'STATUS', from: 'sm', cell: (one) => <InvoiceState status={one.status} /> },
    {
      key: 'total',
      title: t('invoices.total'),
      className: 'text-right whitespace-nowrap tabular-nums',
      cell: (one) => (
        <>
          {money(one.total, one.currency)}
          {one.due !== '0' && one.due !== one.total && (
            <span className="block text-xs text-soft">
              {t('invoices.left')}: {money(one.due, one.currency)}
            </span>
          )}
        </>
      ),
    },
  ]
}

interface InvoiceMenuProps {
  invoice: InvoiceRowFragment
  onOpen: (id: string) => void
  onDialog: (dialog: InvoiceDialog) => void
}

function InvoiceMenu({ invoice, onOpen, onDialog }: InvoiceMenuProps) {
  const { t } = useTranslation(['billing', 'translation'])
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: invoice.number })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={<Eye aria-hidden />} onSelect={() => onOpen(invoice.id)}>
        {t('invoices.open')}
      </MenuItem>
      {invoice.viewerActions.includes('RECORD_PAYMENT') && (
        <MenuItem icon={<Banknote aria-hidden />} onSelect={() => onDialog({ kind: 'RECORD_PAYMENT', invoice })}>
          {t('invoices.pay')}
        </MenuItem>
      )}
      {invoice.viewerActions.includes('VOID') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<Ban aria-hidden />} onSelect={() => onDialog({ kind: 'VOID', invoice })}>
            {t('invoices.void')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
