import { readFragment, UserDetailDocument, UserProfileFragmentDoc, UserRowFragmentDoc, type UserDetailQuery, type UserProfileFragment, type UserRowFragment } from '@contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { gql } from '@/api/gql'
import type { UserDialog } from './actions'
import { DeleteDialog } from './delete'
import { EditDialog } from './edit'
import { EmailDialog } from './email'
import { PasswordDialog } from './password'
import { RolesDialog } from './roles'
import { SuspendDialog } from './suspend'
import { TwoFactorDialog } from './two-factor'

export interface DialogOf {
  user: UserRowFragment
  onClose: () => void
}

/** A dialog that shows what is there before it is changed. */
export interface DetailDialogOf extends DialogOf {
  detail: NonNullable<UserDetailQuery['user']>
  profile: UserProfileFragment
}

export const detailQuery = (id: string) => queryOptions({ queryKey: ['users', 'detail', id], queryFn: () => gql(UserDetailDocument, { id }) })

/**
 * The dialog of a change, with the user as of now: after somebody else's change
 * the next try begins from that.
 */
export function UserDialogs({ dialog: { kind, user }, onClose }: { dialog: UserDialog; onClose: () => void }) {
  const { data } = useQuery(detailQuery(user.id))
  const detail = data?.user
  const fresh = { user: readFragment(UserRowFragmentDoc, detail) ?? user, onClose }
  const profile = readFragment(UserProfileFragmentDoc, detail)
  switch (kind) {
    case 'SUSPEND':
      return <SuspendDialog {...fresh} />
    case 'DELETE':
      return <DeleteDialog {...fresh} />
    case 'RESET_PASSWORD':
      return <PasswordDialog {...fresh} />
    case 'RESET_TWO_FACTOR':
      return <TwoFactorDialog {...fresh} />
    case 'UPDATE':
      return detail && profile && <EditDialog {...fresh} detail={detail} profile={profile} />
    case 'CHANGE_EMAIL':
      return detail && profile && <EmailDialog {...fresh} detail={detail} profile={profile} />
    case 'CHANGE_ROLE':
      return detail && profile && <RolesDialog {...fresh} detail={detail} profile={profile} />
    default:
      return null
  }
}
