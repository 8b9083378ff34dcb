import { InvoicePaymentRecordDocument, InvoiceRowFragmentDoc, readFragment, type InvoiceRowFragment } from '@contract'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'
import { typedDecimal } from './money'
import { useText } from './parts'

/** Money that came in for an invoice, all of it or a part. */
export function PaymentDialog({ invoice, onClose }: { invoice: InvoiceRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['billing', 'translation'])
  const { money } = useText()
  const { id, number, currency, due, total } = invoice
  const keyOf = useKeyOf()
  const { run, busy, under, above } = useChange(
    async (input: { amount: string; paidAt: string | null; reference: string | null }) =>
      settled((await gql(InvoicePaymentRecordDocument, { id, input: { ...input, idempotencyKey: keyOf(input) } })).invoicePaymentRecord),
    (payload) => {
      onClose()
      const now = readFragment(InvoiceRowFragmentDoc, payload.invoice)
      say(now?.status === 'PAID' ? t('pay.whole', { number }) : t('pay.part', { number, due: money(now?.due ?? '0', currency) }))
    },
  )
  return (
    <Dialog open onClose={onClose} title={t('pay.title', { number })} description={t('pay.text', { due: money(due, currency), total: money(total, currency) })}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const paidAt = String(form.get('paidAt'))
          run({
            amount: typedDecimal(String(form.get('amount'))),
            paidAt: paidAt ? new Date(paidAt).toISOString() : null,
            reference: String(form.get('reference')).trim() || null,
          })
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {above('amount', 'paidAt', 'reference')}
          <Field label={t('pay.amount')} hint={t('pay.amountHint', { currency })} error={under('amount')}>
            <Input name="amount" required inputMode="decimal" autoComplete="off" defaultValue={due} className="w-40 tabular-nums" autoFocus />
          </Field>
          <Field label={`${t('pay.at')} (${t('translation:optional')})`} hint={t('pay.atHint')} error={under('paidAt')}>
            <Input name="paidAt" type="datetime-local" />
          </Field>
          <Field label={`${t('pay.reference')} (${t('translation:optional')})`} hint={t('pay.referenceHint')} error={under('reference')}>
            <Input name="reference" maxLength={100} />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('pay.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
