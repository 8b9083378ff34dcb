import type { UsersExportInput } from '@contract'
import { Download, FileUp, MoreHorizontal, UserPlus, UserRoundPlus } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Menu, MenuItem } from '@/ui/menu'
import { CreateDialog } from './create'
import { ExportDialog } from './export'
import { ImportDialog } from './import'
import { InviteDialog } from './invite'
import type { UsersSearch } from './search'

type Opening = UsersSearch['open']

/** Whether the caller invites people at all; for which organization, the server decides. */
export const useMayInvite = (): boolean => may(useViewer(), 'INVITATION_CREATE')

function useOpenings(): NonNullable<Opening>[] {
  const viewer = useViewer()
  return [
    ...(may(viewer, 'INVITATION_CREATE') ? ['invite' as const] : []),
    ...(may(viewer, 'RESELLER_USER_INVITE', 'TENANT_USER_CREATE', 'MEMBER_INVITE') ? ['create' as const] : []),
    ...(may(viewer, 'RESELLER_USER_INVITE', 'TENANT_USER_CREATE') ? ['import' as const] : []),
    ...(may(viewer, 'RESELLER_USER_EXPORT', 'TENANT_USER_EXPORT') ? ['export' as const] : []),
  ]
}

/** What adds people, and what takes the list along; "c" invites from anywhere on the page. */
export function OpeningButtons({ onOpen }: { onOpen: (open: Opening) => void }) {
  const { t } = useTranslation(['users', 'translation'])
  const offered = useOpenings()
  const invites = offered.includes('invite')
  useInviteKey(invites, () => onOpen('invite'))
  const rare = offered.filter((one) => one === 'import' || one === 'export')
  const icons = { import: FileUp, export: Download }
  return (
    <>
      {rare.length > 0 && (
        <Menu
          trigger={
            <Button size="icon" aria-label={t('moreActions')}>
              <MoreHorizontal aria-hidden />
            </Button>
          }
        >
          {rare.map((one) => {
            const Icon = icons[one]
            return (
              <MenuItem key={one} icon={<Icon aria-hidden />} onSelect={() => onOpen(one)}>
                {t(`${one}.title`)}
              </MenuItem>
            )
          })}
        </Menu>
      )}
      {offered.includes('create') && (
        <Button onClick={() => onOpen('create')}>
          <UserRoundPlus aria-hidden />
          {t('create.title')}
        </Button>
      )}
      {invites && (
        <Button look="primary" onClick={() => onOpen('invite')} aria-keyshortcuts="c">
          <UserPlus aria-hidden />
          {t('invite')}
        </Button>
      )}
    </>
  )
}

/** Runs on "c", but not while somebody types or a dialog is open. */
export function useInviteKey(enabled: boolean, run: () => void) {
  useEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'c' || event.ctrlKey || event.metaKey || event.altKey) return
      if ((event.target as HTMLElement).closest('input,textarea,select,[contenteditable],[role=dialog],[role=menu],[role=listbox]')) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}

interface OpeningsProps {
  open: Opening
  many: boolean
  list: Pick<UsersExportInput, 'search' | 'where' | 'orderBy'>
  total: number | null | undefined
  onOpen: (open: Opening) => void
  onJob: (id: string) => void
  onMade: (id: string) => void
}

/** The dialog that the address names, for whoever may use it. */
export function Openings({ open, many, list, total, onOpen, onJob, onMade }: OpeningsProps) {
  const offered = useOpenings()
  const close = () => onOpen(undefined)
  if (!open || !offered.includes(open)) return null
  if (open === 'invite') return <InviteDialog many={many} onClose={close} />
  if (open === 'create') return <CreateDialog many={many} onClose={close} onMade={onMade} />
  if (open === 'import') return <ImportDialog many={many} onClose={close} onJob={onJob} />
  return <ExportDialog list={list} total={total} onClose={close} onJob={onJob} />
}
