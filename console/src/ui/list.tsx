import type { UseQueryResult } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Failure, Notice } from './notice'
import { firstOf, Pager, type Position } from './pager'
import { Table, type TableProps } from './table'

interface ListProps<Row, Sort extends string> extends Omit<TableProps<Row, Sort>, 'rows' | 'stale'> {
  query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch' | 'isPlaceholderData'>
  rows: readonly Row[] | null | undefined
  info: Parameters<typeof Pager>[0]['info']
  total: number | null | undefined
  position: Position
  onMove: (position: Position) => void
  /** Whether a search or a filter narrows the list, and how to take all of them away. */
  filtered: boolean
  onClear: () => void
  /** What stands in place of a list that has no rows at all. */
  none: ReactNode
}

/** A page of a connection: rows, pager, and what stands there when there are none. */
export function List<Row, Sort extends string>({ query, rows, info, total, position, onMove, filtered, onClear, none, ...table }: ListProps<Row, Sort>) {
  const { t } = useTranslation()
  return (
    <section className="overflow-hidden rounded-2xl border border-line bg-card">
      {query.isError && !rows ? (
        <Failure error={query.error} retry={() => void query.refetch()} onFirst={firstOf(position, onMove)} />
      ) : rows?.length === 0 ? (
        filtered ? (
          <Notice icon={SearchX} title={t('list.noMatch')} action={<Button onClick={onClear}>{t('list.clear')}</Button>}>
            {t('list.noMatchText')}
          </Notice>
        ) : (
          none
        )
      ) : (
        <>
          <div className="relative overflow-x-auto">
            <Table {...table} rows={rows ?? undefined} stale={query.isPlaceholderData} />
          </div>
          <Pager position={position} info={info} shown={rows?.length ?? 0} total={total} onMove={onMove} />
        </>
      )}
    </section>
  )
}
