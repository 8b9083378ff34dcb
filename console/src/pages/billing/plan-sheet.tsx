import { PlanRowFragmentDoc, readFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { RefreshCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { Sheet } from '@/ui/sheet'
import { useFeatureNames } from './features'
import { planQuery } from './plan-form'
import { PlanMenu, type PlanDialog } from './plans'
import { usePeriodPrice, useSeatText, UsagePrices } from './prices'
import type { PartProps } from './search'

interface PlanSheetProps extends Pick<PartProps, 'onSearch'> {
  id: string
  onClose: () => void
  onDialog: (dialog: PlanDialog) => void
}

/** One plan beside the list. */
export function PlanSheet({ id, onClose, onDialog, onSearch }: PlanSheetProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const price = usePeriodPrice()
  const seats = useSeatText()
  const featureName = useFeatureNames()
  const read = useQuery(planQuery(id))
  const plan = readFragment(PlanRowFragmentDoc, read.data?.plan)
  return (
    <Sheet read={read} row={plan} title={plan?.name} description={plan?.description} list={t('title')} onClose={onClose}>
      {(plan) => (
        <>
          <div className="flex items-center gap-2">
            <span className="text-2xl font-semibold tabular-nums">{price(plan, plan.interval)}</span>
            {plan.archivedAt && <Badge>{t('plans.archived')}</Badge>}
            <span className="grow" />
            <PlanMenu plan={plan} onDialog={onDialog} />
          </div>
          <Facts
            facts={[
              [t('plans.seats'), seats(plan)],
              [t('plans.usage'), <UsagePrices key="usage" of={plan} />],
              [t('plans.trial'), plan.trialDays > 0 && t('days', { count: plan.trialDays })],
              [
                t('plans.features'),
                plan.features.length > 0 && (
                  <span key="features" className="flex flex-wrap gap-1">
                    {plan.features.map((key) => (
                      <Badge key={key}>{featureName(key)}</Badge>
                    ))}
                  </span>
                ),
              ],
            ]}
          />
          <p className="text-xs text-soft">{t('note')}</p>
          <Button onClick={() => onSearch({ tab: 'subscriptions', open: undefined, plan: plan.id, sold: undefined, q: undefined, sort: undefined, dir: undefined })}>
            <RefreshCcw aria-hidden />
            {t('plans.subscribers')}
          </Button>
        </>
      )}
    </Sheet>
  )
}
