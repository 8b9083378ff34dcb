import { ReleaseNoteDeleteDocument, ServiceIncidentDeleteDocument, type ReleaseNoteRowFragment, type ServiceIncidentRowFragment } from '@contract'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Confirm } from '@/ui/confirm'
import { say } from '@/ui/toast'
import { IncidentForm } from './incident-form'
import { NoteForm } from './note-form'

export type StatusDialog =
  | { kind: 'OPEN' | 'PUBLISH' }
  | { kind: 'UPDATE' | 'RESOLVE' | 'DELETE'; incident: ServiceIncidentRowFragment }
  | { kind: 'EDIT' | 'REMOVE'; note: ReleaseNoteRowFragment }

interface StatusDialogsProps {
  dialog: StatusDialog | undefined
  onDialog: (dialog: StatusDialog | undefined) => void
  onDeleted: () => void
}

/** Whatever is asked about incidents and release notes. */
export function StatusDialogs({ dialog, onDialog, onDeleted }: StatusDialogsProps) {
  const close = () => onDialog(undefined)
  switch (dialog?.kind) {
    case 'OPEN':
      return <IncidentForm onClose={close} />
    case 'UPDATE':
      return <IncidentForm incident={dialog.incident} onClose={close} />
    case 'RESOLVE':
      return <IncidentForm incident={dialog.incident} resolve onClose={close} />
    case 'DELETE':
      return <DeleteIncident incident={dialog.incident} onClose={close} onDeleted={onDeleted} />
    case 'PUBLISH':
      return <NoteForm onClose={close} />
    case 'EDIT':
      return <NoteForm note={dialog.note} onClose={close} />
    case 'REMOVE':
      return <DeleteNote note={dialog.note} onClose={close} />
    case undefined:
      return null
  }
}

function DeleteIncident({ incident, onClose, onDeleted }: { incident: ServiceIncidentRowFragment; onClose: () => void; onDeleted: () => void }) {
  const { t } = useTranslation(['status', 'translation'])
  const { run, busy, above } = useChange(
    async () => settled((await gql(ServiceIncidentDeleteDocument, { id: incident.id })).serviceIncidentDelete),
    () => {
      onClose()
      onDeleted()
      say(t('deleted', { name: incident.title }))
    },
  )
  return (
    <Confirm
      title={t('deleteTitle', { name: incident.title })}
      text={t('incident.deleteText')}
      submit={t('delete')}
      busy={busy}
      above={above()}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    />
  )
}

function DeleteNote({ note, onClose }: { note: ReleaseNoteRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['status', 'translation'])
  const { run, busy, above } = useChange(
    async () => settled((await gql(ReleaseNoteDeleteDocument, { id: note.id })).releaseNoteDelete),
    () => {
      onClose()
      say(t('deleted', { name: note.title }))
    },
  )
  return (
    <Confirm
      title={t('deleteTitle', { name: note.title })}
      text={t('release.deleteText')}
      submit={t('delete')}
      busy={busy}
      above={above()}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    />
  )
}
