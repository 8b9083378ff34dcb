// Runs the official GraphQL-over-HTTP audits against a program started for
// them, in development mode, with a database that goes away again:
//   node audits/local.mjs ../bin/tenantry
// The exit status is that of the audits; 2 when the program did not start.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = process.argv[2]
if (!program) {
  console.error('usage: node audits/local.mjs <path of tenantry>')
  process.exit(2)
}
const startLimit = 120_000 // the first start makes a database and demo data

// A port that nothing listens on now.
const port = await new Promise((done, fail) => {
  const probe = createServer().once('error', fail)
  probe.listen(0, '127.0.0.1', () => {
    const { port } = probe.address()
    probe.close(() => done(port))
  })
})

const folder = mkdtempSync(join(tmpdir(), 'tenantry-audits-'))
chmodSync(folder, 0o755) // as root, PostgreSQL runs as somebody else
const log = join(folder, 'log')
const out = openSync(log, 'w')
const { DATABASE_URL: _, ...environment } = process.env
const server = spawn(resolve(program), ['serve'], {
  env: {
    ...environment,
    TENANTRY_DEV: '1',
    TENANTRY_ADDR: `127.0.0.1:${port}`,
    TENANTRY_DATA_DIR: join(folder, 'data'),
  },
  stdio: ['ignore', out, out],
})
let ended = false
const end = new Promise((done) => {
  server.once('error', (cause) => done(String(cause)))
  server.once('exit', (code, signal) => done(`it ended with ${signal ?? code}`))
}).then((how) => ((ended = true), how))

async function ready() {
  const url = `http://127.0.0.1:${port}/readyz`
  for (const began = Date.now(); Date.now() - began < startLimit && !ended; await wait(100)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (answer?.ok) return true
  }
  return false
}

async function stop() {
  if (!ended) server.kill('SIGINT')
  await Promise.race([end, wait(30_000, undefined, { ref: false })])
  if (!ended) server.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().finally(() => process.exit(130)))

try {
  if (await ready()) {
    const audits = spawn(process.execPath, [fileURLToPath(new URL('run.mjs', import.meta.url))], {
      // A GET must carry what a page of another origin cannot send.
      env: { ...environment, GRAPHQL_URL: `http://127.0.0.1:${port}/graphql`, GRAPHQL_HEADER: 'GraphQL-Require-Preflight: 1' },
      stdio: 'inherit',
    })
    process.exitCode = await new Promise((done) => audits.once('exit', (code) => done(code ?? 1)))
  } else {
    console.error(`${program} did not get ready:\n${readFileSync(log, 'utf8')}`)
    process.exitCode = 2
  }
} finally {
  await stop()
}
