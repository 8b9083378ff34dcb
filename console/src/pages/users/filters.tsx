import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import { filtered, unfiltered, type UsersSearch } from './search'

interface FiltersProps {
  search: UsersSearch
  onChange: (change: Partial<UsersSearch>) => void
}

export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation(['users', 'translation'])
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <Select
        label={t('roleFilter.label')}
        value={search.staff ?? 'any'}
        onChange={(value) => onChange({ staff: value === 'any' ? undefined : value })}
        choices={[
          { value: 'any', label: t('roleFilter.any') },
          ...(['RESELLER_ADMIN', 'RESELLER_SUPPORT', 'RESELLER_VIEWER'] as const).map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
      />
      <Select
        label={t('factor.label')}
        value={search.factor ?? 'any'}
        onChange={(value) => onChange({ factor: value === 'any' ? undefined : value })}
        choices={(['any', 'on', 'off'] as const).map((value) => ({ value, label: t(`factor.${value}`) }))}
      />
      <Select
        label={t('seen.label')}
        value={search.seen ?? 'any'}
        onChange={(value) => onChange({ seen: value === 'any' ? undefined : value })}
        choices={(['any', 'never', 'd30', 'd90'] as const).map((value) => ({ value, label: t(`seen.${value}`) }))}
      />
      {filtered(search) && (
        <Button look="quiet" onClick={() => onChange(unfiltered)}>
          <X aria-hidden />
          {t('clear')}
        </Button>
      )}
    </div>
  )
}
