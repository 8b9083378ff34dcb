import {
  readFragment,
  RefusalFragmentDoc,
  UserRowFragmentDoc,
  UserSuspendDocument,
  UsersPageDocument,
  ViewerDocument,
} from '../../generated'
import { gql } from './gql'

// The names on the first page of active users.
export async function activeUsers(): Promise<string[]> {
  const { users } = await gql(UsersPageDocument, {
    first: 20,
    where: { status: { in: ['ACTIVE'] } },
    orderBy: [{ field: 'LAST_LOGIN_AT', direction: 'DESC' }],
  })
  return (users?.nodes ?? []).map((node) => readFragment(UserRowFragmentDoc, node).displayName)
}

// Suspends a user; answers the reason when the server refuses.
export async function suspend(id: string, reason: string): Promise<string | undefined> {
  const { userSuspend } = await gql(UserSuspendDocument, { id, input: { motive: 'OTHER', reason } })
  const refusal = readFragment(RefusalFragmentDoc, userSuspend?.errors)?.[0]
  return refusal && `${refusal.code}: ${refusal.message}`
}

// Whether a menu entry is shown.
export async function mayInvite(): Promise<boolean> {
  const { viewer } = await gql(ViewerDocument)
  return viewer?.permissions.includes('INVITATION_CREATE') ?? false
}
