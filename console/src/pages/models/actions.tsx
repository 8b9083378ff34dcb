import {
  CustomModelActivateDocument,
  CustomModelDeleteDocument,
  CustomModelRetireDocument,
  type CustomModelAction,
  type CustomModelRowFragment,
} from '@contract'
import { Archive, MoreHorizontal, Pencil, Play, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { say } from '@/ui/toast'
import { ModelForm } from './form'

export type ModelDialog = { kind: 'CREATE' } | { kind: 'UPDATE' | 'DELETE'; model: CustomModelRowFragment }

interface ModelMenuProps {
  model: CustomModelRowFragment
  onDialog: (dialog: ModelDialog) => void
}

export function ModelMenu({ model, onDialog }: ModelMenuProps) {
  const { t } = useTranslation(['models', 'translation'])
  const turn = useTurn()
  const can = (action: CustomModelAction) => model.viewerActions.includes(action)
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: model.name })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      {can('ACTIVATE') && (
        <MenuItem icon={<Play aria-hidden />} onSelect={() => turn({ id: model.id, name: model.name, on: true, undo: model.status === 'RETIRED' })}>
          {t('action.ACTIVATE')}
        </MenuItem>
      )}
      {can('UPDATE') && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onDialog({ kind: 'UPDATE', model })}>
          {t('action.UPDATE')}
        </MenuItem>
      )}
      {can('RETIRE') && (
        <MenuItem icon={<Archive aria-hidden />} onSelect={() => turn({ id: model.id, name: model.name, on: false, undo: true })}>
          {t('action.RETIRE')}
        </MenuItem>
      )}
      {can('DELETE') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => onDialog({ kind: 'DELETE', model })}>
            {t('action.DELETE')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

interface Turn {
  id: string
  name: string
  on: boolean
  /** Whether the way back leads to where it was: a draft never becomes one again. */
  undo: boolean
}

/** Puts a model in use or takes it out. */
function useTurn() {
  const { t } = useTranslation(['models', 'translation'])
  const { mutate } = useAction(
    async ({ id, on }: Turn) =>
      on
        ? settled((await gql(CustomModelActivateDocument, { id, expectedVersion: null })).customModelActivate)
        : settled((await gql(CustomModelRetireDocument, { id, expectedVersion: null })).customModelRetire),
    (_, input) =>
      say(
        t(input.on ? 'activated' : 'retired', { name: input.name }),
        input.undo ? { label: t('translation:undo'), run: () => mutate({ ...input, on: !input.on }) } : undefined,
      ),
  )
  return mutate
}

interface ModelDialogsProps {
  dialog: ModelDialog | undefined
  onDialog: (dialog: ModelDialog | undefined) => void
}

/** Whatever is asked about a model. */
export function ModelDialogs({ dialog, onDialog }: ModelDialogsProps) {
  const close = () => onDialog(undefined)
  if (!dialog) return null
  if (dialog.kind === 'DELETE') return <Delete model={dialog.model} onClose={close} />
  return <ModelForm model={dialog.kind === 'UPDATE' ? dialog.model : undefined} onClose={close} />
}

function Delete({ model, onClose }: { model: CustomModelRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['models', 'translation'])
  const { run, busy, above } = useChange(
    async () => settled((await gql(CustomModelDeleteDocument, { id: model.id })).customModelDelete),
    () => {
      onClose()
      say(t('delete.done', { name: model.name }))
    },
  )
  return (
    <Confirm
      title={t('delete.title', { name: model.name })}
      text={t('delete.text')}
      submit={t('delete.submit')}
      type={{ word: model.key, label: t('delete.type', { key: model.key }) }}
      busy={busy}
      above={above()}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    />
  )
}
