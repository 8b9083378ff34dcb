// Compares schema.graphql with the last released schema. A breaking change
// fails unless accepted-changes.json names its path with a reason; a dangerous
// one must be named in CHANGELOG.md. After a release:
//   cp schema.graphql released.graphql && echo '{}' > accepted-changes.json
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'
import { schema, text } from './contract.mjs'

const accepted = JSON.parse(text('accepted-changes.json'))
const changelog = text('CHANGELOG.md')
const changes = await diff(buildSchema(text('released.graphql')), schema)
let failed = 0
for (const { criticality, path, message } of changes) {
  const breaking = criticality.level === CriticalityLevel.Breaking
  const dangerous = criticality.level === CriticalityLevel.Dangerous
  const allowed = breaking ? accepted[path] : !dangerous || changelog.includes(path)
  if (!allowed) failed++
  if (breaking || dangerous) console.log(`${allowed ? 'accepted' : 'REFUSED '} ${criticality.level.padEnd(12)} ${path}: ${message}`)
}
console.log(`${changes.length} changes since the release, ${failed} refused`)
process.exitCode = failed > 0 ? 1 : 0
