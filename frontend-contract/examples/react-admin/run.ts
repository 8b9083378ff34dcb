import assert from 'node:assert/strict'
import { HttpError } from 'ra-core'
import { asAdministrator, names, soon } from '../demo'
import { api } from '../fetch/gql'
import { dataProvider } from './dataProvider'

await asAdministrator()
const sort = { field: 'displayName', order: 'ASC' as const }
const list = (page: number, filter: object = { status: ['ACTIVE'] }, order: 'ASC' | 'DESC' = 'ASC') =>
  dataProvider.getList('users', { pagination: { page, perPage: 5 }, sort: { ...sort, order }, filter })

// Forward, back, filtered, searched, the other way round.
const first = await list(1)
const second = await list(2)
assert.equal(first.data.length, 5)
assert.ok(first.total! > 100)
assert.notDeepEqual(names(second.data), names(first.data))
assert.deepEqual(names((await list(1)).data), names(first.data))
const last = Math.ceil(first.total! / 5)
assert.deepEqual(names((await list(last, undefined, 'DESC')).data).at(-1), names(first.data)[0])
const suspended = await list(1, { status: ['SUSPENDED'] })
assert.ok(suspended.data.length > 0 && suspended.data.every((user) => user.status === 'SUSPENDED'))
const { id, email } = first.data[0]
assert.deepEqual((await list(1, { q: email })).data.map((user) => user.id), [id])
assert.deepEqual((await list(1, { email })).data.map((user) => user.id), [id])

// References: several at once, and those of one organization.
const ids = second.data.map((user) => user.id)
const many = await dataProvider.getMany('users', { ids })
assert.deepEqual(new Set(many.data.map((user) => user.id)), new Set(ids))
const organization = first.data[0].organization.id
const staff = { target: 'organizationId', id: organization, pagination: { page: 1, perPage: 5 }, sort, filter: {} }
const there = await dataProvider.getManyReference('users', staff)
assert.ok(there.total! > 0 && there.data.every((user) => user.organization.id === organization))
const { data: home } = await dataProvider.getOne('organizations', { id: organization })
assert.equal(home.id, organization)

// A change, told to whoever follows, and taken back.
const { data: before } = await dataProvider.getOne('users', { id })
let heard: (ids: string[]) => void
const told = new Promise<string[]>((done) => (heard = done))
const listener = (event: { payload: { ids: string[] } }) => heard(event.payload.ids)
await soon('stream', dataProvider['subscribe'](`resource/users/${id}`, listener))
const { data: after } = await dataProvider.update('users', { id, data: { ...before, phone: '+4930901820' }, previousData: before })
assert.equal(after.phone, '+4930901820')
assert.deepEqual(await soon('event', told), [id])
await dataProvider['unsubscribe'](`resource/users/${id}`, listener)

// Somebody who began with the user as it was is told so.
const late = await failure(dataProvider.update('users', { id, data: { ...before, phone: '+4930901821' }, previousData: before }))
assert.ok(late.status === 422 && 'expectedVersion' in late.body.errors)
const { data: restored } = await dataProvider.update('users', { id, data: { ...after, phone: before.phone }, previousData: after })
assert.equal(restored.phone, before.phone)

// A mistake stands beside its field.
const mistake = await failure(dataProvider.update('users', { id, data: { ...restored, phone: 'by post' }, previousData: restored }))
assert.equal(mistake.status, 422)
assert.ok(mistake.body.errors.phone)

// Inviting somebody and taking it back: as an invitation, and as a user.
const customer = (await dataProvider.getList('organizations', { filter: { kind: ['CUSTOMER'], status: ['ACTIVE'] }, sort: { field: 'users', order: 'ASC' } })).data[0]
const { data: invitation } = await dataProvider.create('invitations', { data: { organizationId: customer.id, email: 'react.admin@example.test', access: 'USER' } })
assert.equal(invitation.status, 'PENDING')
await dataProvider.delete('invitations', { id: invitation.id })
const person = { primaryTenant: customer.id, email: 'react.admin@example.test', firstName: 'Rea', lastName: 'Admin', access: 'USER' }
const { data: user } = await dataProvider.create('users', { data: person })
assert.equal(user.status, 'PENDING')
const careless = await failure(dataProvider.delete('users', { id: user.id, previousData: user, meta: { typed: 'somebody@else.test' } }))
assert.ok('confirmEmail' in careless.body.errors)
await dataProvider.delete('users', { id: user.id, previousData: user, meta: { typed: person.email } })
assert.equal((await failure(dataProvider.getOne('users', { id: user.id }))).status, 404)

// Nobody is asked to sign in.
delete api.token
assert.equal((await failure(list(1))).status, 401)

async function failure(work: Promise<unknown>): Promise<HttpError> {
  const cause = await work.then(() => undefined, (cause: unknown) => cause)
  assert.ok(cause instanceof HttpError, String(cause))
  return cause
}
