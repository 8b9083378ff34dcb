import {
  WebhookEndpointDeleteDocument,
  WebhookEndpointDisableDocument,
  WebhookEndpointEnableDocument,
  WebhookEndpointSecretRotateDocument,
  type WebhookEndpointAction,
  type WebhookEndpointRowFragment,
} from '@contract'
import { KeyRound, MoreHorizontal, Pause, Pencil, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { SecretDialog } from '@/ui/secret-dialog'
import { say } from '@/ui/toast'
import { EndpointForm } from './form'

export type EndpointDialog = { kind: 'CREATE' } | { kind: 'UPDATE' | 'DELETE' | 'ROTATE_SECRET'; endpoint: WebhookEndpointRowFragment }

interface EndpointMenuProps {
  endpoint: WebhookEndpointRowFragment
  onDialog: (dialog: EndpointDialog) => void
}

export function EndpointMenu({ endpoint, onDialog }: EndpointMenuProps) {
  const { t } = useTranslation(['webhooks', 'translation'])
  const turn = useTurn()
  const can = (action: WebhookEndpointAction) => endpoint.viewerActions.includes(action)
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: endpoint.name })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      {can('UPDATE') && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onDialog({ kind: 'UPDATE', endpoint })}>
          {t('action.UPDATE')}
        </MenuItem>
      )}
      {can('ENABLE') && (
        <MenuItem icon={<Play aria-hidden />} onSelect={() => turn({ id: endpoint.id, name: endpoint.name, on: true })}>
          {t('action.ENABLE')}
        </MenuItem>
      )}
      {can('DISABLE') && (
        <MenuItem icon={<Pause aria-hidden />} onSelect={() => turn({ id: endpoint.id, name: endpoint.name, on: false })}>
          {t('action.DISABLE')}
        </MenuItem>
      )}
      {can('ROTATE_SECRET') && (
        <MenuItem icon={<KeyRound aria-hidden />} onSelect={() => onDialog({ kind: 'ROTATE_SECRET', endpoint })}>
          {t('action.ROTATE_SECRET')}
        </MenuItem>
      )}
      {can('DELETE') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => onDialog({ kind: 'DELETE', endpoint })}>
            {t('action.DELETE')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

/** Switches an endpoint on or off, and offers to switch it back. */
function useTurn() {
  const { t } = useTranslation(['webhooks', 'translation'])
  const { mutate } = useAction(
    async ({ id, on }: { id: string; name: string; on: boolean }) =>
      on
        ? settled((await gql(WebhookEndpointEnableDocument, { id, expectedVersion: null })).webhookEndpointEnable)
        : settled((await gql(WebhookEndpointDisableDocument, { id, expectedVersion: null })).webhookEndpointDisable),
    (_, input) =>
      say(t(input.on ? 'turnedOn' : 'turnedOff', { name: input.name }), { label: t('translation:undo'), run: () => mutate({ ...input, on: !input.on }) }),
  )
  return mutate
}

interface EndpointDialogsProps {
  dialog: EndpointDialog | undefined
  onDialog: (dialog: EndpointDialog | undefined) => void
  onDeleted: () => void
}

/** Whatever is asked about an endpoint, and the secret that comes of it. */
export function EndpointDialogs({ dialog, onDialog, onDeleted }: EndpointDialogsProps) {
  const { t } = useTranslation(['webhooks', 'translation'])
  const [secret, setSecret] = useState<string>()
  const close = () => onDialog(undefined)
  return (
    <>
      {(dialog?.kind === 'CREATE' || dialog?.kind === 'UPDATE') && (
        <EndpointForm endpoint={dialog.kind === 'UPDATE' ? dialog.endpoint : undefined} onClose={close} onSecret={setSecret} />
      )}
      {dialog?.kind === 'ROTATE_SECRET' && <Rotate endpoint={dialog.endpoint} onClose={close} onSecret={setSecret} />}
      {dialog?.kind === 'DELETE' && <Delete endpoint={dialog.endpoint} onClose={close} onDeleted={onDeleted} />}
      {secret && (
        <SecretDialog title={t('secret.title')} text={t('secret.text')} label={t('secret.label')} value={secret} onClose={() => setSecret(undefined)} />
      )}
    </>
  )
}

interface AskProps {
  endpoint: WebhookEndpointRowFragment
  onClose: () => void
}

function Rotate({ endpoint, onClose, onSecret }: AskProps & { onSecret: (secret: string) => void }) {
  const { t } = useTranslation(['webhooks', 'translation'])
  const { run, busy, above } = useChange(
    async () => settled((await gql(WebhookEndpointSecretRotateDocument, { id: endpoint.id })).webhookEndpointSecretRotate),
    (answer) => {
      onClose()
      if (answer.secret) onSecret(answer.secret)
    },
  )
  return (
    <Confirm
      title={t('rotate.title', { name: endpoint.name })}
      text={t('rotate.text')}
      submit={t('rotate.submit')}
      busy={busy}
      above={above()}
      danger={false}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    />
  )
}

function Delete({ endpoint, onClose, onDeleted }: AskProps & { onDeleted: () => void }) {
  const { t } = useTranslation(['webhooks', 'translation'])
  const { run, busy, above } = useChange(
    async () => settled((await gql(WebhookEndpointDeleteDocument, { id: endpoint.id })).webhookEndpointDelete),
    () => {
      onClose()
      onDeleted()
      say(t('delete.done', { name: endpoint.name }))
    },
  )
  return (
    <Confirm
      title={t('delete.title', { name: endpoint.name })}
      text={t('delete.text')}
      submit={t('delete.submit')}
      type={{ word: endpoint.name, label: t('delete.type', { name: endpoint.name }) }}
      busy={busy}
      above={above()}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    />
  )
}
