import assert from 'node:assert/strict'
import type { Client, OperationResult } from '@urql/core'
import { PageFieldsFragmentDoc, readFragment, RefusalFragmentDoc, UserRowFragmentDoc } from '../../generated'
import type { UserChangedSubscription, UsersPageQuery, UsersPageQueryVariables } from '../../generated'
import { asAdministrator, heard, names, url } from '../demo'
import { connect } from './client'
import { UserChanged, UserDetail, UsersPage, UserUpdate } from './users'

const token = await asAdministrator()
const client = connect(url, token)

async function dataOf<Data>(result: PromiseLike<OperationResult<Data>>): Promise<Data> {
  const { data, error } = await result
  if (error || !data) throw error ?? new Error('no data')
  return data
}
const page = async (by: Client, variables: UsersPageQueryVariables) => read(await dataOf(by.query(UsersPage, variables)))
const read = ({ users }: UsersPageQuery) => ({
  rows: readFragment(UserRowFragmentDoc, users!.nodes),
  info: readFragment(PageFieldsFragmentDoc, users!.pageInfo),
  total: users!.totalCount,
})

// Forward: the cache appends each page to the list.
const list: UsersPageQueryVariables = { where: { status: { in: ['ACTIVE'] } }, orderBy: [{ field: 'DISPLAY_NAME' }] }
const first = await page(client, { ...list, first: 5 })
assert.equal(first.rows.length, 5)
assert.ok(first.total > 100 && first.info.hasNextPage)
const ten = await page(client, { ...list, first: 5, after: first.info.endCursor })
assert.equal(ten.rows.length, 10)
assert.deepEqual(names(ten.rows).slice(0, 5), names(first.rows))
// Back: a list that begins at its end takes the page before to its front.
const other = connect(url, token)
const end = await page(other, { ...list, last: 5 })
const longer = await page(other, { ...list, last: 5, before: end.info.startCursor })
assert.equal(longer.rows.length, 10)
assert.deepEqual(names(longer.rows).slice(5), names(end.rows))
const numbered = await page(other, { ...list, first: 10, offset: first.total - 10 })
assert.deepEqual(names(longer.rows), names(numbered.rows))

// Filtered, and the other way round.
const suspended = await page(client, { where: { status: { in: ['SUSPENDED'] } } })
assert.ok(suspended.rows.length > 0 && suspended.rows.every((row) => row.status === 'SUSPENDED'))
const downwards = await page(client, { ...list, first: 5, orderBy: [{ field: 'DISPLAY_NAME', direction: 'DESC' }] })
assert.notDeepEqual(names(downwards.rows), names(first.rows))

// A change is on every screen that shows the row, without another request.
const { id, displayName } = first.rows[0]!
const { user } = await dataOf(client.query(UserDetail, { id }))
assert.equal(readFragment(UserRowFragmentDoc, user)?.displayName, displayName)
const rename = async (name: string | null) => (await dataOf(client.mutation(UserUpdate, { id, input: { displayName: name } }))).userUpdate!
assert.deepEqual((await rename('Renamed By Urql')).errors, [])
const cached = client.readQuery(UsersPage, { ...list, first: 5 })
assert.ok(cached?.data && names(read(cached.data).rows).includes('Renamed By Urql'))

// What changes elsewhere comes by itself.
const { event, stop } = following(client)
assert.equal((await heard(event, (time) => rename(`Renamed ${time}`))).userChanged?.userId, id)
stop()
assert.deepEqual((await rename(displayName)).errors, [])
const again = client.readQuery(UsersPage, { ...list, first: 5 })
assert.deepEqual(names(read(again!.data!).rows).slice(0, 5), names(first.rows))

// A mistake is data, and says at which field.
const { userUpdate } = await dataOf(client.mutation(UserUpdate, { id, input: { phone: 'by post' } }))
const [mistake] = readFragment(RefusalFragmentDoc, userUpdate!.errors)
assert.deepEqual([mistake?.code, mistake?.path], ['INVALID', ['input', 'phone']])

// What fails as a whole is an error with a code.
const failed = await connect(url).query(UsersPage, { first: 1 })
assert.equal(failed.error?.graphQLErrors[0]?.extensions['code'], 'UNAUTHENTICATED')

// The first event of the subscription.
function following(by: Client) {
  let stop = () => {}
  const event = new Promise<UserChangedSubscription>((done, fail) => {
    stop = by.subscription(UserChanged, {}).subscribe(({ data, error }) => (error ? fail(error) : data && done(data))).unsubscribe
  })
  return { event, stop }
}
