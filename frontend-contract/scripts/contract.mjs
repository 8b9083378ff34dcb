import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSchema, parse, visit } from 'graphql'

export const at = (path) => fileURLToPath(new URL('../' + path, import.meta.url))
export const text = (path) => readFileSync(at(path), 'utf8')

export const schemaText = text('schema.graphql')
export const schema = buildSchema(schemaText)

const typename = { kind: 'Field', name: { kind: 'Name', value: '__typename' } }

// documents are the hand-written operations as they are stored: with
// __typename in every selection set but the root's, first.
export const documents = readdirSync(at('operations'))
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => ({
    location: 'operations/' + name,
    rawSDL: text('operations/' + name),
    document: visit(parse(text('operations/' + name), { noLocation: true }), {
      SelectionSet(node, _key, parent) {
        if (parent?.kind === 'OperationDefinition') return
        if (node.selections.some((one) => one.kind === 'Field' && one.name.value === '__typename')) return
        return { ...node, selections: [typename, ...node.selections] }
      },
    }),
  }))

// hashes finds the id of a trusted document by the name of its operation.
export const hashes = new Map(
  Object.entries(JSON.parse(text('documents.json'))).map(([hash, stored]) => [
    /^(?:query|mutation|subscription) (\w+)/.exec(stored)[1],
    hash,
  ]),
)
