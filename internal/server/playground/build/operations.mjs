import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse, visit, Kind } from 'graphql'

// operations() offers the contract's documents to the page as the module
// "virtual:operations": name → { text, variables }. Every text is complete,
// followed by the fragments it needs, and keeps the author's comments.
export function operations(contract) {
  const id = 'virtual:operations'
  return {
    name: 'contract-operations',
    resolveId: (source) => (source === id ? '\0' + id : undefined),
    load(module) {
      if (module !== '\0' + id) return
      return `export default ${JSON.stringify(read(contract, (file) => this.addWatchFile(file)))}`
    },
  }
}

function read(contract, watch) {
  const folder = join(contract, 'operations')
  const definitions = new Map()
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql')).sort()
  for (const name of files) {
    const file = join(folder, name)
    watch(file)
    const text = readFileSync(file, 'utf8')
    const document = parse(text)
    for (const [index, node] of document.definitions.entries()) {
      // From the end of the definition before, so that comments come along.
      const start = index === 0 ? 0 : document.definitions[index - 1].loc.end
      definitions.set(node.name.value, { node, text: text.slice(start, node.loc.end).trim(), operation: basename(name, '.graphql') })
    }
  }
  const samples = join(contract, 'examples', 'variables.json')
  const variables = existsSync(samples) ? JSON.parse(readFileSync(samples, 'utf8')) : {}
  watch(samples)

  const found = {}
  for (const [name, { node, text }] of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue
    const fragments = [...needed(node, definitions, new Set())].sort().map((fragment) => definitions.get(fragment).text)
    found[name] = {
      text: [text, ...fragments].join('\n\n') + '\n',
      variables: variables[name] ? JSON.stringify(variables[name], null, 2) : '',
    }
  }
  return found
}

function needed(node, definitions, seen) {
  visit(node, {
    FragmentSpread(spread) {
      const name = spread.name.value
      if (seen.has(name)) return
      if (!definitions.has(name)) throw new Error(`unknown fragment ${name}`)
      seen.add(name)
      needed(definitions.get(name).node, definitions, seen)
    },
  })
  return seen
}
