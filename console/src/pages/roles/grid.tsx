import type { Permission } from '@contract'
import { Ban, Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'
import { sayOf, type Column, type Rows, type Say } from './matrix'

interface GridProps {
  columns: readonly Column[]
  rows: readonly Rows[]
}

/** Permissions down, roles across. Both heads stay in sight while the rest scrolls. */
export function Grid({ columns, rows }: GridProps) {
  const { t } = useTranslation(['roles', 'permissions', 'translation'])
  // Few roles have room for their names; many stand upright.
  const few = columns.length <= 4
  return (
    <div className="relative max-h-[72vh] overflow-auto" tabIndex={0} role="region" aria-label={t('matrix.label')}>
      <table aria-label={t('matrix.label')} className={cn('border-separate border-spacing-0 text-sm', few && 'w-full')}>
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 left-0 z-20 min-w-40 border-r border-b border-line bg-card px-4 py-3 text-left align-bottom text-xs font-medium text-soft sm:min-w-64">
              {t('matrix.permission')}
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cn('sticky top-0 z-10 border-b border-line bg-card py-3 text-center align-bottom text-xs font-medium', few ? 'min-w-18 px-2 [overflow-wrap:normal] sm:px-4' : 'min-w-10 px-1')}
              >
                <span className={cn(!few && 'inline-block max-h-44 rotate-180 text-left leading-tight [writing-mode:vertical-rl]')}>{column.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(({ group, permissions }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className="border-b border-line bg-ground p-0 text-left text-xs font-semibold text-soft">
                <span className="sticky left-0 inline-block px-4 py-2">{t(`permissions:groups.${group}`)}</span>
              </th>
            </tr>
            {permissions.map((permission) => (
              <Line key={permission} permission={permission} columns={columns} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Line({ permission, columns }: { permission: Permission; columns: readonly Column[] }) {
  const { t } = useTranslation(['permissions', 'translation'])
  return (
    <tr className="group">
      <th scope="row" title={permission} className="sticky left-0 z-10 border-r border-b border-line bg-card px-4 py-2 text-left font-normal group-hover:bg-hover">
        {t(`of.${permission}`)}
      </th>
      {columns.map((column) => (
        <Cell key={column.key} say={sayOf(column, permission)} />
      ))}
    </tr>
  )
}

function Cell({ say }: { say: Say }) {
  const { t } = useTranslation(['roles', 'translation'])
  return (
    <td className="border-b border-line px-1 py-2 text-center group-hover:bg-hover">
      {say === 'yes' && <Check className="mx-auto size-4 text-good" aria-hidden />}
      {say === 'no' && <Ban className="mx-auto size-4 text-bad" aria-hidden />}
      <span className="sr-only">{t(`matrix.${say}`)}</span>
    </td>
  )
}
