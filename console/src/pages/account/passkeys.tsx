import { PasskeyRegisterDocument, PasskeyRegistrationBeginDocument, PasskeyRemoveDocument, PasskeyRenameDocument, type TwoFactorStateFragment } from '@contract'
import { KeyRound, MoreHorizontal, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { Menu, MenuItem } from '@/ui/menu'
import { Card } from '@/ui/page'
import { Ago } from '@/ui/time'
import { say } from '@/ui/toast'
import { makePasskey, NoPasskey, passkeysWork } from '@/app/passkey'
import { State } from './security'
import { Worded } from './worded'

type Passkey = TwoFactorStateFragment['passkeys'][number]

interface PasskeysProps {
  factor: TwoFactorStateFragment
  onCodes: (codes: readonly string[]) => void
}

type Open = { kind: 'add' } | { kind: 'rename' | 'remove'; passkey: Passkey }

export function Passkeys({ factor, onCodes }: PasskeysProps) {
  const { t } = useTranslation(['account', 'translation'])
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t('passkeys.title')}
          <State on={factor.passkeys.length > 0} />
        </span>
      }
      text={t('passkeys.text')}
      actions={
        passkeysWork() && (
          <Button onClick={() => setOpen({ kind: 'add' })}>
            <Plus aria-hidden />
            {t('passkeys.add')}
          </Button>
        )
      }
    >
      {factor.passkeys.length === 0 ? (
        <p className="px-5 pt-1 pb-4 text-sm text-soft">{t(passkeysWork() ? 'passkeys.none' : 'passkeys.unsupported')}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line border-t border-line">
          {factor.passkeys.map((passkey) => (
            <li key={passkey.id} className="flex items-center gap-3 px-5 py-3">
              <KeyRound className="size-5 shrink-0 text-soft" aria-hidden />
              <div className="min-w-0 grow">
                <p className="font-medium">{passkey.name}</p>
                <p className="text-sm text-soft">
                  <Worded text={t('passkeys.created', { when: '\u0000' })} value={<Ago at={passkey.createdAt} />} />,{' '}
                  {passkey.lastUsedAt ? <Worded text={t('passkeys.used', { when: '\u0000' })} value={<Ago at={passkey.lastUsedAt} />} /> : t('passkeys.unused')}
                </p>
              </div>
              <Menu
                trigger={
                  <Button look="quiet" size="icon" aria-label={t('passkeys.actions', { name: passkey.name })}>
                    <MoreHorizontal aria-hidden />
                  </Button>
                }
              >
                <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setOpen({ kind: 'rename', passkey })}>
                  {t('passkeys.rename')}
                </MenuItem>
                <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setOpen({ kind: 'remove', passkey })}>
                  {t('passkeys.remove')}
                </MenuItem>
              </Menu>
            </li>
          ))}
        </ul>
      )}
      {open?.kind === 'add' && <AddDialog onClose={close} onCodes={onCodes} />}
      {open?.kind === 'rename' && <RenameDialog passkey={open.passkey} onClose={close} />}
      {open?.kind === 'remove' && <RemoveDialog passkey={open.passkey} onClose={close} />}
    </Card>
  )
}

function AddDialog({ onClose, onCodes }: { onClose: () => void; onCodes: PasskeysProps['onCodes'] }) {
  const { t } = useTranslation(['account', 'translation'])
  const { run, busy, under, above } = useChange(
    async (name: string) => {
      const { token, options } = settled((await gql(PasskeyRegistrationBeginDocument)).passkeyRegistrationBegin)
      const credential = await makePasskey(options).catch((cause: unknown) => {
        throw cause instanceof NoPasskey ? new Error(t('passkeys.failed')) : cause
      })
      return settled((await gql(PasskeyRegisterDocument, { input: { token: token ?? '', credential, name: name || null } })).passkeyRegister)
    },
    ({ recoveryCodes }) => {
      onClose()
      say(t('passkeys.added'))
      onCodes(recoveryCodes)
    },
  )
  return <NameDialog title={t('passkeys.addTitle')} text={t('passkeys.addText')} submit={t('passkeys.addSubmit')} start="" busy={busy} above={above('name')} error={under('name')} onName={run} onClose={onClose} />
}

function RenameDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation(['account', 'translation'])
  const { run, busy, under, above } = useChange(
    async (name: string) => settled((await gql(PasskeyRenameDocument, { id: passkey.id, name })).passkeyRename),
    () => {
      onClose()
      say(t('passkeys.renamed'))
    },
  )
  return <NameDialog title={t('passkeys.renameTitle')} submit={t('translation:save')} start={passkey.name} busy={busy} above={above('name')} error={under('name')} onName={run} onClose={onClose} />
}

interface NameDialogProps {
  title: string
  text?: string
  submit: string
  start: string
  busy: boolean
  above: React.ReactNode
  error: string | undefined
  onName: (name: string) => void
  onClose: () => void
}

function NameDialog({ title, text, submit, start, busy, above, error, onName, onClose }: NameDialogProps) {
  const { t } = useTranslation(['account', 'translation'])
  const [name, setName] = useState(start)
  const send = (event: FormEvent) => {
    event.preventDefault()
    onName(name.trim())
  }
  return (
    <Dialog open onClose={onClose} title={title} description={text}>
      <form onSubmit={send} className="contents">
        <DialogBody>
          {above}
          <Field label={t('passkeys.name')} hint={t('passkeys.nameHint')} error={error}>
            <Input value={name} onValueChange={setName} autoFocus maxLength={100} autoComplete="off" />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {submit}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

function RemoveDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation(['account', 'translation'])
  const { run, busy, above } = useChange(
    async () => settled((await gql(PasskeyRemoveDocument, { id: passkey.id })).passkeyRemove),
    () => {
      onClose()
      say(t('passkeys.removed'))
    },
  )
  return (
    <Confirm
      title={t('passkeys.removeTitle', { name: passkey.name })}
      text={t('passkeys.removeText')}
      submit={t('translation:remove')}
      busy={busy}
      above={above()}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    />
  )
}
