import { PageFieldsFragmentDoc, readFragment, ServiceIncidentRowFragmentDoc, ServiceIncidentsPageDocument, type ServiceIncidentOrderField, type ServiceIncidentRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { Select } from '@/ui/select'
import type { Column } from '@/ui/table'
import { IncidentMenu } from './actions'
import { Moment, Severity } from './cells'
import type { StatusDialog } from './dialogs'
import { severities, whereOf, type StatusSearch } from './search'

const route = getRouteApi('/inside/status')

interface HistoryProps {
  onOpen: (id: string) => void
  onDialog: (dialog: StatusDialog) => void
}

/** What is over. */
export function History({ onOpen, onDialog }: HistoryProps) {
  const { t } = useTranslation(['status', 'translation'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const sorting = { field: 'STARTED_AT' as const, direction: search.dir ?? ('DESC' as const) }
  const variables = { ...pageOf(search), where: whereOf(search), orderBy: [sorting] }
  const list = useQuery({
    queryKey: ['status', 'history', variables],
    queryFn: () => gql(ServiceIncidentsPageDocument, variables),
    placeholderData: keepPreviousData,
  })
  const page = list.data?.serviceIncidents
  const change = (next: Partial<StatusSearch>) => void navigate({ search: (old) => ({ ...old, ...firstPage, ...next }) })
  const columns = useColumns()
  return (
    <div className="flex flex-col gap-4">
      <div>
        <Select
          label={t('severity')}
          value={search.severity ?? 'any'}
          onChange={(severity) => change({ severity: severity === 'any' ? undefined : severity })}
          choices={[{ value: 'any', label: t('anySeverity') }, ...severities.map((value) => ({ value, label: t(`severities.${value}`) }))]}
        />
      </div>
      <List<ServiceIncidentRowFragment, ServiceIncidentOrderField>
        query={list}
        rows={readFragment(ServiceIncidentRowFragmentDoc, page?.nodes)}
        info={readFragment(PageFieldsFragmentDoc, page?.pageInfo)}
        total={page?.totalCount}
        position={search}
        onMove={(position) => change(position as Partial<StatusSearch>)}
        filtered={!!search.severity}
        onClear={() => change({ severity: undefined })}
        none={
          <Notice icon={CircleCheck} title={t('none')}>
            {t('noneText')}
          </Notice>
        }
        label={t('tabs.history')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.title}
        sorting={sorting}
        onSort={({ direction }) => change({ dir: direction })}
        onOpen={(one) => onOpen(one.id)}
        actions={(one) => one.viewerActions.length > 0 && <IncidentMenu incident={one} onDialog={onDialog} />}
      />
    </div>
  )
}

function useColumns(): Column<ServiceIncidentRowFragment, ServiceIncidentOrderField>[] {
  const { t, i18n } = useTranslation('status')
  const lasted = ({ startedAt, resolvedAt }: ServiceIncidentRowFragment) => {
    if (!resolvedAt) return null
    const minutes = Math.max(1, Math.round((Date.parse(resolvedAt) - Date.parse(startedAt)) / 60_000))
    const [value, unit] = minutes < 120 ? [minutes, 'minute'] : minutes < 2_880 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / 1_440), 'day']
    return new Intl.NumberFormat(i18n.language, { style: 'unit', unit: unit as string, unitDisplay: 'long' }).format(value as number)
  }
  return [
    {
      key: 'title',
      title: t('what'),
      cell: (one) => (
        <>
          <span className="block font-medium">{one.title}</span>
          {one.updates[0] && <span className="line-clamp-1 text-xs text-soft">{one.updates[0].body}</span>}
          <span className="block text-xs text-soft md:hidden">
            <Moment at={one.startedAt} />
          </span>
        </>
      ),
    },
    { key: 'severity', title: t('severity'), from: 'sm', cell: (one) => <Severity severity={one.severity} /> },
    { key: 'lasted', title: t('lasted'), from: 'md', className: 'whitespace-nowrap', cell: lasted },
    { key: 'began', title: t('began'), sort: 'STARTED_AT', from: 'md', className: 'whitespace-nowrap', cell: (one) => <Moment at={one.startedAt} /> },
  ]
}
