import { readFragment, UserDetailDocument, UserProfileFragmentDoc, UserRowFragmentDoc, type UserDetailQuery, type UserProfileFragment, type UserRowFragment } from '@contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Dialog, DialogBody } from '@/ui/dialog'
import { Failure } from '@/ui/notice'
import { Skeleton } from '@/ui/skeleton'
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
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(detailQuery(user.id))
  const detail = data?.user
  const fresh = { user: readFragment(UserRowFragmentDoc, detail) ?? user, onClose }
  const profile = readFragment(UserProfileFragmentDoc, detail)
  const gone = data && !detail
  const failed = error ? <Failure error={error} retry={() => void refetch()} /> : gone && <p className="text-sm text-soft">{t('failure.NOT_FOUND.text')}</p>
  const opening = <Opening title={user.displayName} failed={failed} onClose={onClose} />
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
      return detail && profile ? <EditDialog {...fresh} detail={detail} profile={profile} /> : opening
    case 'CHANGE_EMAIL':
      return detail && profile ? <EmailDialog {...fresh} detail={detail} profile={profile} /> : opening
    case 'CHANGE_ROLE':
      return detail && profile ? <RolesDialog {...fresh} detail={detail} profile={profile} /> : opening
    default:
      return null
  }
}

const patience = 400

/** Stands in for a dialog whose user is still on the way, once that takes a while, or could not be read. */
function Opening({ title, failed, onClose }: { title: string; failed: ReactNode; onClose: () => void }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!late && !failed) return null
  return (
    <Dialog open onClose={onClose} title={title}>
      <DialogBody>{failed || <Skeleton className="h-40 w-full" />}</DialogBody>
    </Dialog>
  )
}
