import { ChevronFirst, ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Select } from './select'

/** Where a list stands; all of it is in the address of the page. */
export interface Position {
  after?: string | undefined
  before?: string | undefined
  page?: number | undefined
  size?: number | undefined
}

interface PagerProps {
  position: Position
  info: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor?: string | null; endCursor?: string | null } | undefined
  shown: number
  /** Null where nobody counts, undefined while nobody knows yet. */
  total: number | null | undefined
  onMove: (position: Position) => void
}

const sizes = ['25', '50', '100'] as const

/** Which rows of how many, and the way to the others. */
export function Pager({ position, info, shown, total, onMove }: PagerProps) {
  const { t, i18n } = useTranslation()
  const { page = 1, size = 25 } = position
  const number = new Intl.NumberFormat(i18n.language)
  const first = (page - 1) * size + 1
  const back = info?.hasPreviousPage && info.startCursor
  const on = info?.hasNextPage && info.endCursor
  return (
    <nav aria-label={t('pager.label')} className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2.5 text-sm">
      <p className="grow text-soft" aria-live="polite">
        {shown > 0 &&
          (total === null
            ? `${number.format(first)}–${number.format(first + shown - 1)}`
            : t('pager.range', { from: number.format(first), to: number.format(first + shown - 1), total: total === undefined ? '…' : number.format(total) }))}
      </p>
      <Select
        label={t('pager.size')}
        value={String(size) as (typeof sizes)[number]}
        choices={sizes.map((value) => ({ value, label: t('pager.rows', { count: Number(value) }) }))}
        onChange={(value) => onMove({ size: Number(value) === 25 ? undefined : Number(value) })}
        className="h-8"
      />
      <Button look="quiet" size="icon" aria-label={t('pager.first')} disabled={!back} onClick={() => onMove({ size: position.size })}>
        <ChevronFirst aria-hidden />
      </Button>
      <Button
        size="sm"
        disabled={!back}
        onClick={() => back && onMove(page <= 2 ? { size: position.size } : { before: back, page: page - 1, size: position.size })}
      >
        <ChevronLeft aria-hidden />
        {t('pager.previous')}
      </Button>
      <Button size="sm" disabled={!on} onClick={() => on && onMove({ after: on, page: page + 1, size: position.size })}>
        {t('pager.next')}
        <ChevronRight aria-hidden />
      </Button>
    </nav>
  )
}

/** The way from the midst of a list to its first page. */
export const firstOf = (position: Position, onMove: (position: Position) => void): (() => void) | undefined =>
  position.after || position.before ? () => onMove({ size: position.size }) : undefined

/** The arguments of a connection for a position. */
export function pageOf({ after, before, size = 25 }: Position): { first?: number; after?: string | null; last?: number; before?: string } {
  return before ? { last: size, before } : { first: size, after: after ?? null }
}
