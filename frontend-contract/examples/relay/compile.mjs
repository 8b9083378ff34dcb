// Runs relay-compiler. What it writes to __generated__ is made anew each time;
// persisted.json is kept, because it is part of ../../documents.json. Fails when
// that changed, as the server does not know the new documents yet.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const persisted = at('persisted.json')

const before = readFileSync(persisted, 'utf8')
writeFileSync(persisted, '{}\n') // the compiler adds and never removes
rmSync(at('__generated__'), { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [at('../node_modules/relay-compiler/cli.js'), 'relay.config.json', '--output', 'quiet-with-errors'], {
  cwd: at('.'),
  stdio: 'inherit',
})
if (status !== 0) {
  writeFileSync(persisted, before)
  process.exit(1)
}
const after = readFileSync(persisted, 'utf8').trimEnd() + '\n'
writeFileSync(persisted, after)
if (after !== before) {
  console.error('relay/persisted.json changed: run go test ./frontend-contract -update, and build the program again')
  process.exit(1)
}
