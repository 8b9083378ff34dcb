import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, useCallback, useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from './checkbox'
import { cn } from './cn'
import { Skeleton } from './skeleton'

export interface Column<Row, Sort extends string> {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** The server's sort key; without it the column has no order. */
  sort?: Sort
  /** Where there is room for it: always, or from a width on. */
  from?: 'sm' | 'md' | 'lg' | 'xl'
  className?: string
}

export interface Sorting<Sort extends string> {
  field: Sort
  direction: 'ASC' | 'DESC'
}

export interface TableProps<Row, Sort extends string> {
  label: string
  columns: readonly Column<Row, Sort>[]
  rows: readonly Row[] | undefined
  idOf: (row: Row) => string
  nameOf: (row: Row) => string
  sorting: Sorting<Sort>
  onSort: (sorting: Sorting<Sort>) => void
  /** Opens a row; the first column is its button. */
  onOpen?: ((row: Row) => void) | undefined
  chosen?: ReadonlySet<string>
  onChoose?: (chosen: ReadonlySet<string>) => void
  actions?: (row: Row) => ReactNode
  /** Rows are those of the page before, while the next is on its way. */
  stale?: boolean
}

const widths = { sm: 'hidden sm:table-cell', md: 'hidden md:table-cell', lg: 'hidden lg:table-cell', xl: 'hidden xl:table-cell' }

/** A page of rows whose order, filter and extent the server decides. */
export function Table<Row, Sort extends string>(props: TableProps<Row, Sort>) {
  const { label, columns, rows, idOf, nameOf, sorting, onSort, onOpen, chosen, onChoose, actions, stale } = props
  const { t } = useTranslation()
  const body = useRef<HTMLTableSectionElement>(null)
  const keys = useRowKeys(body)
  const all = rows?.map(idOf) ?? []
  const some = all.filter((id) => chosen?.has(id)).length

  // What rows call stays the same function, so that a row is drawn anew only
  // when its data, the columns or the actions are others.
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  const hold = useFocusKept(body, all)
  const open = useCallback((row: Row) => latest.current.onOpen?.(row), [])
  const choose = useCallback((id: string, on: boolean) => {
    const next = new Set(latest.current.chosen)
    if (on) next.add(id)
    else next.delete(id)
    latest.current.onChoose?.(next)
  }, [])

  return (
    <table aria-label={label} aria-busy={!rows || stale} className={cn('w-full text-left text-sm transition-opacity', stale && 'opacity-60 delay-150')}>
      <thead className="border-b border-line text-xs text-soft">
        <tr>
          {onChoose && (
            <th scope="col" className="w-10 py-2.5 pl-4">
              <Checkbox
                label={t('table.chooseAll')}
                checked={some > 0 && some === all.length}
                some={some > 0 && some < all.length}
                onChange={(on) => onChoose(new Set(on ? [...(chosen ?? []), ...all] : [...(chosen ?? [])].filter((id) => !all.includes(id))))}
              />
            </th>
          )}
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={column.sort && sorting.field === column.sort ? (sorting.direction === 'ASC' ? 'ascending' : 'descending') : undefined}
              className={cn('px-4 py-2.5 font-medium whitespace-nowrap', column.from && widths[column.from], column.className)}
            >
              <Title column={column} sorting={sorting} onSort={onSort} />
            </th>
          ))}
          {actions && (
            <th scope="col" className="w-14">
              <span className="sr-only">{t('table.actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={keys} onBlur={() => hold(undefined)} className="divide-y divide-line">
        {!rows &&
          Array.from({ length: 8 }, (_, i) => (
            <tr key={i}>
              {onChoose && <td />}
              {columns.map((column, j) => (
                <td key={column.key} className={cn('px-4 py-3.5', column.from && widths[column.from])}>
                  <Skeleton className={j === 0 ? 'w-48' : 'w-20'} />
                </td>
              ))}
              {actions && <td />}
            </tr>
          ))}
        {rows?.map((row) => (
          <Line
            key={idOf(row)}
            row={row}
            id={idOf(row)}
            columns={columns}
            actions={actions}
            choice={onChoose && t('table.choose', { name: nameOf(row) })}
            chosen={!!chosen?.has(idOf(row))}
            onChoose={choose}
            onOpen={onOpen && open}
            onFocus={hold}
          />
        ))}
      </tbody>
    </table>
  )
}

interface LineProps<Row, Sort extends string> extends Pick<TableProps<Row, Sort>, 'columns' | 'actions'> {
  row: Row
  id: string
  /** What choosing the row is called; none where rows cannot be chosen. */
  choice: string | undefined
  chosen: boolean
  onChoose: (id: string, on: boolean) => void
  onOpen: ((row: Row) => void) | undefined
  onFocus: (id: string) => void
}

const Line = memo(function Line<Row, Sort extends string>({ row, id, columns, actions, choice, chosen, onChoose, onOpen, onFocus }: LineProps<Row, Sort>) {
  return (
    <tr
      data-row={id}
      className={cn('group hover:bg-hover/60', chosen && 'bg-tint/60')}
      onFocus={() => onFocus(id)}
      onClick={(event) => {
        const target = event.target as HTMLElement
        // A menu of the row stands elsewhere on the page, and its clicks still come by here.
        if (event.currentTarget.contains(target) && !target.closest('button,a,[role=checkbox],input')) onOpen?.(row)
      }}
    >
      {choice && (
        <td className="w-10 py-2 pl-4">
          <Checkbox label={choice} checked={chosen} onChange={(on) => onChoose(id, on)} />
        </td>
      )}
      {columns.map((column, i) => (
        <td key={column.key} className={cn('px-4 py-2.5', column.from && widths[column.from], column.className)}>
          {i === 0 && onOpen ? (
            <button type="button" data-open className="block w-full rounded text-left" onClick={() => onOpen(row)}>
              {column.cell(row)}
            </button>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
      {actions && <td className="w-14 py-1 pr-2 text-right">{actions(row)}</td>}
    </tr>
  )
}) as <Row, Sort extends string>(props: LineProps<Row, Sort> & { key?: string }) => ReactNode

function Title<Row, Sort extends string>({ column, sorting, onSort }: { column: Column<Row, Sort> } & Pick<TableProps<Row, Sort>, 'sorting' | 'onSort'>) {
  if (!column.sort) return column.title
  const field = column.sort
  const active = sorting.field === field
  const Arrow = sorting.direction === 'DESC' ? ArrowDown : ArrowUp
  return (
    <button
      type="button"
      className={cn('-mx-1 inline-flex items-center gap-1 rounded px-1 hover:text-ink', active && 'text-ink')}
      onClick={() => onSort({ field, direction: active && sorting.direction === 'ASC' ? 'DESC' : 'ASC' })}
    >
      {column.title}
      {active && <Arrow className="size-3.5" aria-hidden />}
    </button>
  )
}

/** j and k go from row to row, x chooses one, wherever on the page the focus is but in a field. */
function useRowKeys(body: React.RefObject<HTMLTableSectionElement | null>) {
  const handle = (event: { key: string; target: EventTarget | null; ctrlKey: boolean; metaKey: boolean; altKey: boolean; preventDefault(): void }) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input,textarea,[contenteditable],[role=dialog],[role=menu],[role=listbox]')) return
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])]
    const at = rows.findIndex((row) => row.contains(document.activeElement))
    if (event.key === 'j' || event.key === 'k') {
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))]
      next?.querySelector<HTMLElement>('[data-open]')?.focus()
      event.preventDefault()
    } else if (event.key === 'x' && at >= 0) {
      rows[at]?.querySelector<HTMLElement>('[role=checkbox]')?.click()
      event.preventDefault()
    }
  }
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => !body.current?.contains(event.target as Node) && handle(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
  return (event: KeyboardEvent) => handle(event)
}

/** When the row with the focus, or with the open menu that has it, leaves the list, the row that takes its place gets it. */
function useFocusKept(body: React.RefObject<HTMLTableSectionElement | null>, ids: readonly string[]) {
  const held = useRef<string>(undefined)
  const before = useRef(ids)
  useLayoutEffect(() => {
    const at = held.current === undefined || ids.includes(held.current) ? -1 : before.current.indexOf(held.current)
    before.current = ids
    if (at < 0 || (document.activeElement && document.activeElement !== document.body)) return
    const row = body.current?.querySelectorAll<HTMLElement>('tr[data-row]')[Math.min(at, ids.length - 1)]
    row?.querySelector<HTMLElement>('[data-open],button')?.focus()
  })
  return useCallback((id: string | undefined) => {
    held.current = id
  }, [])
}
