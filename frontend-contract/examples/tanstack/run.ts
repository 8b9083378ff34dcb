import assert from 'node:assert/strict'
import { InfiniteQueryObserver, MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { asAdministrator, names, soon } from '../demo'
import { update } from '../fetch/users'
import { live, Refused, userChange, userList, userPage, userProfile } from './users'

await asAdministrator()
const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } })
const conditions = { where: { status: { in: ['ACTIVE' as const] } }, orderBy: [{ field: 'DISPLAY_NAME' as const }] }

// Numbered pages: what useQuery does.
const first = await client.fetchQuery(userPage(conditions, 1, 5))
const second = await client.fetchQuery(userPage(conditions, 2, 5))
assert.equal(first.rows.length, 5)
assert.ok(first.total > 100)

// A list that grows: what useInfiniteQuery does, forward from the top …
await client.fetchInfiniteQuery(userList(conditions, 5))
const growing = new InfiniteQueryObserver(client, userList(conditions, 5))
const unwatch = growing.subscribe(() => {})
const forward = await growing.fetchNextPage()
assert.deepEqual(forward.data?.pages.map((page) => names(page.rows)), [names(first.rows), names(second.rows)])
unwatch()
// … and back from the middle.
const begin = { first: 5, after: first.page!.endCursor }
await client.fetchInfiniteQuery(userList(conditions, 5, begin))
const middle = new InfiniteQueryObserver(client, userList(conditions, 5, begin))
const leave = middle.subscribe(() => {})
const backward = await middle.fetchPreviousPage()
assert.deepEqual(backward.data?.pages.map((page) => names(page.rows)), [names(first.rows), names(second.rows)])
assert.equal(backward.hasPreviousPage, false)
leave()

// Other conditions are another list.
const suspended = await client.fetchQuery(userPage({ where: { status: { in: ['SUSPENDED'] } } }, 1))
assert.ok(suspended.rows.length > 0 && suspended.rows.every((row) => row.status === 'SUSPENDED'))
const downwards = await client.fetchQuery(userPage({ ...conditions, orderBy: [{ field: 'DISPLAY_NAME', direction: 'DESC' }] }, 1, 5))
assert.notDeepEqual(names(downwards.rows), names(first.rows))

// A change refreshes what is on the screen, and so does one made elsewhere.
const { id } = first.rows[0]!
const before = await client.fetchQuery(userProfile(id))
const shown = new QueryObserver(client, userProfile(id))
const shows = (phone: string | null | undefined) =>
  new Promise<void>((done) => {
    const end = shown.subscribe(({ data, isFetching }) => !isFetching && data?.phone === phone && (end(), done()))
  })
const change = new MutationObserver(client, userChange(client))
const changed = shows('+4930901820')
await change.mutate({ id, input: { phone: '+4930901820' } })
await soon('new phone', changed)
const stop = new AbortController()
await soon('stream', new Promise<void>((done, fail) => live(client, stop.signal, done).catch(fail)))
const restored = shows(before?.phone)
assert.deepEqual(await update(id, { phone: before?.phone ?? null }), []) // somebody else
await soon('old phone', restored)
stop.abort()

// A mistake says at which field.
const mistake = await change.mutate({ id, input: { phone: 'by post' } }).catch((cause: unknown) => cause)
assert.ok(mistake instanceof Refused)
assert.deepEqual(mistake.mistakes[0]?.path, ['input', 'phone'])
client.clear()
