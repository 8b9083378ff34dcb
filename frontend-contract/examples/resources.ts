// What react-admin and Refine call a resource, in terms of the contract. Both
// want the same five things of one; their data providers say the rest.
import {
  InvitationRevokeDocument,
  InvitationRowFragmentDoc,
  InvitationsCreateDocument,
  InvitationsPageDocument,
  OrganizationDetailDocument,
  OrganizationDetailsFragmentDoc,
  OrganizationRowFragmentDoc,
  OrganizationsPageDocument,
  OrganizationUpdateDocument,
  readFragment,
  RefusalFragmentDoc,
  UserCreateDocument,
  UserDeleteDocument,
  UserDetailDocument,
  UserProfileFragmentDoc,
  UserRowFragmentDoc,
  UsersPageDocument,
  UserUpdateDocument,
  type FragmentType,
  type InvitationsCreateInput,
  type InvitationsPageQueryVariables,
  type OrganizationsPageQueryVariables,
  type UserCreateInput,
  type UsersPageQueryVariables,
} from '../generated'
import { gql } from './fetch/gql'

export type Row = { id: string } & Record<string, unknown>
export type Values = Record<string, unknown>

// A page by its number, as tables with a pager want it.
export interface Wanted {
  first: number
  offset: number
  search?: string
  where: Values
  orderBy: { field: string; direction: 'ASC' | 'DESC' }[]
}

export interface Resource {
  list(wanted: Wanted): Promise<{ rows: readonly Row[]; total: number }>
  one?(id: string): Promise<Row | undefined>
  create?(values: Values): Promise<Row>
  update?(id: string, changed: Values): Promise<Row>
  remove?(id: string, typed: string): Promise<void>
}

// Mistakes holds the messages of a refused form by the names of its fields;
// what belongs to no field stands under "".
export class Mistakes extends Error {
  readonly fields: Record<string, string> = {}
  constructor(refusals: readonly { message: string; path?: readonly string[] | null }[]) {
    super(refusals.map((one) => one.message).join(' '))
    for (const { message, path } of refusals) {
      // ["input", "phone"] is the field phone, ["input", "items", "0", "email"] the field email.
      const field = path?.[0] === 'input' ? path.filter((step) => !/^(input|items|\d+)$/.test(step)).join('.') : ''
      this.fields[field] ??= message
    }
  }
}

type Refusals = { errors: FragmentType<typeof RefusalFragmentDoc>[] } | null | undefined

// written throws why a mutation wrote nothing, else gives what it wrote.
function written<Payload extends Refusals>(payload: Payload): NonNullable<Payload> {
  const refusals = readFragment(RefusalFragmentDoc, payload?.errors ?? [])
  if (!payload || refusals.length > 0) throw new Mistakes(refusals)
  return payload
}

const users: Resource = {
  async list(wanted) {
    const { users } = await gql(UsersPageDocument, wanted as UsersPageQueryVariables)
    return { rows: readFragment(UserRowFragmentDoc, users?.nodes ?? []), total: users?.totalCount ?? 0 }
  },
  async one(id) {
    const { user } = await gql(UserDetailDocument, { id })
    return user ? { ...readFragment(UserRowFragmentDoc, user), ...readFragment(UserProfileFragmentDoc, user) } : undefined
  },
  // Invites by mail; the user is there from now on, PENDING.
  async create(values) {
    const { userCreate } = await gql(UserCreateDocument, { input: values as UserCreateInput })
    return readFragment(UserRowFragmentDoc, written(userCreate).user)!
  },
  async update(id, input) {
    const { userUpdate } = await gql(UserUpdateDocument, { id, input })
    const { user } = written(userUpdate)
    return { ...readFragment(UserRowFragmentDoc, user)!, ...readFragment(UserProfileFragmentDoc, user)! }
  },
  // For good, so the address is typed once more.
  async remove(id, confirmEmail) {
    const { userDelete } = await gql(UserDeleteDocument, { id, input: { confirmEmail } })
    written(userDelete)
  },
}

const organizations: Resource = {
  async list(wanted) {
    const { organizations } = await gql(OrganizationsPageDocument, wanted as OrganizationsPageQueryVariables)
    return { rows: readFragment(OrganizationRowFragmentDoc, organizations?.nodes ?? []), total: organizations?.totalCount ?? 0 }
  },
  async one(id) {
    const { organization } = await gql(OrganizationDetailDocument, { id })
    return organization
      ? { ...readFragment(OrganizationRowFragmentDoc, organization), ...readFragment(OrganizationDetailsFragmentDoc, organization) }
      : undefined
  },
  async update(id, input) {
    const { organizationUpdate } = await gql(OrganizationUpdateDocument, { id, input })
    return readFragment(OrganizationRowFragmentDoc, written(organizationUpdate).organization)!
  },
}

const invitations: Resource = {
  async list(wanted) {
    const { invitations } = await gql(InvitationsPageDocument, wanted as InvitationsPageQueryVariables)
    return { rows: readFragment(InvitationRowFragmentDoc, invitations?.nodes ?? []), total: invitations?.totalCount ?? 0 }
  },
  async create({ organizationId, message, ...person }) {
    const input = { organizationId, message, items: [person] } as unknown as InvitationsCreateInput
    const { invitationsCreate } = await gql(InvitationsCreateDocument, { input })
    const [result] = written(invitationsCreate).results ?? []
    const invitation = readFragment(InvitationRowFragmentDoc, result?.invitation)
    if (!invitation) throw new Mistakes(readFragment(RefusalFragmentDoc, result?.errors ?? []))
    return invitation
  },
  async remove(id) {
    const { invitationRevoke } = await gql(InvitationRevokeDocument, { id })
    written(invitationRevoke)
  },
}

const all: Record<string, Resource> = { users, organizations, invitations }

export function resource(name: string): Resource {
  const found = all[name]
  if (!found) throw new Error(`There is no resource ${name}.`)
  return found
}

// LAST_LOGIN_AT of lastLoginAt: what lists are sorted by is named like a field.
export const orderField = (field: string) => field.replaceAll(/[A-Z]/g, '_$&').toUpperCase()
