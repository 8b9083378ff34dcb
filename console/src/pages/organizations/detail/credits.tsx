import { CreditEntriesDocument, CreditEntryRowFragmentDoc, CreditStatementExportDocument, PageFieldsFragmentDoc, readFragment, type CreditEntryRowFragment, type CreditEntryWhereInput, type ExportFormat, type OrganizationRowFragment } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Coins, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction } from '@/app/change'
import { FormatMenu } from '@/app/format-menu'
import { JobProgress } from '@/app/job'
import { firstPage } from '@/app/search'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { List } from '@/ui/list'
import { Notice } from '@/ui/notice'
import { pageOf } from '@/ui/pager'
import { Select } from '@/ui/select'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import type { OrganizationDialog } from '../actions'
import { useNumber } from '../cells'
import { TopUpDialog } from '../credit-dialogs'
import { LowMarkDialog, ReverseDialog } from './credit-changes'
import type { Rights } from './page'
import type { OrganizationSearch } from './search'

export type CreditsSearch = Pick<OrganizationSearch, 'type' | 'since' | 'job' | 'after' | 'before' | 'page' | 'size'>

interface CreditsProps {
  row: OrganizationRowFragment
  rights: Pick<Rights, 'corrects' | 'pays' | 'buys'>
  search: CreditsSearch
  change: (next: Partial<CreditsSearch>) => void
  onDialog: (dialog: OrganizationDialog) => void
}

const types = ['TOP_UP', 'INITIAL_GRANT', 'ADJUSTMENT', 'REVERSAL', 'SMS_USAGE', 'CALL_USAGE'] as const

const days = { d30: 30, d90: 90, d365: 365 }

function whereOf({ type, since }: CreditsSearch): CreditEntryWhereInput | null {
  if (!type && !since) return null
  return { ...(type && { type: { in: [type] } }), ...(since && { createdAt: { gte: new Date(new Date().setHours(0, 0, 0, 0) - days[since] * 86_400_000).toISOString() } }) }
}

/** The balance of an account, or of the pool of a reseller, and every movement of it. */
export function Credits({ row, rights, search, change, onDialog }: CreditsProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const number = useNumber()
  const [asking, setAsking] = useState<'mark' | 'topUp' | CreditEntryRowFragment>()
  const where = whereOf(search)
  const variables = { id: row.id, where, ...pageOf(search) }
  const list = useQuery({ queryKey: ['organization', row.id, 'credits', variables], queryFn: () => gql(CreditEntriesDocument, variables), placeholderData: keepPreviousData })
  const statement = useAction(
    async (format: ExportFormat) => settled((await gql(CreditStatementExportDocument, { input: { organizationId: row.id, format, where } })).creditStatementExport),
    ({ job }) => job && change({ job: job.id }),
  )
  const organization = list.data?.organization
  const columns = useColumns()
  const nameOf = useNameOf()
  const low = organization?.creditBalance != null && BigInt(organization.creditBalance) <= BigInt(organization.creditLowMark ?? 0)
  const can = (action: (typeof row.viewerActions)[number]) => row.viewerActions.includes(action)
  const ask = (kind: 'ALLOCATE_CREDITS' | 'ADJUST_CREDITS') => onDialog({ kind, organization: row })
  return (
    <div className="flex flex-col gap-4">
      {search.job && <JobProgress id={search.job} onClose={() => change({ job: undefined })} />}
      <div className="flex flex-wrap items-stretch gap-3">
        <Figure title={row.kind === 'RESELLER' ? t('credits.pool') : t('credits.balance')} value={organization?.creditBalance == null ? '…' : number(organization.creditBalance)} low={low} />
        <Figure title={t('credits.lowMark')} value={!organization ? '…' : organization.creditLowMark == null ? t('credits.noMark') : number(organization.creditLowMark)}>
          {(rights.corrects || rights.pays) && (
            <Button size="sm" look="quiet" disabled={!organization} onClick={() => setAsking('mark')}>
              {t('credits.setMark')}
            </Button>
          )}
        </Figure>
        <div className="ml-auto flex flex-wrap items-end gap-2">
          {can('ADJUST_CREDITS') && <Button onClick={() => ask('ADJUST_CREDITS')}>{t('credits.adjust')}</Button>}
          {row.kind === 'RESELLER' && rights.buys && (
            <Button look="primary" onClick={() => setAsking('topUp')}>
              {t('credits.topUp')}
            </Button>
          )}
          {can('ALLOCATE_CREDITS') && (
            <Button look="primary" onClick={() => ask('ALLOCATE_CREDITS')}>
              <Coins aria-hidden />
              {t('credits.give')}
            </Button>
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={t('credits.filter')}
          value={search.type ?? 'any'}
          onChange={(value) => change({ type: value === 'any' ? undefined : value })}
          choices={[{ value: 'any', label: t('credits.any') }, ...types.map((value) => ({ value, label: t(`credits.types.${value}`) }))]}
        />
        <Select
          label={t('credits.since')}
          value={search.since ?? 'any'}
          onChange={(value) => change({ since: value === 'any' ? undefined : value })}
          choices={(['any', 'd30', 'd90', 'd365'] as const).map((value) => ({ value, label: t(`credits.times.${value}`) }))}
        />
        <span className="grow" />
        <FormatMenu busy={statement.isPending} onPick={statement.mutate} />
      </div>
      <List<CreditEntryRowFragment, never>
        query={list}
        rows={organization?.creditEntries && readFragment(CreditEntryRowFragmentDoc, organization.creditEntries.nodes)}
        info={readFragment(PageFieldsFragmentDoc, organization?.creditEntries?.pageInfo)}
        total={null}
        position={search}
        onMove={(position) => change({ ...firstPage, ...position } as CreditsSearch)}
        filtered={!!(search.type || search.since)}
        onClear={() => change({ type: undefined, since: undefined })}
        none={
          <Notice icon={Coins} title={t('credits.none')}>
            {t('credits.noneText')}
          </Notice>
        }
        label={t('credits.statement', { name: row.name })}
        columns={columns}
        idOf={(one) => one.id}
        nameOf={nameOf}
        sorting={{ field: undefined as never, direction: 'DESC' }}
        onSort={() => undefined}
        actions={(one) =>
          one.viewerActions.includes('REVERSE') && (
            <Button look="quiet" size="icon" aria-label={t('credits.reverse')} title={t('credits.reverse')} onClick={() => setAsking(one)}>
              <Undo2 aria-hidden />
            </Button>
          )
        }
      />
      {asking === 'mark' && organization && <LowMarkDialog row={row} mark={organization.creditLowMark} onClose={() => setAsking(undefined)} />}
      {asking === 'topUp' && <TopUpDialog onClose={() => setAsking(undefined)} />}
      {typeof asking === 'object' && <ReverseDialog entry={asking} onClose={() => setAsking(undefined)} />}
    </div>
  )
}

const Figure = ({ title, value, low, children }: { title: string; value: string; low?: boolean; children?: ReactNode }) => (
  <div className="min-w-40 rounded-2xl border border-line bg-card px-4 py-3">
    <span className="block text-xs text-soft">{title}</span>
    <span className={cn('mt-0.5 flex items-center gap-2 text-2xl font-semibold tabular-nums', low && 'text-bad')}>
      {value}
      {children}
    </span>
  </div>
)

const came = ({ amount }: CreditEntryRowFragment): boolean => BigInt(amount) > 0n

/** What a movement is called: what a client gets is given away where it comes from. */
function useNameOf() {
  const { t } = useTranslation(['organization', 'translation'])
  return (one: CreditEntryRowFragment): string => (one.type === 'TOP_UP' && !came(one) ? t('credits.given') : t(`credits.types.${one.type}`))
}

function useColumns(): Column<CreditEntryRowFragment, never>[] {
  const { t, i18n } = useTranslation(['organization', 'translation'])
  const number = useNumber()
  const nameOf = useNameOf()
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' })
  return [
    {
      key: 'what',
      title: t('credits.what'),
      cell: (one) => (
        <span className="block min-w-0">
          <span className={cn('block font-medium', one.reversedBy && 'line-through')}>{nameOf(one)}</span>
          <span className="block text-xs text-soft">
            {[
              one.usedBy ? t('credits.usedBy', { name: one.usedBy.name }) : one.counterpart && t(came(one) ? 'credits.from' : 'credits.to', { name: one.counterpart.name }),
              one.reason,
              one.reference,
              one.reversedBy && t('credits.undone'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className="block text-xs text-soft md:hidden">
            <Ago at={one.occurredAt} />
          </span>
        </span>
      ),
    },
    {
      key: 'amount',
      title: t('credits.amount'),
      className: 'text-right whitespace-nowrap tabular-nums',
      cell: (one) => <span className={cn('font-medium', came(one) && 'text-good')}>{signed.format(BigInt(one.amount))}</span>,
    },
    { key: 'after', title: t('credits.after'), from: 'sm', className: 'text-right whitespace-nowrap tabular-nums', cell: (one) => number(one.balanceAfter) },
    { key: 'by', title: t('credits.by'), from: 'lg', cell: (one) => one.actor?.displayName ?? <span className="text-soft">–</span> },
    { key: 'when', title: t('credits.when'), from: 'md', className: 'whitespace-nowrap', cell: (one) => <Ago at={one.occurredAt} /> },
  ]
}
