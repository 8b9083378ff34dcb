// Runs every example against a real server, and checks the fixtures:
//   npm test                       all of them, with ../../bin/tenantry
//   npm test -- urql fixtures      only these
//   npm run fixtures               writes the fixtures anew
//   TENANTRY_URL=http://…/graphql  asks a running server instead of starting one
// The server takes trusted documents only, so no example can do without them.
// The exit status is 1 when an example failed, 2 when none could run.
import { spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { start } from './server.mjs'

const limit = 120_000 // for one example, on a busy machine
const at = (path) => fileURLToPath(new URL(path, import.meta.url))

const all = readdirSync(at('.'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
  .map((entry) => entry.name)
  .sort()
const given = process.argv.slice(2).filter((name) => name !== '--write')
const write = process.argv.includes('--write')
const unknown = given.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`no example: ${unknown.join(', ')}; there are ${all.join(', ')}`)
  process.exit(2)
}
const names = given.length > 0 ? given : all

// runs answers what an example printed when it failed, else nothing.
function failureOf(file, url) {
  return new Promise((done) => {
    const example = spawn(process.execPath, ['--enable-source-maps', file], {
      cwd: at('.'),
      env: { ...process.env, TENANTRY_URL: url, ...(write && { FIXTURES: 'write' }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let told = ''
    for (const stream of [example.stdout, example.stderr]) stream.setEncoding('utf8').on('data', (text) => (told += text))
    const late = setTimeout(() => {
      told += `not done after ${limit / 1000} s\n`
      example.kill('SIGKILL')
    }, limit)
    example.once('close', (code) => {
      clearTimeout(late)
      done(code === 0 ? undefined : told || `ended with ${code}`)
    })
  })
}

const count = { passed: 0, failed: 0 }
let server
try {
  server = process.env.TENANTRY_URL
    ? { url: process.env.TENANTRY_URL, stop: async () => {} }
    : await start(at('../../bin/tenantry'), { TENANTRY_TRUSTED_DOCUMENTS_ONLY: 'true' })
  for (const name of names) {
    const began = performance.now()
    const failure = await build(name)
      .then((file) => failureOf(file, server.url))
      .catch((cause) => String(cause))
    const took = `${Math.round(performance.now() - began)} ms`
    if (failure === undefined) {
      count.passed++
      console.log(`ok   ${name.padEnd(12)} ${took}`)
    } else {
      count.failed++
      console.log(`FAIL ${name.padEnd(12)} ${took}\n${failure.trimEnd().replace(/^/gm, '     ')}`)
    }
  }
} catch (cause) {
  console.error(cause.message)
} finally {
  await server?.stop()
  rmSync(at('.built'), { recursive: true, force: true })
}
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed > 0 ? 1 : count.passed > 0 ? 0 : 2
