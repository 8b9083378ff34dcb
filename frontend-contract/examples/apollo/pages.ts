import type { FieldPolicy, Reference } from '@apollo/client/cache'

interface Page {
  nodes: readonly Reference[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
}

// A list that grows at either end as fetchMore brings pages: `after` appends,
// `before` puts in front, neither begins anew. keyArgs are those of
// generated/listKeys.json; other conditions are another list.
export function growing(keyArgs: readonly string[]): FieldPolicy<Page> {
  return {
    keyArgs: [...keyArgs],
    merge(existing, incoming, { args }) {
      if (existing && args?.['after']) {
        const { hasPreviousPage, startCursor } = existing.pageInfo
        return { ...incoming, nodes: [...existing.nodes, ...incoming.nodes], pageInfo: { ...incoming.pageInfo, hasPreviousPage, startCursor } }
      }
      if (existing && args?.['before']) {
        const { hasNextPage, endCursor } = existing.pageInfo
        return { ...incoming, nodes: [...incoming.nodes, ...existing.nodes], pageInfo: { ...incoming.pageInfo, hasNextPage, endCursor } }
      }
      return incoming
    },
  }
}
