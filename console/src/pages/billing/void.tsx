import { InvoiceVoidDocument, type InvoiceRowFragment } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Confirm } from '@/ui/confirm'
import { Area, Field } from '@/ui/field'
import { say } from '@/ui/toast'

/** Declares an invoice void; it cannot be taken back. */
export function VoidDialog({ invoice, onClose }: { invoice: InvoiceRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['billing', 'translation'])
  const { id, number, version } = invoice
  const [reason, setReason] = useState('')
  const { run, busy, under, above } = useChange(
    async () => settled((await gql(InvoiceVoidDocument, { id, input: { reason: reason.trim(), expectedVersion: version } })).invoiceVoid),
    () => {
      onClose()
      say(t('void.done', { number }))
    },
  )
  return (
    <Confirm
      title={t('void.title', { number })}
      text={t('void.text')}
      submit={t('void.submit')}
      busy={busy}
      above={above('reason')}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    >
      <Field label={t('void.reason')} error={under('reason')}>
        <Area required rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Confirm>
  )
}
