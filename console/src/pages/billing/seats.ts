import { OrganizationSeatsDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { gql } from '@/api/gql'

/** The seats an account is charged for: those sold, else those taken; undefined while or where nobody says. */
export function useChargedSeats(organization: string | undefined): number | undefined {
  const { data } = useQuery({
    queryKey: ['organizations', 'seats', organization],
    queryFn: () => gql(OrganizationSeatsDocument, { id: organization ?? '' }),
    enabled: !!organization,
  })
  const seats = data?.organization?.seats
  return seats ? (seats.limit ?? seats.used) : undefined
}
