import type { LiveProvider } from '@refinedev/core'
import { createClient, type ExecutionResult } from 'graphql-ws'
import { UserChangedDocument, type UserChangedSubscription } from '../../generated'

export interface Options {
  url: string
  token?: string // none in a page of the same origin: the cookie travels along
  webSocketImpl?: unknown // for Node, which has none of its own before 22
}

const kinds: Record<string, string> = { CREATED: 'created', UPDATED: 'updated', DELETED: 'deleted' }

// Changes of users over graphql-transport-ws; dispose closes the connection.
export function liveProvider({ url, token, webSocketImpl }: Options): LiveProvider & { dispose(): void } {
  const socket = createClient({ url: url.replace(/^http/, 'ws'), webSocketImpl, connectionParams: token ? { authorization: `Bearer ${token}` } : {} })
  return {
    subscribe({ channel, types, params, callback }) {
      if (params?.resource !== 'users') return () => {}
      const wanted = params.ids ?? (params.id === undefined ? undefined : [params.id])
      return socket.subscribe<UserChangedSubscription>(
        { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: UserChangedDocument.__meta__?.['hash'] } } },
        {
          next({ data }: ExecutionResult<UserChangedSubscription, unknown>) {
            const change = data?.userChanged
            if (!change) return
            const type = kinds[change.kind] ?? '*' // RESYNC: everything may have changed
            const ids = change.userId ? [change.userId] : []
            if (!types.includes('*') && type !== '*' && !types.includes(type)) return
            if (wanted && ids.length > 0 && !ids.some((id) => wanted.includes(id))) return
            callback({ channel, type, payload: { ids }, date: new Date() })
          },
          error: () => {}, // the client connects anew by itself; what then fails, fails in the lists too
          complete: () => {},
        },
      )
    },
    unsubscribe: (stop: () => void) => stop(),
    dispose: () => void socket.dispose(),
  }
}
