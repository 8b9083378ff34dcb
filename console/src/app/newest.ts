import { useQuery, type QueryKey } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

interface Read<Data> {
  queryKey: QueryKey
  queryFn: () => Promise<Data>
}

/**
 * The row a form was opened with, or what it has become since: a dialog holds a row as it was, and the list may
 * have lost it by what somebody else saved. So it is read by its id.
 */
export function useNewest<Row extends { id: string; version: number }, Data>(
  row: Row | undefined,
  query: (id: string) => Read<Data>,
  rowOf: (data: Data) => Row | null | undefined,
): Row | undefined {
  const { data } = useQuery({ ...query(row?.id ?? ''), enabled: !!row })
  const read = data && rowOf(data)
  // What was read before the form was opened may be older than the row.
  return row && read && read.version > row.version ? read : row
}

/** What was changed and nothing else: what is left out stays as it is. */
export function patchOf<Input extends object>(before: Input, input: Input): Partial<Input> {
  const changed = Object.entries(input).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Input]))
  return Object.fromEntries(changed) as Partial<Input>
}

/** A choice of several in one order, so that the order of the clicks is no change. */
export const sorted = (chosen: Iterable<string>): string[] => [...chosen].sort()

/** Tells of what both changed where the value itself is no word for people; `saved` is it in words. */
export function useSaved() {
  const { t } = useTranslation()
  return (both: string | undefined, saved: string): string | undefined => both && t(saved ? 'failure.STALE.saved' : 'failure.STALE.emptied', { value: saved })
}
