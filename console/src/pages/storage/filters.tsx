import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import { Button } from '@/ui/button'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import { filtered, regions, unfiltered, type StorageSearch } from './search'

interface FiltersProps {
  search: StorageSearch
  onChange: (change: Partial<StorageSearch>) => void
}

export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation(['storage', 'translation'])
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <Select
        label={t('region')}
        value={search.region ?? 'any'}
        onChange={(region) => onChange({ region: region === 'any' ? undefined : region })}
        choices={[{ value: 'any', label: t('anyRegion') }, ...regions.map((value) => ({ value, label: t(`regions.${value}`) }))]}
      />
      <OrganizationChoiceOf
        label={t('organization')}
        placeholder={t('anyOrganization')}
        className="w-full sm:w-60"
        value={search.organization}
        onChange={(organization) => onChange({ organization })}
      />
      {filtered(search) && (
        <Button look="quiet" onClick={() => onChange(unfiltered)}>
          <X aria-hidden />
          {t('translation:list.clear')}
        </Button>
      )}
    </div>
  )
}
