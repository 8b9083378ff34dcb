import { UserChangedDocument, UserDetailDocument, UsersPageDocument, UserUpdateDocument } from '../../generated'
import { parsed } from '../documents'

// As useQuery, useMutation and useSubscription take them.
export const UsersPage = parsed(UsersPageDocument)
export const UserDetail = parsed(UserDetailDocument)
export const UserUpdate = parsed(UserUpdateDocument)
export const UserChanged = parsed(UserChangedDocument)
