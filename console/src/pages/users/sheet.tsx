import { readFragment, UserProfileFragmentDoc, UserRowFragmentDoc } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useViewer } from '@/app/session'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Dialog, DialogBody } from '@/ui/dialog'
import { Failure } from '@/ui/notice'
import { Skeleton } from '@/ui/skeleton'
import { Tabs } from '@/ui/tabs'
import { RowMenu, useUserAction, type UserDialog } from './actions'
import { Status } from './cells'
import { detailQuery } from './dialogs'
import { SheetAccess } from './sheet-access'
import { SheetProfile } from './sheet-profile'
import { SheetSessions } from './sheet-sessions'
import { Trail } from './trail'

export type SheetTab = 'profile' | 'access' | 'sessions' | 'trail'

interface UserSheetProps {
  id: string
  tab: SheetTab
  /** The rows of the list beside it, for going to the next. */
  neighbours: readonly string[]
  onMove: (id: string) => void
  onTab: (tab: SheetTab) => void
  onClose: () => void
  onDialog: (dialog: UserDialog) => void
}

/** One user beside the list. */
export function UserSheet({ id, tab, neighbours, onMove, onTab, onClose, onDialog }: UserSheetProps) {
  const { t } = useTranslation(['users', 'translation'])
  const viewer = useViewer()
  const act = useUserAction(onDialog)
  const { data, error, refetch } = useQuery(detailQuery(id))
  const user = data?.user
  const row = readFragment(UserRowFragmentDoc, user)
  const profile = readFragment(UserProfileFragmentDoc, user)
  const gone = data && !user
  const tabs = (['profile', 'access', 'sessions', 'trail'] as const).filter((one) => one !== 'trail' || may(viewer, 'AUDIT_READ'))
  const shown = tabs.includes(tab) ? tab : 'profile'
  return (
    <Dialog as="sheet" open onClose={onClose} title={row?.displayName ?? (gone ? t('translation:failure.NOT_FOUND.title') : error ? t('title') : '…')} description={row?.email}>
      <DialogBody className="space-y-5">
        <Neighbours id={id} neighbours={neighbours} onMove={onMove}>
          {row && (
            <>
              <Status status={row.status} t={t} />
              {row.roles.map((role) => (
                <Badge key={role.id} tone="tint">
                  {role.name}
                </Badge>
              ))}
              <span className="grow" />
              <RowMenu user={row} onAction={act} />
            </>
          )}
        </Neighbours>
        {error && !data && <Failure error={error} retry={() => void refetch()} />}
        {gone && <p className="text-sm text-soft">{t('translation:failure.NOT_FOUND.text')}</p>}
        {!data && !error && <Skeleton className="h-40 w-full" />}
        {user && row && profile && (
          <Tabs label={row.displayName} value={shown} tabs={tabs.map((key) => ({ key, title: t(`sheet.tabs.${key}`) }))} onChange={onTab}>
            {shown === 'profile' && <SheetProfile user={user} row={row} profile={profile} />}
            {shown === 'access' && <SheetAccess user={user} row={row} onDialog={onDialog} />}
            {shown === 'sessions' && <SheetSessions row={row} profile={profile} onDialog={onDialog} />}
            {shown === 'trail' && <Trail id={id} />}
          </Tabs>
        )}
      </DialogBody>
    </Dialog>
  )
}

/** The head of the sheet, with the way to the rows above and below; j and k go there as well. */
function Neighbours({ id, neighbours, onMove, children }: { id: string; neighbours: readonly string[]; onMove: (id: string) => void; children: ReactNode }) {
  const { t } = useTranslation(['users', 'translation'])
  const at = neighbours.indexOf(id)
  const before = neighbours[at - 1]
  const next = at >= 0 ? neighbours[at + 1] : undefined
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const target = event.target as HTMLElement
      if (target.closest('input,textarea,[role=menu],[role=listbox]')) return
      // Not while a further dialog lies over the sheet.
      if (document.querySelectorAll('[role=dialog]').length > 1) return
      const to = event.key === 'j' ? next : event.key === 'k' ? before : undefined
      if (to) onMove(to)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
  return (
    <div className="flex flex-wrap items-center gap-2">
      {children}
      {at >= 0 && (
        <>
          <Button look="quiet" size="icon" aria-label={t('sheet.previous')} aria-keyshortcuts="k" disabled={!before} onClick={() => before && onMove(before)}>
            <ChevronUp aria-hidden />
          </Button>
          <Button look="quiet" size="icon" aria-label={t('sheet.next')} aria-keyshortcuts="j" disabled={!next} onClick={() => next && onMove(next)}>
            <ChevronDown aria-hidden />
          </Button>
        </>
      )}
    </div>
  )
}
