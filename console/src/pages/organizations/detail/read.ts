import { OrganizationDetailDocument, OrganizationRowFragmentDoc, readFragment } from '@contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { gql, RequestError } from '@/api/gql'

/** One organization, with all that its pages show. */
export const detailQuery = (id: string) => queryOptions({ queryKey: ['organization', id, 'detail'], queryFn: () => gql(OrganizationDetailDocument, { id }) })

/** The organization as its parts take it, once it is read; why it cannot be, or NOT_FOUND when it is not there (any more). */
export function useOrganization(id: string) {
  const { data, error, refetch } = useQuery(detailQuery(id))
  const { organization: detail, viewer: rights } = data ?? {}
  const row = readFragment(OrganizationRowFragmentDoc, detail)
  const whole = detail && row && rights ? { detail, row, rights } : undefined
  const failure = whole ? undefined : data ? new RequestError('', 'NOT_FOUND') : error
  return { whole, failure, retry: () => void refetch() }
}
