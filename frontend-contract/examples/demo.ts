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

export const names = (rows: readonly { displayName: string }[]) => rows.map((row) => row.displayName)
