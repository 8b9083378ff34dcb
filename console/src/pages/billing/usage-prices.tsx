import { useQuery } from '@tanstack/react-query'
import { UsageMetricsDocument } from '@contract'
import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { metricName } from '@/pages/usage/numbers'
import { Button } from '@/ui/button'
import { Input, useMistake } from '@/ui/field'
import { Select } from '@/ui/select'

export interface UsagePriceDraft {
  metric: string
  included: string
  unitPrice: string
}

interface UsagePriceFieldsProps {
  value: readonly UsagePriceDraft[]
  onChange: (value: UsagePriceDraft[]) => void
  error: string | undefined
}

/** What the use of each metric costs, a row for each. */
export function UsagePriceFields({ value, onChange, error }: UsagePriceFieldsProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const { t: usage } = useTranslation(['usage', 'translation'])
  const { data } = useQuery({ queryKey: ['usage', 'metrics'], queryFn: async () => (await gql(UsageMetricsDocument)).usageMetrics ?? [], staleTime: 3_600_000 })
  const known = [...new Set([...(data ?? []).map(({ key }) => key), ...value.map(({ metric }) => metric)])]
  const free = known.find((key) => !value.some(({ metric }) => metric === key))
  const { mistake, watch } = useMistake(value)
  const set = (i: number, change: Partial<UsagePriceDraft>) => onChange(value.map((one, j) => (i === j ? { ...one, ...change } : one)))
  return (
    <fieldset className="flex flex-col gap-2" {...watch}>
      <legend className="mb-1.5 text-sm font-medium">{t('planForm.usage')}</legend>
      {value.map(({ metric, included, unitPrice }, i) => {
        const name = metricName(metric, usage)
        return (
          <div key={metric} className="grid grid-cols-[1fr_auto] gap-2 rounded-xl border border-line p-2.5 sm:grid-cols-[1.4fr_1fr_1fr_auto]">
            <Select
              label={t('planForm.metric')}
              value={metric}
              onChange={(next) => set(i, { metric: next })}
              choices={known.filter((key) => key === metric || !value.some((one) => one.metric === key)).map((key) => ({ value: key, label: metricName(key, usage) }))}
            />
            <Labelled label={t('planForm.included')}>
              <Input aria-label={`${t('planForm.included')}, ${name}`} inputMode="numeric" pattern="[0-9]*" value={included} onValueChange={(next) => set(i, { included: next })} />
            </Labelled>
            <Labelled label={t('planForm.unit')}>
              <Input aria-label={`${t('planForm.unit')}, ${name}`} required inputMode="decimal" value={unitPrice} onValueChange={(next) => set(i, { unitPrice: next })} />
            </Labelled>
            <Button look="quiet" size="icon" className="col-start-2 row-start-1 sm:col-start-4" aria-label={t('planForm.removeUsage', { metric: name })} onClick={() => onChange(value.filter((_, j) => i !== j))}>
              <Trash2 aria-hidden />
            </Button>
          </div>
        )
      })}
      {(mistake ?? error) && <p className="text-sm text-bad">{mistake ?? error}</p>}
      {free && (
        <span>
          <Button size="sm" onClick={() => onChange([...value, { metric: free, included: '0', unitPrice: '' }])}>
            <Plus aria-hidden />
            {t('planForm.addUsage')}
          </Button>
        </span>
      )}
    </fieldset>
  )
}

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  <span className="flex items-center gap-2 text-xs text-soft max-sm:col-span-2 sm:flex-col sm:items-stretch sm:gap-0.5">
    <span aria-hidden className="max-sm:w-32 sm:order-last">
      {label}
    </span>
    {children}
  </span>
)
