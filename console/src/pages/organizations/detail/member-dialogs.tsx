import { MemberDeactivateDocument, MemberReactivateDocument, MemberRemoveDocument, type MembershipAction, type MembershipRowFragment, type OrganizationRowFragment } from '@contract'
import { Ban, Eye, MoreHorizontal, RotateCcw, SlidersHorizontal, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Area, Field } from '@/ui/field'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { say } from '@/ui/toast'
import { AccessDialog } from './member-access'
import type { Member } from './members'

export interface MemberDialog {
  kind: 'UPDATE' | 'DEACTIVATE' | 'REMOVE'
  member: Member
  membership: MembershipRowFragment
}

interface MemberMenuProps {
  member: Member
  organization: OrganizationRowFragment
  onOpen: (userId: string) => void
  onDialog: (dialog: MemberDialog) => void
}

export function MemberMenu({ member, organization, onOpen, onDialog }: MemberMenuProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const { membership } = member
  const reactivate = useReactivate(organization)
  const can = (action: MembershipAction) => !!membership?.viewerActions.includes(action)
  const ask = (kind: MemberDialog['kind']) => membership && onDialog({ kind, member, membership })
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: member.displayName })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={<Eye aria-hidden />} onSelect={() => onOpen(member.id)}>
        {t('members.open')}
      </MenuItem>
      {can('UPDATE') && (
        <MenuItem icon={<SlidersHorizontal aria-hidden />} onSelect={() => ask('UPDATE')}>
          {t('members.update')}
        </MenuItem>
      )}
      {can('REACTIVATE') && (
        <MenuItem icon={<RotateCcw aria-hidden />} onSelect={() => reactivate(member)}>
          {t('members.reactivate')}
        </MenuItem>
      )}
      {can('DEACTIVATE') && (
        <MenuItem icon={<Ban aria-hidden />} onSelect={() => ask('DEACTIVATE')}>
          {t('members.deactivate')}
        </MenuItem>
      )}
      {can('REMOVE') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<UserMinus aria-hidden />} onSelect={() => ask('REMOVE')}>
            {t('members.remove')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

interface MemberDialogsProps {
  dialog: MemberDialog | undefined
  organization: OrganizationRowFragment
  onClose: () => void
}

export function MemberDialogs({ dialog, organization, onClose }: MemberDialogsProps) {
  if (!dialog) return null
  return dialog.kind === 'UPDATE' ? (
    <AccessDialog {...dialog} organization={organization} onClose={onClose} />
  ) : (
    <EndDialog dialog={dialog} organization={organization} onClose={onClose} />
  )
}

function useReactivate({ name: organization }: OrganizationRowFragment) {
  const { t } = useTranslation(['organization', 'translation'])
  const { mutate } = useAction(
    async ({ membership }: Member) => settled((await gql(MemberReactivateDocument, { id: membership!.id, input: {} })).memberReactivate),
    (_, member) => say(t('members.reactivated', { name: member.displayName, organization })),
  )
  return mutate
}

/** Blocks a member here, or ends the membership. */
function EndDialog({ dialog: { kind, member, membership }, organization, onClose }: MemberDialogsProps & { dialog: MemberDialog }) {
  const { t } = useTranslation(['organization', 'translation'])
  const [reason, setReason] = useState('')
  const reactivate = useReactivate(organization)
  const remove = kind === 'REMOVE'
  const name = member.displayName
  const { run, busy, under, above } = useChange(
    async () => {
      const variables = { id: membership.id, input: { reason: reason.trim() || null, expectedVersion: membership.version } }
      if (remove) settled((await gql(MemberRemoveDocument, variables)).memberRemove)
      else settled((await gql(MemberDeactivateDocument, variables)).memberDeactivate)
    },
    () => {
      onClose()
      if (remove) say(t('members.removed', { name }))
      else say(t('members.deactivated', { name }), { label: t('translation:undo'), run: () => reactivate(member) })
    },
  )
  const words = { name, organization: organization.name }
  return (
    <Confirm
      title={remove ? t('members.removeTitle', words) : t('members.deactivateTitle', words)}
      text={remove ? t('members.removeText') : t('members.deactivateText', words)}
      submit={(remove ? t('members.remove') : t('members.deactivate')).replace(/\s?…$/, '')}
      busy={busy}
      onConfirm={() => run(undefined)}
      onClose={onClose}
      above={above('reason')}
    >
      <Field label={`${t('members.reason')} (${t('translation:optional')})`} hint={t('members.reasonHint')} error={under('reason')}>
        <Area value={reason} onChange={(event) => setReason(event.target.value)} rows={2} maxLength={500} />
      </Field>
    </Confirm>
  )
}
