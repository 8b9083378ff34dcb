import {
  PageFieldsFragmentDoc,
  readFragment,
  RefusalFragmentDoc,
  UserDetailDocument,
  UserProfileFragmentDoc,
  UserRowFragmentDoc,
  UsersPageDocument,
  UserUpdateDocument,
  ViewerDocument,
  type RefusalFragment,
  type UsersPageQueryVariables,
  type UserUpdateInput,
} from '../../generated'
import { gql } from './gql'

// A page of users with its positions and the number of all that match.
export async function usersPage(variables: UsersPageQueryVariables) {
  const { users } = await gql(UsersPageDocument, variables)
  return {
    rows: readFragment(UserRowFragmentDoc, users?.nodes ?? []),
    page: readFragment(PageFieldsFragmentDoc, users?.pageInfo),
    total: users?.totalCount ?? 0,
  }
}

export async function profile(id: string) {
  const { user } = await gql(UserDetailDocument, { id })
  return readFragment(UserProfileFragmentDoc, user)
}

// Changes a user; answers the mistakes, for the form to show beside its fields:
// the path ["input", "phone"] belongs to the field phone.
export async function update(id: string, input: UserUpdateInput): Promise<readonly RefusalFragment[]> {
  const { userUpdate } = await gql(UserUpdateDocument, { id, input })
  return readFragment(RefusalFragmentDoc, userUpdate?.errors) ?? []
}

// Whether a menu entry is shown.
export async function mayInvite(): Promise<boolean> {
  const { viewer } = await gql(ViewerDocument)
  return viewer?.permissions.includes('INVITATION_CREATE') ?? false
}
