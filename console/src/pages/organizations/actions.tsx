import type { OrganizationAction, OrganizationRowFragment } from '@contract'
import { useNavigate } from '@tanstack/react-router'
import { Ban, Coins, GitBranchPlus, LogIn, MoreHorizontal, PencilLine, RotateCcw, Scale, SquareArrowOutUpRight, ToggleRight, Trash2, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { useReactivate, useRestore } from './dialogs'

/** What opens a dialog; the rest happens at once or leads to another page. */
export type DialogKind = 'LOGIN_AS_CLIENT' | 'LOGIN_AS_PARTNER' | 'ALLOCATE_CREDITS' | 'ADJUST_CREDITS' | 'SUSPEND' | 'DELETE'

export interface OrganizationDialog {
  kind: DialogKind
  organization: OrganizationRowFragment
}

const groups: { action: OrganizationAction; icon: LucideIcon; danger?: boolean }[][] = [
  [
    { action: 'LOGIN_AS_CLIENT', icon: LogIn },
    { action: 'LOGIN_AS_PARTNER', icon: LogIn },
  ],
  [
    { action: 'UPDATE', icon: PencilLine },
    { action: 'FEATURES', icon: ToggleRight },
    { action: 'ALLOCATE_CREDITS', icon: Coins },
    { action: 'ADJUST_CREDITS', icon: Scale },
    { action: 'CREATE_SUB_ACCOUNT', icon: GitBranchPlus },
  ],
  [
    { action: 'REACTIVATE', icon: RotateCcw },
    { action: 'RESTORE', icon: RotateCcw },
    { action: 'SUSPEND', icon: Ban },
    { action: 'DELETE', icon: Trash2, danger: true },
  ],
]

interface RowMenuProps {
  organization: OrganizationRowFragment
  onDialog: (dialog: OrganizationDialog) => void
  /** Not on the page of the organization itself. */
  open?: boolean
}

/** What this caller may do to this organization now: the server says it with the row. */
export function RowMenu({ organization, onDialog, open = true }: RowMenuProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  const navigate = useNavigate()
  const reactivate = useReactivate()
  const restore = useRestore()
  const { id, viewerActions } = organization
  const run = (action: OrganizationAction) => {
    if (action === 'UPDATE') void navigate({ to: '/organizations/$id', params: { id }, search: { edit: true } })
    else if (action === 'FEATURES') void navigate({ to: '/organizations/$id', params: { id }, search: { tab: 'features' } })
    else if (action === 'CREATE_SUB_ACCOUNT') void navigate({ to: '/organizations/new', search: { parent: id } })
    else if (action === 'REACTIVATE') reactivate(organization)
    else if (action === 'RESTORE') restore(organization)
    else onDialog({ kind: action as DialogKind, organization })
  }
  const shown = groups.map((group) => group.filter(({ action }) => viewerActions.includes(action))).filter((group) => group.length > 0)
  if (shown.length === 0 && !open) return null
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: organization.name })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      {open && organization.status !== 'DELETED' && (
        <MenuItem icon={<SquareArrowOutUpRight aria-hidden />} onSelect={() => void navigate({ to: '/organizations/$id', params: { id } })}>
          {t('action.open')}
        </MenuItem>
      )}
      {shown.map((group, i) => (
        <div key={group[0]?.action} role="none">
          {(i > 0 || (open && organization.status !== 'DELETED')) && <MenuLine />}
          {group.map(({ action, icon: Icon, danger }) => (
            <MenuItem key={action} icon={<Icon aria-hidden />} danger={danger ?? false} onSelect={() => run(action)}>
              {t(`action.${action as Exclude<OrganizationAction, 'ROTATE_SSO_TOKEN' | 'REMOVE_SSO_TOKEN' | 'START_SUBSCRIPTION'>}`)}
            </MenuItem>
          ))}
        </div>
      ))}
    </Menu>
  )
}
