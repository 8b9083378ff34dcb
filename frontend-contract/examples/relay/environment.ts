import { createClient } from 'graphql-sse'
import { Environment, Network, Observable, RecordSource, Store, type GraphQLResponse } from 'relay-runtime'

// Relay's compiler stores the SHA-256 of each document as its id, and the text
// in persisted.json, which is part of the contract's documents. So the server
// knows it, and the text is neither bundled nor sent.
export function connect(url: string, token?: string): Environment {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const events = createClient({ url, headers: authorization, credentials: 'same-origin' })
  return new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(
      async ({ id }, variables) => {
        const response = await fetch(url, {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...authorization },
          body: JSON.stringify({ documentId: id, variables }),
        })
        return failing(await response.json())
      },
      ({ id, name }, variables) =>
        Observable.create<GraphQLResponse>((sink) =>
          events.subscribe<never, never>({ query: '', operationName: name, variables, extensions: { persistedQuery: { version: 1, sha256Hash: id } } }, sink as never),
        ),
    ),
  })
}

// Relay takes a field that failed for an empty one. Here nothing is empty by
// failure but what the whole answer is about, so that throws, with its code.
function failing(answer: GraphQLResponse & { errors?: { message: string; extensions?: { code?: string } }[] }): GraphQLResponse {
  const failure = answer.errors?.[0]
  if (failure) throw Object.assign(new Error(failure.message), { code: failure.extensions?.code ?? 'INTERNAL' })
  return answer
}
