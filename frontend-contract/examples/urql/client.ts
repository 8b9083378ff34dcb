import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { persistedExchange } from '@urql/exchange-persisted'
import introspection from '../../generated/schema.json'
import typesWithoutId from '../../generated/typesWithoutId.json'
import { idOf } from '../documents'

// What has no id is kept within what holds it.
const keys = Object.fromEntries(typesWithoutId.map((name) => [name, () => null]))

// A normalised cache over trusted documents. Subscriptions come as server-sent
// events through the same fetch. In a page of the same origin leave token out.
export function connect(url: string, token?: string): Client {
  return new Client({
    url,
    preferGetMethod: false,
    fetchSubscriptions: true,
    fetchOptions: () => ({ credentials: 'same-origin', headers: new Headers(token ? { authorization: `Bearer ${token}` } : {}) }),
    exchanges: [
      cacheExchange({
        schema: introspection as never, // of graphql's own form; @urql/introspection makes it smaller for a bundle
        keys,
        // A list that grows by "load more". Leave it out for numbered pages.
        resolvers: { Query: { users: relayPagination({ mergeMode: 'outwards' }) } },
        updates: {
          Subscription: {
            // One row changes by itself, as it has an id. What was added,
            // removed or missed makes the lists stale.
            userChanged(result, _args, cache) {
              const { kind } = result['userChanged'] as { kind: string }
              if (kind !== 'UPDATED') cache.invalidate('Query', 'users')
            },
          },
        },
      }),
      persistedExchange({
        enforcePersistedQueries: true, // never the text
        enableForMutation: true,
        enableForSubscriptions: true,
        preferGetForPersistedQueries: false,
        generateHash: async (_text, document) => idOf(document),
      }),
      fetchExchange,
    ],
  })
}
