import type { ReleaseNoteRowFragment, ServiceIncidentRowFragment } from '@contract'
import { CircleCheck, MessageSquarePlus, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import type { StatusDialog } from './dialogs'

interface WithDialog {
  onDialog: (dialog: StatusDialog) => void
}

export function IncidentMenu({ incident, onDialog }: WithDialog & { incident: ServiceIncidentRowFragment }) {
  const { t } = useTranslation(['status', 'translation'])
  const can = incident.viewerActions
  return (
    <Menu trigger={<More name={incident.title} />}>
      {can.includes('UPDATE') && (
        <MenuItem icon={<MessageSquarePlus aria-hidden />} onSelect={() => onDialog({ kind: 'UPDATE', incident })}>
          {t('incident.tell')}
        </MenuItem>
      )}
      {can.includes('UPDATE') && incident.status !== 'RESOLVED' && (
        <MenuItem icon={<CircleCheck aria-hidden />} onSelect={() => onDialog({ kind: 'RESOLVE', incident })}>
          {t('incident.resolve')}
        </MenuItem>
      )}
      {can.includes('DELETE') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => onDialog({ kind: 'DELETE', incident })}>
            {t('incident.delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

export function NoteMenu({ note, onDialog }: WithDialog & { note: ReleaseNoteRowFragment }) {
  const { t } = useTranslation(['status', 'translation'])
  const can = note.viewerActions
  return (
    <Menu trigger={<More name={note.title} />}>
      {can.includes('UPDATE') && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onDialog({ kind: 'EDIT', note })}>
          {t('release.edit')}
        </MenuItem>
      )}
      {can.includes('DELETE') && (
        <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => onDialog({ kind: 'REMOVE', note })}>
          {t('release.delete')}
        </MenuItem>
      )}
    </Menu>
  )
}

function More({ name, ...rest }: { name: string }) {
  const { t } = useTranslation()
  return (
    <Button look="quiet" size="icon" aria-label={t('table.actionsFor', { name })} {...rest}>
      <MoreHorizontal aria-hidden />
    </Button>
  )
}
