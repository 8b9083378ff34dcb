import assert from 'node:assert/strict'
import {
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
  getFragment,
  getRequest,
  getSingularSelector,
  requestSubscription,
  type Environment,
  type GraphQLTaggedNode,
  type MutationParameters,
  type OperationType,
} from 'relay-runtime'
import { asAdministrator, heard, names, url } from '../demo'
import type { UserCard_user$data, UserCard_user$key } from './__generated__/UserCard_user.graphql'
import type { UserCardRefetchQuery } from './__generated__/UserCardRefetchQuery.graphql'
import UserCardRefetch from './__generated__/UserCardRefetchQuery.graphql'
import type { UserCardSubscription as CardSubscription } from './__generated__/UserCardSubscription.graphql'
import type { UserCardUpdateMutation as CardUpdate } from './__generated__/UserCardUpdateMutation.graphql'
import type { UserListBackQuery as ListBack } from './__generated__/UserListBackQuery.graphql'
import type { UserListQuery as List } from './__generated__/UserListQuery.graphql'
import { connect } from './environment'
import { UserCard, UserCardSubscription, UserCardUpdateMutation } from './UserCard'
import { UserListBackQuery, UserListQuery } from './UserList'

const environment = connect(url, await asAdministrator())

// What the hooks of React do: fetch, keep what is on the screen, read.
async function load<Query extends OperationType>(query: GraphQLTaggedNode, variables: Query['variables'], by: Environment = environment): Promise<Query['response']> {
  by.retain(createOperationDescriptor(getRequest(query), variables))
  const data = await fetchQuery<Query>(by, query, variables).toPromise()
  return data!
}
const card = (key: UserCard_user$key) => environment.lookup(getSingularSelector(getFragment(UserCard), key)!).data as unknown as UserCard_user$data
const nodes = <Node>(edges: readonly { readonly node: Node }[]) => edges.map((edge) => edge.node)

// Forward: the connection in the store grows with each page.
const list = { where: { status: { in: ['ACTIVE' as const] } }, orderBy: [{ field: 'DISPLAY_NAME' as const }] }
const { users: five } = await load<List>(UserListQuery, { ...list, count: 5 })
assert.equal(five!.edges.length, 5)
assert.ok(five!.totalCount > 100 && five!.pageInfo.hasNextPage)
const { users: ten } = await load<List>(UserListQuery, { ...list, count: 5, cursor: five!.pageInfo.endCursor })
assert.equal(ten!.edges.length, 10)
assert.deepEqual(names(nodes(ten!.edges)).slice(0, 5), names(nodes(five!.edges)))
// Back, from the second of these pages.
const { users: back } = await load<ListBack>(UserListBackQuery, { ...list, count: 5, cursor: ten!.edges[5]!.cursor })
assert.deepEqual(names(nodes(back!.edges)), names(nodes(five!.edges)))
assert.equal(back!.pageInfo.hasPreviousPage, false)

// Filtered, and the other way round: connections of their own.
const { users: suspended } = await load<List>(UserListQuery, { ...list, where: { status: { in: ['SUSPENDED'] } }, count: 5 })
assert.ok(suspended!.edges.length > 0 && nodes(suspended!.edges).every((user) => user.status === 'SUSPENDED'))
const { users: downwards } = await load<List>(UserListQuery, { ...list, orderBy: [{ field: 'DISPLAY_NAME', direction: 'DESC' }], count: 5 })
assert.notDeepEqual(names(nodes(downwards!.edges)), names(nodes(five!.edges)))

// One object by its global id, as @refetchable does it.
const { id, displayName } = five!.edges[0]!.node
const { node } = await load<UserCardRefetchQuery>(UserCardRefetch, { id })
assert.equal(card(node!).displayName, displayName)
assert.ok(card(node!).viewerActions.includes('UPDATE'))
const { node: nothing } = await load<UserCardRefetchQuery>(UserCardRefetch, { id: 'user_nobody' })
assert.equal(nothing, null)

// A change is on every screen that shows the row, without another request.
const change = (input: CardUpdate['variables']['input']) =>
  commit<CardUpdate>(UserCardUpdateMutation, { id, input }).then(({ userUpdate }) => userUpdate!.errors)
assert.deepEqual(await change({ displayName: 'Renamed By Relay' }), [])
assert.equal(card(node!).displayName, 'Renamed By Relay')

// What changes elsewhere comes as a server-sent event, and into the store.
let dispose = () => {}
const event = new Promise<string | null | undefined>((done, fail) => {
  const following = requestSubscription<CardSubscription>(environment, {
    subscription: UserCardSubscription,
    variables: {},
    onNext: (data) => done(data?.userChanged?.userId),
    onError: fail,
  })
  dispose = () => following.dispose()
})
assert.equal(await heard(event, (time) => change({ displayName: `Renamed ${time}` })), id)
dispose()
assert.deepEqual(await change({ displayName }), [])
assert.equal(card(node!).displayName, displayName)

// A mistake is data, and says at which field.
const [mistake] = await change({ phone: 'by post' })
assert.deepEqual([mistake?.code, mistake?.path], ['INVALID', ['input', 'phone']])

// What fails as a whole rejects.
await assert.rejects(load<List>(UserListQuery, { ...list, count: 101 }), { code: 'BAD_USER_INPUT' })
await assert.rejects(load<List>(UserListQuery, { ...list, count: 1 }, connect(url)), { code: 'UNAUTHENTICATED' })

function commit<Mutation extends MutationParameters>(mutation: GraphQLTaggedNode, variables: Mutation['variables']): Promise<Mutation['response']> {
  return new Promise((done, fail) => commitMutation<Mutation>(environment, { mutation, variables, onCompleted: (data) => done(data), onError: fail }))
}
