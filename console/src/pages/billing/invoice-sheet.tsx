import { InvoiceDocument, InvoiceRowFragmentDoc, readFragment, type InvoiceQuery } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Ban, Banknote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import '@/pages/usage/words'
import { metricName } from '@/pages/usage/numbers'
import { Button } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { Sheet } from '@/ui/sheet'
import { Ago } from '@/ui/time'
import type { InvoiceDialog } from './invoices'
import { InvoiceState, useText } from './parts'

interface InvoiceSheetProps {
  id: string
  onClose: () => void
  onDialog: (dialog: InvoiceDialog) => void
}

/** One invoice beside the list: what it asks for, to the last decimal, and what came in. */
export function InvoiceSheet({ id, onClose, onDialog }: InvoiceSheetProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const { day, period } = useText()
  const read = useQuery({ queryKey: ['billing', 'invoice', id], queryFn: () => gql(InvoiceDocument, { id }) })
  const invoice = read.data?.invoice
  const row = readFragment(InvoiceRowFragmentDoc, invoice)
  return (
    <Sheet read={read} row={invoice && row && { invoice, row }} title={row && t('invoices.title', { number: row.number })} description={row?.organization?.name ?? row?.billToName} list={t('title')} onClose={onClose}>
      {({ invoice, row }) => (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <InvoiceState status={row.status} />
            <span className="grow" />
            {row.viewerActions.includes('VOID') && (
              <Button size="sm" onClick={() => onDialog({ kind: 'VOID', invoice: row })}>
                <Ban aria-hidden />
                {t('invoices.void')}
              </Button>
            )}
            {row.viewerActions.includes('RECORD_PAYMENT') && (
              <Button size="sm" look="primary" onClick={() => onDialog({ kind: 'RECORD_PAYMENT', invoice: row })}>
                <Banknote aria-hidden />
                {t('invoices.pay')}
              </Button>
            )}
          </div>
          {invoice.voidReason && <p className="rounded-xl bg-warn-tint p-4 text-sm">{t('invoices.voidBecause', { reason: invoice.voidReason })}</p>}
          <Lines invoice={invoice} currency={row.currency} total={row.total} paid={row.paid} due={row.due} />
          <Facts
            facts={[
              [t('invoices.period'), period(row.periodStart, row.periodEnd)],
              [t('invoices.issued'), day(row.issuedOn)],
              [t('invoices.dueOn'), day(row.dueOn)],
              [
                t('invoices.billTo'),
                <span key="to" className="whitespace-pre-line">
                  {[row.billToName, invoice.billToAddress, invoice.billToEmail].filter(Boolean).join('\n')}
                </span>,
              ],
              [t('invoices.tax'), invoice.billToTaxNumber],
            ]}
          />
          <Payments invoice={invoice} currency={row.currency} />
        </>
      )}
    </Sheet>
  )
}

type Full = NonNullable<InvoiceQuery['invoice']>

function Lines({ invoice, currency, total, paid, due }: { invoice: Full; currency: string; total: string; paid: string; due: string }) {
  const { t } = useTranslation(['billing', 'translation'])
  const { money, price, number } = useText()
  const { t: usage } = useTranslation(['usage', 'translation'])
  // What the server says in English is said anew where its parts are known.
  const titleOf = ({ kind, metric, description }: Full['lines'][number]): string =>
    kind === 'SEATS' ? t('invoices.line.SEATS') : kind === 'USAGE' && metric ? t('invoices.line.USAGE', { metric: metricName(metric, usage) }) : description
  const sums: [string, string][] = [[t('invoices.sum'), total]]
  if (paid !== '0') sums.push([t('invoices.paid'), paid], [t('invoices.left'), due])
  return (
    <table aria-label={t('invoices.lines')} className="w-full text-sm">
      <thead className="border-b border-line text-xs text-soft">
        <tr>
          <th scope="col" className="py-2 text-left font-medium">
            {t('invoices.lines')}
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            {t('invoices.amount')}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {invoice.lines.map((line, i) => (
          <tr key={i}>
            <td className="py-2 pr-3">
              <span className="block">{titleOf(line)}</span>
              <span className="block text-xs text-soft tabular-nums">
                {t(`invoices.kind.${line.kind}`)}
                {(line.kind === 'SEATS' || line.kind === 'USAGE') && ` · ${number(line.quantity)} × ${price(line.unitPrice, currency)}`}
              </span>
            </td>
            <td className="py-2 text-right align-top whitespace-nowrap tabular-nums">{money(line.amount, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className="border-t border-line">
        {sums.map(([name, amount], i) => (
          <tr key={name} className={i === 0 || i === sums.length - 1 ? 'font-semibold' : 'text-soft'}>
            <th scope="row" className="py-1.5 text-left font-[inherit]">
              {name}
            </th>
            <td className="py-1.5 text-right whitespace-nowrap tabular-nums">{money(amount, currency)}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  )
}

function Payments({ invoice, currency }: { invoice: Full; currency: string }) {
  const { t } = useTranslation(['billing', 'translation'])
  const { money } = useText()
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{t('invoices.payments')}</h3>
      {invoice.payments.length === 0 ? (
        <p className="text-sm text-soft">{t('invoices.noPayments')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-xl border border-line text-sm">
          {invoice.payments.map((one, i) => (
            <li key={i} className="flex flex-wrap items-baseline gap-x-3 px-3 py-2.5">
              <span className="font-medium tabular-nums">{money(one.amount, currency)}</span>
              <span className="text-soft">
                <Ago at={one.paidAt} />
                {one.recordedBy && ` ${t('invoices.by', { name: one.recordedBy.displayName })}`}
              </span>
              <span className="grow text-right text-xs text-soft">{one.reference}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
