import type { UserAction, UserRowFragment } from '@contract'
import { AtSign, Ban, Eye, KeyRound, Link2, LogOut, MailPlus, MoreHorizontal, Pencil, RotateCcw, ShieldCheck, ShieldOff, Trash2, type LucideIcon } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { useQuick, useReactivate } from './quick'

/** A change that asks something first, and whom it is about. */
export interface UserDialog {
  kind: UserAction
  user: UserRowFragment
}

interface RowMenuProps {
  user: UserRowFragment
  onOpen?: (id: string) => void
  onAction: (action: UserAction, user: UserRowFragment) => void
}

const groups: [UserAction, LucideIcon][][] = [
  [
    ['UPDATE', Pencil],
    ['CHANGE_ROLE', ShieldCheck],
    ['CHANGE_EMAIL', AtSign],
  ],
  [
    ['SEND_ACTIVATION', MailPlus],
    ['SEND_RESET_LINK', Link2],
    ['RESET_PASSWORD', KeyRound],
    ['RESET_TWO_FACTOR', ShieldOff],
    ['END_SESSIONS', LogOut],
  ],
  [
    ['REACTIVATE', RotateCcw],
    ['SUSPEND', Ban],
    ['DELETE', Trash2],
  ],
]

/** Does what needs no question at once, and asks about the rest. */
export function useUserAction(onDialog: (dialog: UserDialog) => void): RowMenuProps['onAction'] {
  const reactivate = useReactivate()
  const quick = useQuick()
  return useCallback(
    (action, user) => {
      if (action === 'REACTIVATE') reactivate(user)
      else if (action === 'SEND_ACTIVATION' || action === 'SEND_RESET_LINK' || action === 'END_SESSIONS') quick({ user, action })
      else onDialog({ kind: action, user })
    },
    [reactivate, quick, onDialog],
  )
}

/** What this caller may do to this user now: the server says it with the row. */
export function RowMenu({ user, onOpen, onAction }: RowMenuProps) {
  const { t } = useTranslation(['users', 'translation'])
  const offered = groups.map((group) => group.filter(([action]) => user.viewerActions.includes(action))).filter((group) => group.length > 0)
  if (!onOpen && offered.length === 0) return null
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: user.displayName })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      {onOpen && (
        <MenuItem icon={<Eye aria-hidden />} onSelect={() => onOpen(user.id)}>
          {t('sheet.open')}
        </MenuItem>
      )}
      {offered.map((group, i) => (
        <div key={group[0]?.[0]} role="presentation">
          {(onOpen || i > 0) && <MenuLine />}
          {group.map(([action, Icon]) => (
            <MenuItem key={action} danger={action === 'DELETE'} icon={<Icon aria-hidden />} onSelect={() => onAction(action, user)}>
              {t(`action.${action}`)}
            </MenuItem>
          ))}
        </div>
      ))}
    </Menu>
  )
}
