import type { RoleAction, RoleRowFragment } from '@contract'
import { useNavigate } from '@tanstack/react-router'
import { Copy, Eye, GitCompare, MoreHorizontal, Pencil, Trash2, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'

export type RoleDialog = { kind: 'new'; from?: RoleRowFragment } | { kind: 'edit' | 'remove'; role: RoleRowFragment }

interface RoleMenuProps {
  role: RoleRowFragment
  onOpen?: (id: string) => void
  onCompare?: (role: RoleRowFragment) => void
  onDialog: (dialog: RoleDialog) => void
}

/** What this caller may do with this role now. */
export function RoleMenu({ role, onOpen, onCompare, onDialog }: RoleMenuProps) {
  const { t } = useTranslation(['roles', 'translation'])
  const viewer = useViewer()
  const navigate = useNavigate()
  const can = (action: RoleAction) => role.viewerActions.includes(action)
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: role.name })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      {onOpen && (
        <MenuItem icon={<Eye aria-hidden />} onSelect={() => onOpen(role.id)}>
          {t('action.open')}
        </MenuItem>
      )}
      {onCompare && (
        <MenuItem icon={<GitCompare aria-hidden />} onSelect={() => onCompare(role)}>
          {t('action.compare')}
        </MenuItem>
      )}
      {may(viewer, 'RESELLER_USER_READ', 'TENANT_USER_READ', 'MEMBER_READ') && (
        <MenuItem icon={<Users aria-hidden />} onSelect={() => void navigate({ to: '/users', search: { role: role.id } })}>
          {t('action.people')}
        </MenuItem>
      )}
      {can('UPDATE') && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onDialog({ kind: 'edit', role })}>
          {t('action.edit')}
        </MenuItem>
      )}
      {may(viewer, 'ROLE_MANAGE') && (
        <MenuItem icon={<Copy aria-hidden />} onSelect={() => onDialog({ kind: 'new', from: role })}>
          {t('action.copy')}
        </MenuItem>
      )}
      {can('DELETE') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => onDialog({ kind: 'remove', role })}>
            {t('action.remove')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
