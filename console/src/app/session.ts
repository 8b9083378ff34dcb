import { ViewerDocument, type Permission, type ViewerQuery } from '@contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { gql } from '@/api/gql'

export type Viewer = NonNullable<ViewerQuery['viewer']>

/** Who is signed in; null when nobody is. */
export const viewerQuery = queryOptions({
  queryKey: ['viewer'],
  queryFn: async () => (await gql(ViewerDocument)).viewer ?? null,
  staleTime: 60_000,
})

/** The person signed in, on pages that nobody else reaches. */
export function useViewer(): Viewer {
  const { data } = useQuery(viewerQuery)
  if (!data) throw new Error('nobody is signed in')
  return data
}

/** Whether the viewer holds one of the permissions anywhere: what menus go by. */
export const may = (viewer: Viewer, ...anyOf: Permission[]): boolean => anyOf.some((one) => viewer.permissions.includes(one))
