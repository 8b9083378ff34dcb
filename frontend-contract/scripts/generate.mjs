// Writes generated/ from schema.graphql, operations/ and documents.json.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { codegen } from '@graphql-codegen/core'
import { preset } from '@graphql-codegen/client-preset'
import { introspectionFromSchema, isAbstractType, isObjectType, parse } from 'graphql'
import { at, documents, hashes, schema, schemaText } from './contract.mjs'

const scalars = {
  ID: 'string',
  Date: 'string', // a calendar day, such as 2026-11-20
  DateTime: 'string', // RFC 3339, UTC, milliseconds
  Cursor: 'string', // opaque
  BigInt: 'string', // decimal digits
  Decimal: 'string', // exact, such as 12.50
  LongText: 'string',
  JSON: 'unknown', // what the browser's WebAuthn functions take and give
}

const write = (file, content) => {
  mkdirSync(dirname(at(file)), { recursive: true })
  writeFileSync(at(file), content.endsWith('\n') ? content : content + '\n')
}
const json = (file, value) => write(file, JSON.stringify(value, null, 2))

rmSync(at('generated'), { recursive: true, force: true })

const sections = await preset.buildGeneratesSection({
  baseOutputDir: 'generated/',
  schema: parse(schemaText),
  schemaAst: schema,
  documents,
  plugins: [],
  pluginMap: {},
  pluginContext: {},
  config: {
    enumsAsTypes: true,
    useTypeImports: true,
    strictScalars: true,
    scalars,
    documentMode: 'string',
    nonOptionalTypename: true,
    skipTypeNameForRoot: true,
  },
  presetConfig: {
    fragmentMasking: { unmaskFunctionName: 'readFragment' },
    // The id is that of the stored text; codegen's own printing differs.
    persistedDocuments: {
      mode: 'embedHashInDocument',
      hashPropertyName: 'hash',
      hashAlgorithm: (printed) => {
        const name = /(?:query|mutation|subscription) (\w+)/.exec(printed)[1]
        const hash = hashes.get(name)
        if (!hash) throw new Error(`${name} is not in documents.json: run go test ./frontend-contract -update`)
        return hash
      },
    },
  },
})
for (const section of sections) {
  // Documents are imported by name: no gql() tag, no second manifest.
  if (!['graphql.ts', 'fragment-masking.ts'].includes(basename(section.filename))) continue
  const output = await codegen({ ...section, cache: undefined })
  write(section.filename, output.replaceAll(/[ \t]+$/gm, ''))
}

write('generated/index.ts', "export * from './fragment-masking'\nexport * from './graphql'\n")
json('generated/schema.json', introspectionFromSchema(schema, { inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true }))

const possibleTypes = {}
for (const type of Object.values(schema.getTypeMap())) {
  if (isAbstractType(type)) possibleTypes[type.name] = schema.getPossibleTypes(type).map((one) => one.name).sort()
}
json('generated/possibleTypes.json', possibleTypes)

// What normalising caches must know: which objects have no id of their own,
// and which arguments make another list rather than another page of one. The
// latter stand apart: as key of a list they are right only where pages merge.
const paging = ['first', 'after', 'last', 'before', 'offset']
const typePolicies = {}
const withoutId = []
const listKeys = {}
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue
  if (!roots.includes(type)) {
    typePolicies[type.name] = { keyFields: type.getFields().id ? ['id'] : false }
    if (!type.getFields().id) withoutId.push(type.name)
  }
  for (const field of Object.values(type.getFields())) {
    if (!/Connection!?$/.test(String(field.type))) continue
    listKeys[type.name] = { ...listKeys[type.name], [field.name]: field.args.map(({ name }) => name).filter((name) => !paging.includes(name)) }
  }
}
json('generated/listKeys.json', listKeys)
json('generated/typePolicies.json', typePolicies)
json('generated/typesWithoutId.json', withoutId)
