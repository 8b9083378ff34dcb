// What the run of every example needs: the server, a demo account, patience.
import { api } from './fetch/gql'
import { signIn } from './fetch/session'

export const url = process.env['TENANTRY_URL'] ?? 'http://127.0.0.1:8080/graphql'

// Signs in as an administrator of the demo reseller and answers the token.
export async function asAdministrator(): Promise<string> {
  api.url = url
  return (api.token = await signIn('admin@demo.test', process.env['TENANTRY_DEMO_PASSWORD'] ?? 'tenantry-demo'))
}

// soon fails when something takes longer than it may.
export async function soon<Value>(what: string, value: Promise<Value>, ms = 10_000): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new Error(`no ${what} within ${ms} ms`)), ms)))
  return Promise.race([value, late]).finally(() => clearTimeout(timer))
}

// heard changes something until it is told, as nobody says when a stream has
// begun to listen.
export async function heard<Event>(event: Promise<Event>, change: (time: number) => Promise<unknown>): Promise<Event> {
  for (let time = 1; time <= 10; time++) {
    await change(time)
    const told = await soon('event', event, 1_000).catch(() => undefined)
    if (told !== undefined) return told
  }
  throw new Error('no event')
}

export const names = (rows: readonly { displayName: string }[]) => rows.map((row) => row.displayName)
