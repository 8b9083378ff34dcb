import { OrganizationChoicesDocument, type OrganizationWhereInput } from '@contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { gql } from '@/api/gql'

/** The first organizations there are to choose from. */
export const choicesQuery = (where?: OrganizationWhereInput) =>
  queryOptions({ queryKey: ['organizations', 'choices', null, where], queryFn: () => gql(OrganizationChoicesDocument, { search: null, where: where ?? null }), staleTime: 60_000 })

/** Whether the caller sees more than one organization at all. */
export function useManyOrganizations(): boolean {
  const { data } = useQuery(choicesQuery())
  return (data?.organizations?.nodes.length ?? 0) > 1
}
