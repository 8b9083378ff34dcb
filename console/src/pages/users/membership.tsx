import {
  MemberDeactivateDocument,
  MemberReactivateDocument,
  MemberRemoveDocument,
  MemberUpdateDocument,
  type MembershipAction,
  type MembershipRowFragment,
} from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field } from '@/ui/field'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import { Modules, SubAccounts } from './access-fields'

export interface MembershipAsk {
  kind: MembershipAction
  membership: MembershipRowFragment
  name: string
}

interface MembershipDialogProps {
  ask: MembershipAsk
  onClose: () => void
}

export const MembershipDialog = (props: MembershipDialogProps) => (props.ask.kind === 'UPDATE' ? <AccessDialog {...props} /> : <EndDialog {...props} />)

/** Administrator or user, and what a user may open. */
function AccessDialog({ ask: { membership: shown, name }, onClose }: MembershipDialogProps) {
  const { t } = useTranslation(['users', 'translation'])
  // What was there when the form opened: a version seen later is somebody else's.
  const [membership] = useState(shown)
  const [access, setAccess] = useState(membership.access)
  const [part, setPart] = useState<{ modules: readonly string[]; subAccounts: readonly { id: string; name: string }[] }>({
    modules: membership.modules,
    subAccounts: membership.subAccounts,
  })
  const { run, busy, under, above } = useChange(
    async () => {
      const opened = access === 'USER' ? { modules: [...part.modules], subAccountIds: part.subAccounts.map((one) => one.id) } : {}
      return settled((await gql(MemberUpdateDocument, { id: membership.id, input: { access, expectedVersion: membership.version, ...opened } })).memberUpdate)
    },
    () => {
      onClose()
      say(t('member.done.UPDATE', { name }))
    },
  )
  const change = (next: Partial<typeof part>) => setPart({ ...part, ...next })
  return (
    <Dialog open onClose={onClose} title={t('member.title.UPDATE', { name, organization: membership.organization.name })}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(undefined)
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {above('access', 'modules', 'subAccountIds')}
          <Field label={t('access.access')} error={under('access')}>
            <Select
              label={t('access.access')}
              value={access}
              onChange={setAccess}
              choices={(['USER', 'ADMIN'] as const).map((one) => ({ value: one, label: t(`access.of.${one}`), hint: t(`access.ofText.${one}`) }))}
            />
          </Field>
          {access === 'USER' && (
            <>
              <Modules value={part} onChange={change} error={under('modules')} />
              <SubAccounts organization={membership.organization} value={part} onChange={change} error={under('subAccountIds')} />
            </>
          )}
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('translation:save')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

/** Blocks somebody in one organization, lets them back in, or ends the membership. */
function EndDialog({ ask: { kind, membership, name }, onClose }: MembershipDialogProps) {
  const { t } = useTranslation(['users', 'translation'])
  const [reason, setReason] = useState('')
  const action = kind as Exclude<MembershipAction, 'UPDATE'>
  const { run, busy, under, above } = useChange(
    async () => {
      const { id, version } = membership
      const input = { expectedVersion: version, reason: reason.trim() || null }
      if (action === 'DEACTIVATE') settled((await gql(MemberDeactivateDocument, { id, input })).memberDeactivate)
      else if (action === 'REMOVE') settled((await gql(MemberRemoveDocument, { id, input })).memberRemove)
      else settled((await gql(MemberReactivateDocument, { id, input: { expectedVersion: version } })).memberReactivate)
    },
    () => {
      onClose()
      say(t(`member.done.${action}`, { name }))
    },
  )
  return (
    <Confirm
      title={t(`member.title.${action}`, { name, organization: membership.organization.name })}
      text={t(`member.text.${action}`)}
      submit={t(`member.action.${action}`)}
      danger={action !== 'REACTIVATE'}
      busy={busy}
      onConfirm={() => run(undefined)}
      onClose={onClose}
      above={above('reason')}
    >
      {action !== 'REACTIVATE' && (
        <Field label={`${t('suspend.reason')} (${t('translation:optional')})`} hint={t('suspend.reasonHint')} error={under('reason')}>
          <Area value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} rows={3} />
        </Field>
      )}
    </Confirm>
  )
}
