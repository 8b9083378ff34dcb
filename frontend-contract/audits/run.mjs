// Runs the official GraphQL-over-HTTP audits against a running server:
//   GRAPHQL_URL=http://127.0.0.1:8080/graphql npm run audits
// GRAPHQL_HEADER="Name: value" is sent along with every request, for a server
// that wants one with GET. A failed MUST makes the exit status 1.
import { serverAudits } from 'graphql-http'

const url = process.env.GRAPHQL_URL
if (!url) {
  console.error('Set GRAPHQL_URL to the address of the API.')
  process.exit(2)
}
const [, name, value] = /^([^:]+):\s*(.*)$/.exec(process.env.GRAPHQL_HEADER ?? '') ?? []

const fetchFn = (input, init = {}) => {
  const headers = new Headers(init.headers)
  if (name) headers.set(name, value)
  return fetch(input, { ...init, headers, signal: AbortSignal.timeout(10_000) })
}

const count = { ok: 0, notice: 0, warn: 0, error: 0 }
for (const audit of serverAudits({ url, fetchFn })) {
  let result
  try {
    result = await audit.fn()
  } catch (cause) {
    const status = audit.name.startsWith('MUST') ? 'error' : 'warn'
    result = { id: audit.id, name: audit.name, status, reason: String(cause?.cause ?? cause) }
  }
  count[result.status]++
  if (result.status === 'ok') continue
  console.log(`${result.status.padEnd(6)} ${result.id} ${result.name}\n       ${result.reason}`)
  if (result.response) console.log(`       answered ${result.response.status} ${result.response.headers.get('content-type') ?? ''}`)
}
console.log(`${count.ok} passed, ${count.error} MUST failed, ${count.warn} SHOULD failed, ${count.notice} MAY not met`)
process.exitCode = count.error > 0 ? 1 : 0
