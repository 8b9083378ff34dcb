import { CreditAdjustDocument, CreditAllocateDocument, CreditEntriesDocument, CreditEntryRowFragmentDoc, CreditTopUpDocument, readFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'
import { useNumber } from './cells'
import type { DialogOf } from './dialogs'
import { wholeOf } from './whole'

interface CreditInput {
  amount: string
  reference: string | null
  reason: string
}

interface CreditFormProps {
  title: string
  text: string
  submit: string
  busy: boolean
  under: (...names: string[]) => string | undefined
  above: (...names: string[]) => ReactNode
  onSubmit: (input: CreditInput) => void
  onClose: () => void
  /** A correction says why, and may take away. */
  correction?: boolean
  /** Beside what was typed: a whole number, or null while it is none. */
  hint?: (amount: string | null) => string | undefined
}

const fields = ['amount', 'reference', 'reason']

function CreditForm({ title, text, submit, busy, under, above, onSubmit, onClose, correction, hint }: CreditFormProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const amount = wholeOf(typed)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (amount === null) setWrong(true)
    else onSubmit({ amount, reference: String(form.get('reference')).trim() || null, reason: String(form.get('reason') ?? '').trim() })
  }
  return (
    <Dialog open onClose={onClose} title={title} description={text}>
      <form onSubmit={send} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above(...fields)}
          <Field label={t('credits.amount')} error={wrong ? t('credits.whole') : under('amount')} hint={hint?.(amount)}>
            <Input
              value={typed}
              onValueChange={(text) => {
                setTyped(text)
                setWrong(false)
              }}
              inputMode={correction ? 'text' : 'numeric'}
              autoComplete="off"
              autoFocus
              required
              className="tabular-nums"
            />
          </Field>
          {correction && (
            <Field label={t('credits.reason')} error={under('reason')}>
              <Area name="reason" maxLength={500} rows={2} required />
            </Field>
          )}
          <Field label={`${t('credits.reference')} (${t('translation:optional')})`} hint={t('credits.referenceHint')} error={under('reference')}>
            <Input name="reference" maxLength={100} autoComplete="off" />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {submit}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

/** The balance of an organization, as far as the caller may read it. */
function useBalance(id: string): string | null | undefined {
  const { data } = useQuery({ queryKey: ['organization', id, 'balance'], queryFn: () => gql(CreditEntriesDocument, { id, first: 1 }) })
  return data?.organization?.creditBalance
}

export function AllocateDialog({ organization, onClose }: DialogOf) {
  const { t } = useTranslation(['organizations', 'translation'])
  const number = useNumber()
  const keyOf = useKeyOf()
  const pool = useBalance(useViewer().organization.id)
  const { run, busy, under, above } = useChange(
    async ({ amount, reference }: CreditInput) => {
      const input = { organizationId: organization.id, amount, reference }
      return settled((await gql(CreditAllocateDocument, { input: { ...input, idempotencyKey: keyOf(input) } })).creditAllocate)
    },
    ({ creditEntry }) => {
      onClose()
      say(t('credits.given', { amount: number(readFragment(CreditEntryRowFragmentDoc, creditEntry)?.amount ?? '0'), name: organization.name }))
    },
  )
  return (
    <CreditForm
      title={t('credits.allocate', { name: organization.name })}
      text={t('credits.allocateText')}
      submit={t('credits.give')}
      hint={() => (pool == null ? undefined : t('credits.pool', { amount: number(pool) }))}
      onSubmit={run}
      {...{ busy, under, above, onClose }}
    />
  )
}

export function AdjustDialog({ organization, onClose }: DialogOf) {
  const { t } = useTranslation(['organizations', 'translation'])
  const number = useNumber()
  const keyOf = useKeyOf()
  const balance = useBalance(organization.id)
  const pool = organization.kind === 'RESELLER'
  const { run, busy, under, above } = useChange(
    async ({ amount, reference, reason }: CreditInput) => {
      const input = { organizationId: organization.id, amount, reference, reason }
      return settled((await gql(CreditAdjustDocument, { input: { ...input, idempotencyKey: keyOf(input) } })).creditAdjust)
    },
    ({ creditEntry }) => {
      onClose()
      say(t('credits.corrected', { amount: number(creditEntry?.organization?.creditBalance ?? '0') }))
    },
  )
  return (
    <CreditForm
      correction
      title={pool ? t('credits.adjustPool') : t('credits.adjust', { name: organization.name })}
      text={pool ? t('credits.adjustPoolText') : t('credits.adjustText')}
      submit={t('credits.correct')}
      hint={(amount) =>
        balance == null ? undefined : t('credits.balance', { amount: number(balance), after: amount === null ? '…' : number(String(BigInt(balance) + BigInt(amount))) })
      }
      onSubmit={run}
      {...{ busy, under, above, onClose }}
    />
  )
}

export function TopUpDialog({ onClose }: Pick<DialogOf, 'onClose'>) {
  const { t } = useTranslation(['organizations', 'translation'])
  const number = useNumber()
  const keyOf = useKeyOf()
  const { run, busy, under, above } = useChange(
    async ({ amount, reference }: CreditInput) => {
      const input = { amount, reference }
      return settled((await gql(CreditTopUpDocument, { input: { ...input, idempotencyKey: keyOf(input) } })).creditTopUp)
    },
    ({ creditEntry }) => {
      onClose()
      say(t('credits.corrected', { amount: number(creditEntry?.organization?.creditBalance ?? '0') }))
    },
  )
  return <CreditForm title={t('credits.topUp')} text={t('credits.topUpText')} submit={t('credits.buy')} onSubmit={run} {...{ busy, under, above, onClose }} />
}
