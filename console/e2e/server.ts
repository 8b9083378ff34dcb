import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'

const folder = join(import.meta.dirname, '..')
const root = join(folder, '..')

/**
 * Builds console and program, starts the program with demo data of its own on a
 * free port, and answers how to stop it. With E2E_BASE a server that runs
 * already is used as it is; with E2E_API too, but behind a fresh console.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(chromium)) throw new Error(`${chromium} is missing: install chromium, or name one with CHROMIUM`)
  if (process.env['E2E_BASE']) return async () => {}

  const api = process.env['E2E_API']
  const dir = mkdtempSync(join(tmpdir(), 'tenantry-e2e-'))
  chmodSync(dir, 0o755) // PostgreSQL runs as another user when root starts it
  const remove = () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  try {
    if (api) return await startConsole(api, join(dir, 'dist'), remove)
    execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
    execFileSync('go', ['build', '-o', join(dir, 'tenantry'), './cmd/tenantry'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    const { DATABASE_URL: _, ...environment } = process.env // stories have a database of their own
    const server = spawn(join(dir, 'tenantry'), ['serve'], {
      cwd: dir,
      env: { ...environment, TENANTRY_DEV: '1', TENANTRY_DATA_DIR: join(dir, 'data'), TENANTRY_ADDR: '127.0.0.1:0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    process.env['E2E_BASE'] = await addressOf(server)
    return async () => {
      await stopped(server)
      remove()
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** Serves the console as it stands, in front of a server that runs already. */
async function startConsole(api: string, outDir: string, remove: () => void): Promise<() => Promise<void>> {
  process.env['TENANTRY_URL'] = api
  await build({ root: folder, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  const server = await preview({ root: folder, logLevel: 'warn', build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  process.env['E2E_BASE'] = server.resolvedUrls?.local[0]?.replace(/\/console\/$/, '')
  return async () => {
    await server.close()
    remove()
  }
}

/** The address of the banner, which comes once requests are answered. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      server.kill('SIGINT')
      reject(new Error('the server did not start within three minutes'))
    }, 180_000)
    let said = ''
    server.on('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`the server ended with ${code}:\n${said}`))
    })
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, address] = /API\s+(\S+)\/graphql[\s\S]*Ctrl-C/.exec(said) ?? []
      if (!address) return
      clearTimeout(late)
      resolve(address)
    })
  })
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve()
    const hard = setTimeout(() => server.kill('SIGKILL'), 30_000)
    server.on('exit', () => {
      clearTimeout(hard)
      resolve()
    })
    server.kill('SIGINT')
  })
}
