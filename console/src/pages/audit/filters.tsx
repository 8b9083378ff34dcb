import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import { UserPicker } from '@/pages/roles/user-picker'
import { Button } from '@/ui/button'
import { Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { useActionName, useKindName, useTypeName } from './action-words'
import { actions, isNoun, isType, nouns, types } from './actions'
import type { LogProps } from './log'
import { filtered, ranges, unfiltered } from './search'

/** Narrows the log: what, by whom, where, when, and how it ended. */
export function Filters({ search, onChange }: LogProps) {
  const { t, i18n } = useTranslation(['audit', 'translation'])
  const nameOf = useActionName()
  const kindOf = useKindName()
  const typeOf = useTypeName()
  const { kind } = search
  return (
    <div role="group" aria-label={t('filter.label')} className="flex flex-wrap items-center gap-2">
      <Select
        label={t('filter.kind')}
        value={isNoun(kind) ? kind : 'any'}
        onChange={(value) => onChange({ kind: value === 'any' ? undefined : value, action: undefined })}
        choices={[
          { value: 'any' as const, label: t('filter.anyKind') },
          ...nouns.map((value) => ({ value, label: kindOf(value) })).sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
        ]}
      />
      {isNoun(kind) && (
        <Select
          label={t('filter.action')}
          value={search.action ?? 'any'}
          onChange={(value) => onChange({ action: value === 'any' ? undefined : value })}
          choices={[{ value: 'any', label: t('filter.anyAction') }, ...actions[kind].map((verb) => ({ value: `${kind}.${verb}`, label: nameOf(`${kind}.${verb}`) }))]}
        />
      )}
      <Select
        label={t('filter.type')}
        value={isType(search.type) ? search.type : 'any'}
        onChange={(value) => onChange({ type: value === 'any' ? undefined : value })}
        choices={[{ value: 'any' as const, label: t('filter.anyType') }, ...types.map((value) => ({ value, label: typeOf(value) })).sort((a, b) => a.label.localeCompare(b.label, i18n.language))]}
      />
      <UserPicker label={t('filter.actor')} placeholder={t('filter.anyActor')} value={search.actor} onChange={(user) => onChange({ actor: user?.id })} className="w-full sm:w-56" />
      <OrganizationChoiceOf
        label={t('filter.org')}
        placeholder={t('filter.anyOrg')}
        value={search.org}
        onChange={(org) => onChange({ org })}
        className="w-full sm:w-56"
      />
      <Select
        label={t('filter.range')}
        value={search.range ?? 'any'}
        onChange={(value) => onChange({ range: value === 'any' ? undefined : value, ...(value !== 'days' && { from: undefined, to: undefined }) })}
        choices={(['any', ...ranges] as const).map((value) => ({ value, label: t(`ranges.${value}`) }))}
      />
      {search.range === 'days' && (
        <>
          <Input type="date" aria-label={t('filter.from')} value={search.from ?? ''} max={search.to} onValueChange={(from) => onChange({ from: from || undefined })} className="w-40" />
          <Input type="date" aria-label={t('filter.to')} value={search.to ?? ''} min={search.from} onValueChange={(to) => onChange({ to: to || undefined })} className="w-40" />
        </>
      )}
      <Select
        label={t('filter.outcome')}
        value={search.outcome ?? 'any'}
        onChange={(value) => onChange({ outcome: value === 'any' ? undefined : value })}
        choices={[
          { value: 'any', label: t('filter.anyOutcome') },
          { value: 'refused', label: t('filter.refused') },
        ]}
      />
      {search.target && (
        <Button onClick={() => onChange({ target: undefined })} title={t('filter.targetOff')}>
          {t('filter.target')}
          <X aria-hidden />
        </Button>
      )}
      {filtered(search) && (
        <Button look="quiet" onClick={() => onChange(unfiltered)}>
          <X aria-hidden />
          {t('translation:list.clear')}
        </Button>
      )}
    </div>
  )
}
