import type { UserAction, UserRowFragment } from '@contract'
import { Ban, Eye, MoreHorizontal, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { useReactivate } from './dialogs'

export interface UserDialog {
  kind: UserAction
  user: UserRowFragment
}

interface RowMenuProps {
  user: UserRowFragment
  onOpen?: (id: string) => void
  onDialog: (dialog: UserDialog) => void
}

/** What this caller may do to this user now: the server says it with the row. */
export function RowMenu({ user, onOpen, onDialog }: RowMenuProps) {
  const { t } = useTranslation(['users', 'translation'])
  const reactivate = useReactivate()
  const can = (action: UserAction) => user.viewerActions.includes(action)
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
          {t('sheet.profile')}
        </MenuItem>
      )}
      {can('REACTIVATE') && (
        <MenuItem icon={<RotateCcw aria-hidden />} onSelect={() => reactivate(user)}>
          {t('action.REACTIVATE')}
        </MenuItem>
      )}
      {can('SUSPEND') && (
        <MenuItem icon={<Ban aria-hidden />} onSelect={() => onDialog({ kind: 'SUSPEND', user })}>
          {t('action.SUSPEND')}
        </MenuItem>
      )}
      {can('DELETE') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => onDialog({ kind: 'DELETE', user })}>
            {t('action.DELETE')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
