import { StorageAccountDeleteDocument, type StorageAccountAction, type StorageAccountRowFragment } from '@contract'
import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { say } from '@/ui/toast'
import { bytesFor } from './bytes'
import { AccountForm } from './form'

export type AccountDialog = { kind: 'CREATE' } | { kind: 'UPDATE' | 'DELETE'; account: StorageAccountRowFragment }

interface AccountMenuProps {
  account: StorageAccountRowFragment
  onDialog: (dialog: AccountDialog) => void
}

export function AccountMenu({ account, onDialog }: AccountMenuProps) {
  const { t } = useTranslation(['storage', 'translation'])
  const can = (action: StorageAccountAction) => account.viewerActions.includes(action)
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: account.name })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      {can('UPDATE') && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onDialog({ kind: 'UPDATE', account })}>
          {t('action.UPDATE')}
        </MenuItem>
      )}
      {can('DELETE') && (
        <>
          {can('UPDATE') && <MenuLine />}
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => onDialog({ kind: 'DELETE', account })}>
            {t('action.DELETE')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

interface AccountDialogsProps {
  dialog: AccountDialog | undefined
  onDialog: (dialog: AccountDialog | undefined) => void
}

/** Whatever is asked about a storage account. */
export function AccountDialogs({ dialog, onDialog }: AccountDialogsProps) {
  const close = () => onDialog(undefined)
  if (!dialog) return null
  if (dialog.kind === 'DELETE') return <Delete account={dialog.account} onClose={close} />
  return <AccountForm account={dialog.kind === 'UPDATE' ? dialog.account : undefined} onClose={close} />
}

function Delete({ account, onClose }: { account: StorageAccountRowFragment; onClose: () => void }) {
  const { t, i18n } = useTranslation(['storage', 'translation'])
  const { run, busy, above } = useChange(
    async (confirmName: string) => settled((await gql(StorageAccountDeleteDocument, { id: account.id, confirmName })).storageAccountDelete),
    () => {
      onClose()
      say(t('delete.done', { name: account.name }))
    },
  )
  return (
    <Confirm
      title={t('delete.title', { name: account.name })}
      text={t('delete.text', { used: bytesFor(account.usedBytes, i18n.language), organization: account.organization?.name ?? '–' })}
      submit={t('delete.submit')}
      type={{ word: account.name, label: t('delete.type', { name: account.name }) }}
      busy={busy}
      above={above()}
      onConfirm={run}
      onClose={onClose}
    />
  )
}
