import assert from 'node:assert/strict'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client'
import WebSocket from 'ws'
import { PageFieldsFragmentDoc, readFragment, RefusalFragmentDoc, UserRowFragmentDoc } from '../../generated'
import type { UsersPageQuery, UsersPageQueryVariables } from '../../generated'
import { asAdministrator, heard, names, url } from '../demo'
import { connect } from './client'
import { UserChanged, UserDetail, UsersPage, UserUpdate } from './users'

const token = await asAdministrator()
const { client, close } = connect({ url, token, webSocketImpl: WebSocket })

const read = ({ users }: UsersPageQuery) => ({
  rows: readFragment(UserRowFragmentDoc, users!.nodes),
  info: readFragment(PageFieldsFragmentDoc, users!.pageInfo),
  total: users!.totalCount,
})
const page = async (variables: UsersPageQueryVariables) => {
  const { data } = await client.query({ query: UsersPage, variables })
  return read(data!)
}

// A list that grows: forward with fetchMore from the top …
const list: UsersPageQueryVariables = { where: { status: { in: ['ACTIVE'] } }, orderBy: [{ field: 'DISPLAY_NAME' }] }
const first = await page({ ...list, first: 5 })
assert.equal(first.rows.length, 5)
assert.ok(first.total > 100 && first.info.hasNextPage && !first.info.hasPreviousPage)
const watched = client.watchQuery({ query: UsersPage, variables: { ...list, first: 5 } })
const shown = watched.subscribe(() => {})
await watched.fetchMore({ variables: { first: 5, after: first.info.endCursor } })
const ten = read(client.readQuery({ query: UsersPage, variables: list })!)
assert.equal(ten.rows.length, 10)
assert.deepEqual(names(ten.rows).slice(0, 5), names(first.rows))
shown.unsubscribe()

// … and back from the middle, where another client begins.
const other = connect({ url, token, webSocketImpl: WebSocket })
const middle = other.client.watchQuery({ query: UsersPage, variables: { ...list, first: 5, after: first.info.endCursor } })
const { data } = await middle.refetch()
const seen = middle.subscribe(() => {})
await middle.fetchMore({ variables: { first: undefined, after: undefined, last: 5, before: read(data!).info.startCursor } })
const back = read(other.client.readQuery({ query: UsersPage, variables: list })!)
assert.deepEqual(names(back.rows), names(ten.rows))
assert.equal(back.info.hasPreviousPage, false)
seen.unsubscribe()
other.close()

// Filtered, and the other way round: lists of their own in the cache.
const suspended = await page({ where: { status: { in: ['SUSPENDED'] } } })
assert.ok(suspended.rows.length > 0 && suspended.rows.every((row) => row.status === 'SUSPENDED'))
const downwards = await page({ ...list, first: 5, orderBy: [{ field: 'DISPLAY_NAME', direction: 'DESC' }] })
assert.notDeepEqual(names(downwards.rows), names(first.rows))

// A change is on every screen that shows the row, without another request.
const { id, displayName } = first.rows[0]!
const detail = await client.query({ query: UserDetail, variables: { id } })
assert.equal(readFragment(UserRowFragmentDoc, detail.data?.user)?.displayName, displayName)
const change = async (input: { displayName?: string; phone?: string }) => {
  const { data } = await client.mutate({ mutation: UserUpdate, variables: { id, input } })
  return readFragment(RefusalFragmentDoc, data!.userUpdate!.errors)
}
assert.deepEqual(await change({ displayName: 'Renamed By Apollo' }), [])
assert.equal((await page({ ...list, first: 5 })).rows.find((row) => row.id === id)?.displayName, 'Renamed By Apollo')

// What changes elsewhere comes by WebSocket.
let stop = () => {}
const event = new Promise<string | null | undefined>((done, fail) => {
  const next = ({ data, error }: { data?: { userChanged?: { userId?: string | null } | null }; error?: Error }) =>
    error ? fail(error) : done(data?.userChanged?.userId)
  const following = client.subscribe({ query: UserChanged, variables: {} }).subscribe({ next, error: fail })
  stop = () => following.unsubscribe()
})
assert.equal(await heard(event, (time) => change({ displayName: `Renamed ${time}` })), id)
stop()
assert.deepEqual(await change({ displayName }), [])

// A mistake is data, and says at which field.
const [mistake] = await change({ phone: 'by post' })
assert.deepEqual([mistake?.code, mistake?.path], ['INVALID', ['input', 'phone']])

// What fails as a whole throws: with errors and a code, or with the status alone.
const wrong = await page({ first: 101 }).catch((cause: unknown) => cause)
assert.ok(CombinedGraphQLErrors.is(wrong) && wrong.errors[0]?.extensions?.['code'] === 'BAD_USER_INPUT')
const stranger = connect({ url, webSocketImpl: WebSocket })
const nobody = await stranger.client.query({ query: UsersPage, variables: { first: 1 } }).catch((cause: unknown) => cause)
assert.ok(CombinedGraphQLErrors.is(nobody) || (ServerError.is(nobody) && nobody.statusCode === 401))

stranger.close()
close()
client.stop()
