import { OrganizationChoicesDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { gql } from '@/api/gql'

/** Whether the caller sees more than one organization at all. */
export function useManyOrganizations(): boolean {
  const { data } = useQuery({ queryKey: ['organizations', 'choices', null, undefined], queryFn: () => gql(OrganizationChoicesDocument, { search: null, where: null }), staleTime: 60_000 })
  return (data?.organizations?.nodes.length ?? 0) > 1
}
