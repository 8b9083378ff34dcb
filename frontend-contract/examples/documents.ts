import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { parse, type DocumentNode } from 'graphql'
import type { TypedDocumentString } from '../generated'

// Normalising clients want documents parsed: they read the selection to fill
// their cache. Both of them add to a document before it is sent, so its id is
// found by the name of its operation.
const ids = new Map<string, string>()

export function parsed<Data, Variables>(document: TypedDocumentString<Data, Variables>): TypedDocumentNode<Data, Variables> {
  const node = parse(document.toString())
  ids.set(nameOf(node), document.__meta__?.['hash'])
  return node
}

// idOf is the SHA-256 of the stored text, in hex.
export function idOf(document: DocumentNode): string {
  const id = ids.get(nameOf(document))
  if (!id) throw new Error(`${nameOf(document)} is not a document of the contract`)
  return id
}

function nameOf(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind === 'OperationDefinition' && definition.name) return definition.name.value
  }
  return '' // a fragment alone
}
