import { OrganizationNameDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { OrganizationPicker } from '@/pages/organizations/picker'
import { Button } from '@/ui/button'
import { Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { periods, type Range, type UsageSearch } from './search'

interface FiltersProps {
  search: UsageSearch
  range: Range
  today: string
  onChange: (change: Partial<UsageSearch>) => void
}

export function Filters({ search, range, today, onChange }: FiltersProps) {
  const { t } = useTranslation(['usage', 'translation'])
  const viewer = useViewer()
  const own = search.period === 'own'
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        label={t('periodLabel')}
        value={search.period ?? 'd28'}
        onChange={(period) =>
          onChange(period === 'own' ? { period, from: range.from, to: range.to } : { period: period === 'd28' ? undefined : period, from: undefined, to: undefined, by: undefined })
        }
        choices={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      {own && (
        <>
          <Input type="date" aria-label={t('from')} className="w-38" max={range.to} value={range.from} onValueChange={(from) => from && onChange({ from })} />
          <Input type="date" aria-label={t('to')} className="w-38" max={today} value={range.to} onValueChange={(to) => to && onChange({ to })} />
        </>
      )}
      {range.daily && (
        <Select
          label={t('by')}
          value={range.by}
          onChange={(by) => onChange({ by })}
          choices={(['DAY', 'MONTH'] as const).map((value) => ({ value, label: t(value) }))}
        />
      )}
      {may(viewer, 'ORGANIZATION_READ', 'SUB_ACCOUNT_READ', 'TENANT_USER_READ', 'MEMBER_READ') && <Organization id={search.organization} onChange={onChange} />}
    </div>
  )
}

function Organization({ id, onChange }: { id: string | undefined; onChange: FiltersProps['onChange'] }) {
  const { t } = useTranslation(['usage', 'translation'])
  const { data } = useQuery({
    queryKey: ['organizations', 'name', id],
    queryFn: () => gql(OrganizationNameDocument, { id: id ?? '' }),
    enabled: !!id,
  })
  return (
    <span className="flex grow items-center gap-1 sm:grow-0">
      <OrganizationPicker
        key={id ?? ''}
        className="grow sm:w-64"
        label={t('organization')}
        placeholder={t('everywhere')}
        value={(id && data?.organization) || null}
        onChange={(organization) => onChange({ organization: organization?.id, q: undefined })}
      />
      {id && (
        <Button look="quiet" size="icon" aria-label={t('clear')} onClick={() => onChange({ organization: undefined })}>
          <X aria-hidden />
        </Button>
      )}
    </span>
  )
}
