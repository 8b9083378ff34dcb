import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { OperationTypeNode } from 'graphql'
import { createClient, type Client } from 'graphql-ws'
import listKeys from '../../generated/listKeys.json'
import possibleTypes from '../../generated/possibleTypes.json'
import typePolicies from '../../generated/typePolicies.json'
import { idOf } from '../documents'
import { growing } from './pages'

export interface Options {
  url: string
  token?: string // none in a page of the same origin: the cookie travels along
  webSocketImpl?: unknown // for Node, which has none of its own before 22
}

// A normalised cache over trusted documents; subscriptions by WebSocket.
export function connect({ url, token, webSocketImpl }: Options) {
  const socket = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
  })
  const http = new HttpLink({ uri: url, credentials: 'same-origin', headers: token ? { authorization: `Bearer ${token}` } : {} })
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      overSocket(socket),
      new PersistedQueryLink({ generateHash: idOf, retry: () => false, disable: () => false }).concat(http),
    ),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        ...(typePolicies as object),
        // Without this each page stands for itself, which suits numbered ones.
        Query: { fields: { users: growing(listKeys.Query.users) } },
      },
    }),
  })
  return { client, close: () => socket.dispose() }
}

// GraphQLWsLink, but with the id of the document where that sends its text.
function overSocket(socket: Client): ApolloLink {
  return new ApolloLink(({ query, operationName, variables }) => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(query) } }
    return new Observable((observer) => socket.subscribe<ApolloLink.Result['data']>({ query: '', operationName, variables, extensions }, observer as never))
  })
}
