import assert from 'node:assert/strict'
import { UserChangedDocument, type UsersPageQueryVariables } from '../../generated'
import { asAdministrator, names, soon } from '../demo'
import { api, RequestError } from './gql'
import { follow } from './live'
import { mayInvite, profile, update, usersPage } from './users'

await asAdministrator()
assert.equal(await mayInvite(), true)

// Forward, back, and the same page by its number.
const list: UsersPageQueryVariables = { where: { status: { in: ['ACTIVE'] } }, orderBy: [{ field: 'DISPLAY_NAME' }] }
const first = await usersPage({ ...list, first: 5 })
const second = await usersPage({ ...list, first: 5, after: first.page?.endCursor })
const back = await usersPage({ ...list, last: 5, before: second.page?.startCursor })
const numbered = await usersPage({ ...list, first: 5, offset: 5 })
assert.equal(first.rows.length, 5)
assert.ok(first.page?.hasNextPage && !first.page.hasPreviousPage && second.page?.hasPreviousPage)
assert.notDeepEqual(names(second.rows), names(first.rows))
assert.deepEqual(names(back.rows), names(first.rows))
assert.deepEqual(names(numbered.rows), names(second.rows))
assert.ok(first.total > 100 && first.total === second.total)

// Filtered, searched, the other way round.
const downwards = await usersPage({ ...list, first: 5, orderBy: [{ field: 'DISPLAY_NAME', direction: 'DESC' }] })
assert.notDeepEqual(names(downwards.rows), names(first.rows))
const suspended = await usersPage({ where: { status: { in: ['SUSPENDED'] } } })
assert.ok(suspended.rows.length > 0 && suspended.rows.every((row) => row.status === 'SUSPENDED'))
const { id, email } = first.rows[0]!
const found = await usersPage({ where: { email: { eq: email } } })
assert.deepEqual(found.rows.map((row) => row.id), [id])

// A change, told to whoever follows, and taken back.
const before = await profile(id)
const stop = new AbortController()
let open!: () => void
const listening = new Promise<void>((done) => (open = done))
const told = new Promise<string>((done, fail) => {
  const next = ({ userChanged }: { userChanged?: { userId?: string | null } | null }) => userChanged?.userId === id && done(id)
  follow(UserChangedDocument, {}, next, stop.signal, open).catch(fail)
})
await soon('stream', listening)
assert.deepEqual(await update(id, { phone: '+4930901820' }), [])
assert.equal(await soon('event', told), id)
stop.abort()
assert.equal((await profile(id))?.phone, '+4930901820')
assert.deepEqual(await update(id, { phone: before?.phone ?? null }), [])
assert.equal((await profile(id))?.phone, before?.phone)

// A mistake says at which field; nothing is written.
const [mistake] = await update(id, { phone: 'by post' })
assert.equal(mistake?.code, 'INVALID')
assert.deepEqual(mistake?.path, ['input', 'phone'])

// A request that cannot be answered at all.
const wrong = await usersPage({ first: 101 }).catch((cause: unknown) => cause)
assert.ok(wrong instanceof RequestError && wrong.code === 'BAD_USER_INPUT')
assert.deepEqual(wrong.path, ['first'])
delete api.token
const nobody = await usersPage({ first: 1 }).catch((cause: unknown) => cause)
assert.ok(nobody instanceof RequestError && nobody.code === 'UNAUTHENTICATED')
