import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import { Button } from '@/ui/button'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import { filtered, states, tasks, unfiltered, type ModelsSearch } from './search'

interface FiltersProps {
  search: ModelsSearch
  onChange: (change: Partial<ModelsSearch>) => void
}

export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation(['models', 'translation'])
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <Select
        label={t('state')}
        value={search.state ?? 'any'}
        onChange={(state) => onChange({ state: state === 'any' ? undefined : state })}
        choices={[{ value: 'any', label: t('anyState') }, ...states.map((value) => ({ value, label: t(`states.${value}`) }))]}
      />
      <Select
        label={t('task')}
        value={search.task ?? 'any'}
        onChange={(task) => onChange({ task: task === 'any' ? undefined : task })}
        choices={[{ value: 'any', label: t('anyTask') }, ...tasks.map((value) => ({ value, label: t(`tasks.${value}`) }))]}
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
