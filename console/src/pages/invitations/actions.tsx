import { InvitationResendDocument, InvitationRevokeDocument, type InvitationRowFragment } from '@contract'
import { MailPlus, MoreHorizontal, UserPlus, UserRound, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { say } from '@/ui/toast'

interface RowMenuProps {
  invitation: InvitationRowFragment
  /** Opens the person, where there is one to see. */
  onPerson: (() => void) | undefined
  onRevoke: () => void
  /** Invites the address anew, for whoever invites at all. */
  onAgain: (() => void) | undefined
}

/** What this caller may do to this invitation now. */
export function RowMenu({ invitation, onPerson, onRevoke, onAgain }: RowMenuProps) {
  const { t } = useTranslation(['invitations', 'translation'])
  const resend = useAction(
    async () => settled((await gql(InvitationResendDocument, { id: invitation.id })).invitationResend),
    () => say(t('resent', { email: invitation.email })),
  )
  const { viewerActions } = invitation
  if (viewerActions.length === 0 && !onPerson && !onAgain) return null
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" busy={resend.isPending} aria-label={t('translation:table.actionsFor', { name: invitation.email || t('deleted') })}>
          {!resend.isPending && <MoreHorizontal aria-hidden />}
        </Button>
      }
    >
      {onPerson && (
        <MenuItem icon={<UserRound aria-hidden />} onSelect={onPerson}>
          {t('person')}
        </MenuItem>
      )}
      {viewerActions.includes('RESEND') && (
        <MenuItem icon={<MailPlus aria-hidden />} onSelect={() => resend.mutate(undefined)}>
          {t('resend')}
        </MenuItem>
      )}
      {onAgain && (
        <MenuItem icon={<UserPlus aria-hidden />} onSelect={onAgain}>
          {t('again')}
        </MenuItem>
      )}
      {viewerActions.includes('REVOKE') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<X aria-hidden />} onSelect={onRevoke}>
            {t('revoke')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

export function RevokeDialog({ invitation, onClose }: { invitation: InvitationRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['invitations', 'translation'])
  const { run, busy, above } = useChange(
    async () => settled((await gql(InvitationRevokeDocument, { id: invitation.id })).invitationRevoke),
    () => {
      onClose()
      say(t('revoked', { email: invitation.email }))
    },
  )
  return (
    <Confirm
      title={t('revokeTitle', { email: invitation.email })}
      text={t('revokeText')}
      submit={t('revokeSubmit')}
      busy={busy}
      onConfirm={() => run(undefined)}
      onClose={onClose}
      above={above()}
    />
  )
}
