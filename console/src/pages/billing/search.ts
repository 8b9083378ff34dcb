import type {
  BillingAccountOrderField,
  BillingSubscriptionOrderField,
  BillingSubscriptionWhereInput,
  InvoiceOrderField,
  InvoiceWhereInput,
  PlanOrderField,
  PlanWhereInput,
} from '@contract'
import * as v from 'valibot'
import { listFields, oneOf, word } from '@/app/search'
import { addDays } from '@/pages/usage/days'

export const subscriptionStates = ['TRIAL', 'ACTIVE', 'PAST_DUE', 'CANCELED'] as const
export const invoiceStates = ['OPEN', 'PAST_DUE', 'PAID', 'VOID'] as const
export const tabs = ['own', 'subscriptions', 'invoices', 'plans', 'accounts'] as const
export type Tab = (typeof tabs)[number]

/** The address of the page of billing; its tabs share what their lists have in common. */
export const billingSearch = v.object({
  ...listFields,
  tab: oneOf(...tabs),
  /** What is open beside the list: an id, or a new one. */
  open: word,
  organization: word,
  subscription: oneOf(...subscriptionStates),
  plan: word,
  invoice: oneOf(...invoiceStates),
  issued: oneOf('d30', 'd90', 'd365'),
  sold: oneOf('archived', 'all'),
  sort: oneOf('CREATED_AT', 'CURRENT_PERIOD_END', 'STATUS', 'DUE_ON', 'NUMBER', 'NAME'),
})

export type BillingSearch = v.InferOutput<typeof billingSearch>

/** A part of the page, which reads the address and changes it. */
export interface PartProps {
  search: BillingSearch
  /** Changes the address; another filter or order begins at the first page. */
  onSearch: (change: Partial<BillingSearch>) => void
}

type Direction = 'ASC' | 'DESC'

/** The order in the address when this list has it, else its own. */
function orderOf<Field extends string>(fields: readonly Field[], first: Field, direction: Direction) {
  return ({ sort, dir }: BillingSearch): { field: Field; direction: Direction } => {
    const field = fields.find((one) => one === sort)
    return field ? { field, direction: dir ?? 'ASC' } : { field: first, direction }
  }
}

export const subscriptionOrder = orderOf<BillingSubscriptionOrderField>(['CREATED_AT', 'CURRENT_PERIOD_END', 'STATUS'], 'CREATED_AT', 'DESC')
export const invoiceOrder = orderOf<InvoiceOrderField>(['NUMBER', 'DUE_ON', 'STATUS'], 'NUMBER', 'DESC')
export const planOrder = orderOf<PlanOrderField>(['NAME', 'CREATED_AT'], 'NAME', 'ASC')
export const accountOrder = orderOf<BillingAccountOrderField>(['NAME', 'CREATED_AT'], 'NAME', 'ASC')

const at = (organization: string | undefined) => (organization ? { organizationId: { eq: organization } } : {})

export const subscriptionWhere = ({ subscription, plan, organization }: BillingSearch): BillingSubscriptionWhereInput => ({
  ...(subscription && { status: { in: [subscription] } }),
  ...(plan && { planId: { eq: plan } }),
  ...at(organization),
})

const days = { d30: 30, d90: 90, d365: 365 }

export const invoiceWhere = ({ invoice, issued, organization }: BillingSearch, today: string): InvoiceWhereInput => ({
  ...(invoice && { status: { in: [invoice] } }),
  ...(issued && { issuedOn: { gt: addDays(today, -days[issued]) } }),
  ...at(organization),
})

export const planWhere = ({ sold }: BillingSearch): PlanWhereInput => (sold === 'all' ? {} : { archivedAt: { isNull: sold !== 'archived' } })

export const unfiltered = {
  q: undefined,
  organization: undefined,
  subscription: undefined,
  plan: undefined,
  invoice: undefined,
  issued: undefined,
  sold: undefined,
}

export const filtered = (search: BillingSearch): boolean => Object.keys(unfiltered).some((key) => search[key as keyof typeof unfiltered])
