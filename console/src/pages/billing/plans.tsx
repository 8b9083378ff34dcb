import { PageFieldsFragmentDoc, PlanArchiveDocument, PlanRowFragmentDoc, PlansPageDocument, readFragment, type PlanOrderField, type PlanRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Archive, MoreHorizontal, Pencil, Plus, Tags, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { List } from '@/ui/list'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { SearchField } from '@/ui/search-field'
import { Select } from '@/ui/select'
import type { Column } from '@/ui/table'
import { say } from '@/ui/toast'
import { useText } from './parts'
import { PlanForm } from './plan-form'
import { PlanSheet } from './plan-sheet'
import { usePeriodPrice, useSeatText } from './prices'
import { filtered, planOrder, planWhere, unfiltered, type PartProps } from './search'

export interface PlanDialog {
  kind: 'UPDATE' | 'ARCHIVE'
  plan: PlanRowFragment
}

/** What customers can subscribe to. */
export function Plans({ search, onSearch }: PartProps) {
  const { t } = useTranslation(['billing', 'translation'])
  const [dialog, setDialog] = useState<PlanDialog>()
  const manages = may(useViewer(), 'SUBSCRIPTION_MANAGE')
  const sorting = planOrder(search)
  const variables = { ...pageOf(search), search: search.q ?? null, where: planWhere(search), orderBy: [sorting] }
  const list = useQuery({ queryKey: ['billing', 'plans', variables], queryFn: () => gql(PlansPageDocument, variables), placeholderData: keepPreviousData })
  const page = list.data?.plans
  const open = (id: string | undefined) => onSearch({ open: id })
  const columns = useColumns()
  const add = manages && (
    <Button look="primary" onClick={() => open('new')}>
      <Plus aria-hidden />
      {t('plans.add')}
    </Button>
  )
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={t('plans.search')} value={search.q ?? ''} onChange={(q) => onSearch({ q: q || undefined })} />
        <Select
          label={t('plans.soldFilter.label')}
          value={search.sold ?? 'now'}
          onChange={(sold) => onSearch({ sold: sold === 'now' ? undefined : sold })}
          choices={(['now', 'archived', 'all'] as const).map((value) => ({ value, label: t(`plans.soldFilter.${value}`) }))}
        />
        {filtered(search) && (
          <Button look="quiet" onClick={() => onSearch(unfiltered)}>
            <X aria-hidden />
            {t('translation:list.clear')}
          </Button>
        )}
        <span className="grow" />
        {add}
      </div>
      <List<PlanRowFragment, PlanOrderField>
        query={list}
        rows={readFragment(PlanRowFragmentDoc, page?.nodes) ?? undefined}
        info={readFragment(PageFieldsFragmentDoc, page?.pageInfo)}
        total={page?.totalCount}
        position={search}
        onMove={(position) => onSearch({ ...firstPage, size: undefined, ...position } as typeof search)}
        filtered={filtered(search)}
        onClear={() => onSearch(unfiltered)}
        none={
          <Notice icon={Tags} title={t('plans.none')} action={add}>
            {t('plans.noneText')}
          </Notice>
        }
        label={t('tabs.plans')}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        sorting={sorting}
        onSort={({ field, direction }) => onSearch({ sort: field, dir: direction })}
        onOpen={(one) => open(one.id)}
        actions={(one) => <PlanMenu plan={one} onDialog={setDialog} />}
      />
      {search.open === 'new' && manages && <PlanForm onClose={() => open(undefined)} />}
      {search.open && search.open !== 'new' && <PlanSheet id={search.open} onClose={() => open(undefined)} onDialog={setDialog} onSearch={onSearch} />}
      {dialog?.kind === 'UPDATE' && <PlanForm plan={dialog.plan} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'ARCHIVE' && <ArchiveDialog plan={dialog.plan} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

function useColumns(): Column<PlanRowFragment, PlanOrderField>[] {
  const { t } = useTranslation(['billing', 'translation'])
  const { day } = useText()
  const price = usePeriodPrice()
  const seats = useSeatText()
  return [
    {
      key: 'name',
      title: t('plans.name'),
      sort: 'NAME',
      cell: (one) => (
        <>
          <span className="font-medium">{one.name}</span> {one.archivedAt && <Badge>{t('plans.archived')}</Badge>}
          {one.description && <span className="block text-xs text-soft">{one.description}</span>}
        </>
      ),
    },
    { key: 'price', title: t('plans.price'), className: 'whitespace-nowrap tabular-nums', cell: (one) => price(one, one.interval) },
    { key: 'seats', title: t('plans.seats'), from: 'md', cell: seats },
    { key: 'trial', title: t('plans.trial'), from: 'lg', cell: (one) => (one.trialDays > 0 ? t('days', { count: one.trialDays }) : <span className="text-soft">–</span>) },
    { key: 'added', title: t('plans.added'), sort: 'CREATED_AT', from: 'xl', className: 'whitespace-nowrap', cell: (one) => day(one.createdAt.slice(0, 10)) },
  ]
}

/** What this caller may do to this plan; nothing, where that is nothing. */
export function PlanMenu({ plan, onDialog }: { plan: PlanRowFragment; onDialog: (dialog: PlanDialog) => void }) {
  const { t } = useTranslation(['billing', 'translation'])
  if (plan.viewerActions.length === 0) return null
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: plan.name })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      {plan.viewerActions.includes('UPDATE') && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onDialog({ kind: 'UPDATE', plan })}>
          {t('plans.edit')}
        </MenuItem>
      )}
      {plan.viewerActions.includes('ARCHIVE') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<Archive aria-hidden />} onSelect={() => onDialog({ kind: 'ARCHIVE', plan })}>
            {t('plans.archive')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

function ArchiveDialog({ plan, onClose }: { plan: PlanRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['billing', 'translation'])
  const { id, name, version } = plan
  const { run, busy, above } = useChange(
    async () => settled((await gql(PlanArchiveDocument, { id, input: { expectedVersion: version } })).planArchive),
    () => {
      onClose()
      say(t('archive.done', { name }))
    },
  )
  return (
    <Confirm
      title={t('archive.title', { name })}
      text={t('archive.text')}
      submit={t('archive.submit')}
      busy={busy}
      above={above()}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    />
  )
}
