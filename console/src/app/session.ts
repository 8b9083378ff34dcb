import { ViewerDocument, ViewerImpersonationDocument, type Permission, type ViewerImpersonationQuery, type ViewerQuery } from '@contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { gql, RequestError } from '@/api/gql'

export type Viewer = NonNullable<ViewerQuery['viewer']>

const key = ['viewer'] as const

/** Who is signed in; null when nobody is. That somebody is no longer is an error: the frame leads to the sign-in. */
export const viewerQuery = queryOptions({
  queryKey: key,
  queryFn: async ({ client }): Promise<Viewer | null> => {
    const { viewer } = await gql(ViewerDocument)
    if (!viewer && client.getQueryData(key)) throw new RequestError('The session has ended.', 'UNAUTHENTICATED')
    return viewer ?? null
  },
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

export type Visit = NonNullable<ViewerImpersonationQuery['viewer']>['impersonation']

/** Who of the reseller's staff is really here, in a session that was opened with login-as; null in one's own, undefined until it is known. */
export function useVisit(): Visit | undefined {
  const { data } = useQuery({
    queryKey: [...key, 'impersonation'],
    queryFn: async (): Promise<ViewerImpersonationQuery> => {
      const answer = await gql(ViewerImpersonationDocument)
      if (!answer.viewer) throw new RequestError('The session has ended.', 'UNAUTHENTICATED')
      return answer
    },
    staleTime: 60_000,
  })
  return data?.viewer?.impersonation
}
