import { FeaturesAndModulesDocument, PlanRowFragmentDoc, PlansPageDocument, readFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { inputLook } from '@/ui/field'
import { cn } from '@/ui/cn'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import { useCatalogue } from './catalogue'
import { filtered, noPlan, unfiltered, type OrganizationsSearch } from './search'

interface FiltersProps {
  search: OrganizationsSearch
  onChange: (change: Partial<OrganizationsSearch>) => void
}

/** Narrows the list by what the caller may read: without that a condition would find nothing. */
export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  const viewer = useViewer()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <Select
        label={t('filter.status')}
        value={search.status ?? 'any'}
        onChange={(value) => onChange({ status: value === 'any' ? undefined : value })}
        choices={[{ value: 'any', label: t('filter.anyStatus') }, ...(['ACTIVE', 'SUSPENDED'] as const).map((value) => ({ value, label: t(`state.${value}`) }))]}
      />
      <Select
        label={t('filter.kind')}
        value={search.kind ?? 'any'}
        onChange={(value) => onChange({ kind: value === 'any' ? undefined : value })}
        choices={[{ value: 'any', label: t('filter.anyKind') }, ...(['CUSTOMER', 'SUB_ACCOUNT'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))]}
      />
      {may(viewer, 'SUBSCRIPTION_READ') && <PlanFilter search={search} onChange={onChange} />}
      {may(viewer, 'ORGANIZATION_FEATURE_READ') && <FeatureFilter search={search} onChange={onChange} />}
      {may(viewer, 'ORGANIZATION_CREDIT_READ') && (
        <Select
          label={t('filter.balance')}
          value={search.balance ?? 'any'}
          onChange={(value) => onChange({ balance: value === 'any' ? undefined : value })}
          choices={[
            { value: 'any', label: t('filter.anyBalance') },
            ...(['empty', 'low', 'high'] as const).map((value) => ({ value, label: t(`filter.balances.${value}`) })),
          ]}
        />
      )}
      {may(viewer, 'ORGANIZATION_READ') && (
        <input
          key={search.tag}
          aria-label={t('filter.tag')}
          placeholder={t('filter.tag')}
          title={t('filter.tagHint')}
          defaultValue={search.tag}
          maxLength={40}
          onBlur={(event) => event.target.value.trim() !== (search.tag ?? '') && onChange({ tag: event.target.value.trim() || undefined })}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          className={cn(inputLook, 'w-32')}
        />
      )}
      {filtered(search) && (
        <Button look="quiet" onClick={() => onChange(unfiltered)}>
          <X aria-hidden />
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

function PlanFilter({ search, onChange }: FiltersProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  const { data } = useQuery({ queryKey: ['plans', 'choices'], queryFn: () => gql(PlansPageDocument, { first: 100 }), staleTime: 60_000 })
  const plans = readFragment(PlanRowFragmentDoc, data?.plans?.nodes) ?? []
  return (
    <Select
      label={t('filter.plan')}
      value={search.plan ?? 'any'}
      onChange={(value) => onChange({ plan: value === 'any' ? undefined : value })}
      choices={[
        { value: 'any', label: t('filter.anyPlan') },
        ...plans.map(({ id, name }) => ({ value: id, label: name })),
        { value: noPlan, label: t('filter.noPlan') },
      ]}
    />
  )
}

function FeatureFilter({ search, onChange }: FiltersProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  const { data } = useQuery({ queryKey: ['catalogue'], queryFn: () => gql(FeaturesAndModulesDocument), staleTime: 300_000 })
  const { feature } = useCatalogue()
  return (
    <Select
      label={t('filter.feature')}
      value={search.feature ?? 'any'}
      onChange={(value) => onChange({ feature: value === 'any' ? undefined : value })}
      choices={[{ value: 'any', label: t('filter.anyFeature') }, ...(data?.features ?? []).map((one) => ({ value: one.key, label: feature(one).name }))]}
    />
  )
}
