import type { UserBulkAction, UserRowFragment, UserWhereInput } from '@contract'
import { Ban, LogOut, MailPlus, RotateCcw, Trash2, X, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { BulkDialog } from './bulk-dialog'

/** Rows that were chosen one by one, or all that match the list as it was seen. */
export type Selection = { kind: 'rows'; rows: ReadonlyMap<string, UserRowFragment> } | { kind: 'all'; count: number }

export const sizeOf = (selection: Selection): number => (selection.kind === 'all' ? selection.count : selection.rows.size)

interface BulkBarProps {
  selection: Selection
  total: number | null | undefined
  matching: { search: string | null; where: UserWhereInput }
  onAll: () => void
  onClear: () => void
  onJob: (id: string) => void
}

const actions: [UserBulkAction, LucideIcon][] = [
  ['SUSPEND', Ban],
  ['REACTIVATE', RotateCcw],
  ['END_SESSIONS', LogOut],
  ['SEND_ACTIVATION', MailPlus],
  ['DELETE', Trash2],
]

const needs = {
  SUSPEND: ['RESELLER_USER_SUSPEND', 'TENANT_USER_SUSPEND', 'MEMBER_DEACTIVATE'],
  REACTIVATE: ['RESELLER_USER_REACTIVATE', 'TENANT_USER_REACTIVATE', 'MEMBER_REACTIVATE'],
  END_SESSIONS: ['RESELLER_USER_SUSPEND', 'TENANT_USER_SUSPEND', 'MEMBER_DEACTIVATE'],
  SEND_ACTIVATION: ['RESELLER_USER_SEND_ACTIVATION', 'INVITATION_RESEND'],
  DELETE: ['RESELLER_USER_DELETE', 'TENANT_USER_DELETE', 'MEMBER_REMOVE'],
} as const

/** What this caller may do to many at all; nothing means that rows need not be chosen. */
export function useBulkActions(): readonly [UserBulkAction, LucideIcon][] {
  const viewer = useViewer()
  return actions.filter(([action]) => may(viewer, ...needs[action]))
}

/** Stands under the list while rows are chosen. */
export function BulkBar({ selection, total, matching, onAll, onClear, onJob }: BulkBarProps) {
  const { t, i18n } = useTranslation(['users', 'translation'])
  const offered = useBulkActions()
  const [action, setAction] = useState<UserBulkAction>()
  const count = sizeOf(selection)
  const number = new Intl.NumberFormat(i18n.language)
  // Of rows that were chosen one by one, the server has said what may be done to each.
  const open = (one: UserBulkAction) => selection.kind === 'all' || [...selection.rows.values()].some((row) => row.viewerActions.includes(one))
  return (
    <div role="region" aria-label={t('bulk.label')} className="sticky bottom-3 z-20 flex flex-wrap items-center gap-2 rounded-2xl border border-line bg-raised px-4 py-2.5 shadow-xl">
      <p className="text-sm font-medium" role="status">
        {selection.kind === 'all' ? t('bulk.all', { count, shown: number.format(count) }) : t('bulk.chosen', { count, shown: number.format(count) })}
      </p>
      {selection.kind === 'rows' && total != null && total > count && (
        <Button look="quiet" size="sm" className="text-primary" onClick={onAll}>
          {t('bulk.chooseAll', { count: total, shown: number.format(total) })}
        </Button>
      )}
      <span className="grow" />
      {offered.map(([one, Icon]) => (
        <Button key={one} size="sm" className={one === 'DELETE' ? 'text-bad' : undefined} disabled={!open(one)} onClick={() => setAction(one)}>
          <Icon aria-hidden />
          <span className="max-sm:sr-only">{t(`bulk.action.${one}`)}</span>
        </Button>
      ))}
      <Button look="quiet" size="sm" aria-label={t('bulk.clear')} onClick={onClear}>
        <X aria-hidden />
      </Button>
      {action && (
        <BulkDialog
          action={action}
          selection={selection}
          matching={matching}
          onClose={(done) => {
            setAction(undefined)
            if (done) onClear()
          }}
          onJob={(id) => {
            setAction(undefined)
            onClear()
            onJob(id)
          }}
        />
      )}
    </div>
  )
}
