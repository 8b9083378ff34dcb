import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import { Button } from '@/ui/button'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import { useEvents } from './events'
import { filtered, unfiltered, type WebhooksSearch } from './search'

interface FiltersProps {
  search: WebhooksSearch
  onChange: (change: Partial<WebhooksSearch>) => void
}

export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation(['webhooks', 'translation'])
  const { events, describe } = useEvents()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField label={t('search')} value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <Select
        label={t('state')}
        value={search.state ?? 'any'}
        onChange={(state) => onChange({ state: state === 'any' ? undefined : state })}
        choices={(['any', 'on', 'off'] as const).map((value) => ({ value, label: t(value === 'any' ? 'anyState' : value) }))}
      />
      <Select
        label={t('event')}
        value={search.event ?? ''}
        onChange={(event) => onChange({ event: event || undefined })}
        choices={[{ value: '', label: t('anyEvent') }, ...events.map(({ key }) => ({ value: key, label: key, hint: describe(key) }))]}
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
