import { PageFieldsFragmentDoc, readFragment, ReportScheduleRowFragmentDoc, ReportSchedulesDocument, type ReportScheduleRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CalendarClock, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { firstPage } from '@/app/search'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Dialog, DialogBody } from '@/ui/dialog'
import { List } from '@/ui/list'
import { Failure, Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import { Skeleton } from '@/ui/skeleton'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import { hourText } from './hours'
import { ScheduleDialog } from './schedule-dialog'
import { DeleteDialog, ScheduleMenu } from './schedule-menu'
import { filtered, kinds, sortingOf, unfiltered, whereOf, type ReportsSearch, type ScheduleSort } from './search'

interface SchedulesProps {
  search: ReportsSearch
  onSearch: (change: Partial<ReportsSearch>) => void
}

/** Reports that are made again and again. */
export function Schedules({ search, onSearch }: SchedulesProps) {
  const { t } = useTranslation(['reports', 'translation'])
  const [removed, setRemoved] = useState<ReportScheduleRowFragment>()
  const variables = { ...pageOf(search), search: search.q ?? null, where: whereOf(search), orderBy: [sortingOf(search)] }
  const list = useQuery({ queryKey: ['reports', 'schedules', variables], queryFn: () => gql(ReportSchedulesDocument, variables), placeholderData: keepPreviousData })
  const rows = readFragment(ReportScheduleRowFragmentDoc, list.data?.reportSchedules?.nodes) ?? undefined
  const change = (next: Partial<ReportsSearch>) => onSearch({ ...firstPage, ...next })
  const open = (id: string | undefined) => onSearch({ schedule: id })
  const columns = useColumns()
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={t('schedules.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <Select
          label={t('schedules.kind')}
          value={search.kind ?? 'any'}
          onChange={(kind) => change({ kind: kind === 'any' ? undefined : kind })}
          choices={[{ value: 'any', label: t('schedules.anyKind') }, ...kinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
        <Select
          label={t('schedules.state')}
          value={search.state ?? 'any'}
          onChange={(state) => change({ state: state === 'any' ? undefined : state })}
          choices={[{ value: 'any', label: t('schedules.anyState') }, ...(['active', 'paused'] as const).map((value) => ({ value, label: t(`schedules.${value}`) }))]}
        />
        <span className="grow" />
        <Button look="primary" onClick={() => open('new')}>
          <Plus aria-hidden />
          {t('schedules.add')}
        </Button>
      </div>
      <List<ReportScheduleRowFragment, ScheduleSort>
        query={list}
        rows={rows}
        info={readFragment(PageFieldsFragmentDoc, list.data?.reportSchedules?.pageInfo)}
        total={list.data?.reportSchedules?.totalCount}
        position={search}
        onMove={(position) => onSearch({ ...firstPage, ...position } as Partial<ReportsSearch>)}
        filtered={filtered(search)}
        onClear={() => change(unfiltered)}
        none={
          <Notice icon={CalendarClock} title={t('schedules.none')} action={<Button onClick={() => open('new')}>{t('schedules.add')}</Button>}>
            {t('schedules.noneText')}
          </Notice>
        }
        label={t('tabs.schedules')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        sorting={sortingOf(search)}
        onSort={({ field, direction }) => change({ sort: field, dir: direction })}
        onOpen={(one) => open(one.id)}
        actions={(one) => <ScheduleMenu schedule={one} onEdit={() => open(one.id)} onDelete={() => setRemoved(one)} />}
      />
      {search.schedule === 'new' && <ScheduleDialog onClose={() => open(undefined)} />}
      {search.schedule && search.schedule !== 'new' && <Opened key={search.schedule} id={search.schedule} onClose={() => open(undefined)} />}
      {removed && <DeleteDialog schedule={removed} onClose={() => setRemoved(undefined)} />}
    </div>
  )
}

/** The form of a schedule whose id stands in the address, also when the page shown has other rows. */
function Opened({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['reports', 'translation'])
  const variables = { first: 1, where: { id: { eq: id } } }
  const { data, error, refetch } = useQuery({ queryKey: ['reports', 'schedules', variables], queryFn: () => gql(ReportSchedulesDocument, variables) })
  const schedule = readFragment(ReportScheduleRowFragmentDoc, data?.reportSchedules?.nodes)?.[0]
  if (schedule) return <ScheduleDialog schedule={schedule} onClose={onClose} />
  return (
    <Dialog open onClose={onClose} title={error ? t('title') : data ? t('translation:failure.NOT_FOUND.title') : '…'}>
      <DialogBody>
        {error ? <Failure error={error} retry={() => void refetch()} /> : data ? <p className="text-sm text-soft">{t('translation:failure.NOT_FOUND.text')}</p> : <Skeleton className="h-72 w-full" />}
      </DialogBody>
    </Dialog>
  )
}

function useColumns(): Column<ReportScheduleRowFragment, ScheduleSort>[] {
  const { t, i18n } = useTranslation(['reports', 'translation'])
  return [
    {
      key: 'name',
      title: t('schedules.name'),
      sort: 'NAME',
      cell: (one) => (
        <>
          <span className="block font-medium">{one.name}</span>
          <span className="block text-xs text-soft">{t(`kind.${one.kind}`)}</span>
        </>
      ),
    },
    { key: 'cadence', title: t('schedules.cadence'), from: 'md', cell: (one) => t('at', { cadence: t(`cadence.${one.cadence}`), time: hourText(one.hour, i18n.language) }) },
    {
      key: 'recipients',
      title: t('schedules.recipients'),
      from: 'lg',
      cell: ({ recipients: [first, ...others] }) => (
        <span title={others.map((one) => one.displayName).join(', ') || undefined}>
          {first?.displayName ?? '–'}
          {others.length > 0 && <span className="text-soft"> +{others.length}</span>}
        </span>
      ),
    },
    { key: 'last', title: t('schedules.last'), from: 'xl', cell: (one) => <Ago at={one.lastRunAt} never={t('schedules.never')} /> },
    {
      key: 'next',
      title: t('schedules.next'),
      sort: 'NEXT_RUN_AT',
      cell: (one) => (one.active ? <Ago at={one.nextRunAt} /> : <Badge>{t('schedules.paused')}</Badge>),
    },
  ]
}
