import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** Shows what a query will answer before it does, and answers how to take that back. */
export function paint<Data>(client: QueryClient, queryKey: QueryKey, change: (shown: Data) => Data): () => void {
  // What was asked before would paint the old state over.
  void client.cancelQueries({ queryKey, exact: true })
  const before = client.getQueryData<Data>(queryKey)
  if (before !== undefined) client.setQueryData<Data>(queryKey, change(before))
  return () => {
    client.setQueryData(queryKey, before)
    void client.invalidateQueries({ queryKey, exact: true })
  }
}
