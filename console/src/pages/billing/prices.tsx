import '@/pages/usage/words'
import { PlanRowFragmentDoc, PlansPageDocument, readFragment, type PlanRowFragment, type PlanWhereInput } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { metricName } from '@/pages/usage/numbers'
import { useText } from './parts'

/** Plans for choosing one; nothing for whoever may not see them. */
export function usePlans(where: PlanWhereInput = {}): PlanRowFragment[] | undefined {
  const enabled = may(useViewer(), 'SUBSCRIPTION_READ')
  const variables = { first: 100, where }
  const { data } = useQuery({ queryKey: ['billing', 'plans', variables], queryFn: () => gql(PlansPageDocument, variables), enabled })
  const nodes = readFragment(PlanRowFragmentDoc, data?.plans?.nodes)
  return nodes ? [...nodes] : undefined
}

/** Those of them that are sold. */
export const useSoldPlans = () => usePlans({ archivedAt: { isNull: true } })

interface Priced {
  currency: string
  basePrice: string
  seatPrice: string
  includedSeats: number
  usagePrices: readonly { metric: string; included: string; unitPrice: string }[]
}

/** The price of a period: "€149.00 / month". */
export function usePeriodPrice() {
  const { t } = useTranslation(['billing', 'translation'])
  const { price } = useText()
  return (of: Pick<Priced, 'basePrice' | 'currency'>, interval: PlanRowFragment['interval']) =>
    t('per', { price: price(of.basePrice, of.currency), interval: t(`interval.${interval}`) })
}

/** Seats in words: how many are included and what others cost. */
export function useSeatText() {
  const { t } = useTranslation(['billing', 'translation'])
  const { price } = useText()
  return ({ includedSeats, seatPrice, currency }: Pick<Priced, 'includedSeats' | 'seatPrice' | 'currency'>): string => {
    const one = price(seatPrice, currency)
    const more = includedSeats > 0 ? t('perSeat', { price: one, count: includedSeats }) : t('perSeatNone', { price: one })
    return includedSeats > 0 ? `${t('seatsIncluded', { count: includedSeats })}, ${more}` : more
  }
}

/** What usage costs, metric by metric. */
export function UsagePrices({ of }: { of: Pick<Priced, 'usagePrices' | 'currency'> }) {
  const { t } = useTranslation(['billing', 'translation'])
  const { t: usage } = useTranslation(['usage', 'translation'])
  const { price, number } = useText()
  if (of.usagePrices.length === 0) return <span className="text-soft">{t('plans.noUsage')}</span>
  return (
    <ul className="space-y-0.5">
      {of.usagePrices.map(({ metric, included, unitPrice }) => (
        <li key={metric}>
          {metricName(metric, usage)}:{' '}
          <span className="text-soft">
            {included === '0' ? t('usagePriceAll', { price: price(unitPrice, of.currency) }) : t('usagePrice', { price: price(unitPrice, of.currency), included: number(included) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
