import assert from 'node:assert/strict'
import type { BaseRecord, CrudFilter, HttpError, LiveEvent } from '@refinedev/core'
import WebSocket from 'ws'
import { asAdministrator, heard, url } from '../demo'
import { api } from '../fetch/gql'
import { dataProvider } from './dataProvider'
import { liveProvider } from './liveProvider'

const token = await asAdministrator()
const active: CrudFilter = { field: 'status', operator: 'eq', value: 'ACTIVE' }
const list = (currentPage: number, filters: CrudFilter[] = [active], order: 'asc' | 'desc' = 'asc') =>
  dataProvider.getList({ resource: 'users', pagination: { currentPage, pageSize: 5 }, sorters: [{ field: 'displayName', order }], filters })
const names = ({ data }: { data: BaseRecord[] }) => data.map((user) => user['displayName'])
const ids = ({ data }: { data: BaseRecord[] }) => data.map((user) => user.id)

// Forward, back, the other way round.
const first = await list(1)
const second = await list(2)
assert.equal(first.data.length, 5)
assert.ok(first.total > 100)
assert.notDeepEqual(names(second), names(first))
assert.deepEqual(names(await list(1)), names(first))
assert.equal(names(await list(Math.ceil(first.total / 5), [active], 'desc')).at(-1), names(first)[0])

// Filtered by one condition, by one of two, by a text, by a time; searched.
const suspended = await list(1, [{ field: 'status', operator: 'in', value: ['SUSPENDED'] }])
assert.ok(suspended.data.length > 0 && suspended.data.every((user) => user['status'] === 'SUSPENDED'))
const [one, two] = first.data
const either: CrudFilter = { operator: 'or', value: [{ field: 'email', operator: 'eq', value: one!['email'] }, { field: 'id', operator: 'eq', value: two!.id }] }
assert.deepEqual(new Set(ids(await list(1, [active, either]))), new Set([one!.id, two!.id]))
assert.ok(names(await list(1, [{ field: 'displayName', operator: 'startswith', value: 'Ada' }])).every((name) => name.startsWith('Ada')))
assert.equal((await list(1, [{ field: 'createdAt', operator: 'gt', value: '2100-01-01T00:00:00Z' }])).total, 0)
assert.deepEqual(ids(await list(1, [{ field: 'q', operator: 'eq', value: one!['email'] }])), [one!.id])
const unheard = await failure(list(1, [{ field: 'email', operator: 'nendswith', value: 'x' }]))
assert.equal(unheard.statusCode, 400)

const many = await dataProvider.getMany!({ resource: 'users', ids: ids(second) as string[] })
assert.deepEqual(new Set(ids(many)), new Set(ids(second)))

// A change, told to whoever follows, and taken back.
const id = one!.id!
const { data: before } = await dataProvider.getOne({ resource: 'users', id })
const live = liveProvider({ url, token, webSocketImpl: WebSocket })
let hear!: (event: LiveEvent) => void
const told = new Promise<LiveEvent>((done) => (hear = done))
const following = live.subscribe({ channel: 'resources/users', types: ['*'], params: { resource: 'users', id }, callback: hear })
const change = (phone: string | null, expectedVersion?: number) =>
  dataProvider.update({ resource: 'users', id, variables: { phone, expectedVersion } })
const event = await heard(told, (time) => change(`+49309018${20 + time}`))
assert.deepEqual([event.type, event.payload.ids], ['updated', [id]])
live.unsubscribe(following)
live.dispose()
assert.ok((await failure(change('+4930901820', before['version']))).errors?.['expectedVersion']) // somebody was faster
const { data: changed } = await dataProvider.getOne({ resource: 'users', id })
assert.equal((await change(before['phone'], changed['version'])).data['phone'], before['phone'])

// A mistake stands beside its field.
const mistake = await failure(change('by post'))
assert.equal(mistake.statusCode, 422)
assert.ok(mistake.errors?.['phone'])

// Inviting somebody and taking it back: as an invitation, and as a user.
const customers = await dataProvider.getList({
  resource: 'organizations',
  filters: [{ field: 'kind', operator: 'eq', value: 'CUSTOMER' }, { field: 'status', operator: 'eq', value: 'ACTIVE' }],
  sorters: [{ field: 'users', order: 'asc' }],
})
const organizationId = customers.data[0]!.id
const email = 'refine@example.test'
const { data: invitation } = await dataProvider.create({ resource: 'invitations', variables: { organizationId, email, access: 'USER' } })
assert.equal(invitation['status'], 'PENDING')
await dataProvider.deleteOne({ resource: 'invitations', id: invitation.id! })
const person = { primaryTenant: organizationId, email, firstName: 'Ref', lastName: 'Ine', access: 'USER' }
const { data: user } = await dataProvider.create({ resource: 'users', variables: person })
assert.equal(user['status'], 'PENDING')
const careless = await failure(dataProvider.deleteOne({ resource: 'users', id: user.id!, variables: { typed: 'somebody@else.test' } }))
assert.ok(careless.errors?.['confirmEmail'])
await dataProvider.deleteOne({ resource: 'users', id: user.id!, variables: { typed: email } })
assert.equal((await failure(dataProvider.getOne({ resource: 'users', id: user.id! }))).statusCode, 404)

// Nobody is asked to sign in.
delete api.token
assert.equal((await failure(list(1))).statusCode, 401)

async function failure(work: Promise<unknown>): Promise<HttpError> {
  const cause = await work.then(() => undefined, (cause: unknown) => cause)
  assert.ok(cause && typeof cause === 'object' && 'statusCode' in cause, String(cause))
  return cause as HttpError
}
