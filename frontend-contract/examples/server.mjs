// A Tenantry of its own for the examples: development mode, demo data, a
// private database in a temporary folder, a free port of this machine.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const startLimit = 120_000 // the first start makes a database and demo data
const stopLimit = 30_000

const freePort = () =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })

// start answers { url, stop } once the server is ready, and fails with its log
// when it does not get there.
export async function start(program, settings = {}) {
  const address = `127.0.0.1:${await freePort()}`
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-examples-'))
  chmodSync(folder, 0o755) // as root, PostgreSQL runs as somebody else
  const log = join(folder, 'log')
  const out = openSync(log, 'w')
  const { DATABASE_URL: _, ...environment } = process.env
  const server = spawn(program, ['serve'], {
    env: { ...environment, TENANTRY_DEV: '1', TENANTRY_ADDR: address, TENANTRY_DATA_DIR: join(folder, 'data'), ...settings },
    stdio: ['ignore', out, out],
  })
  let ended = false
  const end = new Promise((done) => {
    server.once('error', done)
    server.once('exit', done)
  }).then(() => (ended = true))

  async function stop() {
    if (!ended) server.kill('SIGINT')
    await Promise.race([end, wait(stopLimit, undefined, { ref: false })])
    if (!ended) server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().finally(() => process.exit(130)))

  for (const began = Date.now(); Date.now() - began < startLimit && !ended; await wait(100)) {
    const answer = await fetch(`http://${address}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (answer?.ok) return { url: `http://${address}/graphql`, stop }
  }
  const told = readFileSync(log, 'utf8')
  await stop()
  throw new Error(`${program} did not get ready:\n${told}`)
}
