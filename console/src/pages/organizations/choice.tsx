import { OrganizationNameDocument, type OrganizationWhereInput } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { gql } from '@/api/gql'
import { OrganizationPicker, type OrganizationChoice } from './picker'

interface OrganizationChoiceProps {
  label: string
  /** The id, as it stands in the address. */
  value: string | undefined
  onChange: (id: string | undefined) => void
  where?: OrganizationWhereInput
  placeholder?: string
  className?: string
}

/** The picker for an organization whose id is all that is known of it. */
export function OrganizationChoiceOf({ value, onChange, ...rest }: OrganizationChoiceProps) {
  const [picked, setPicked] = useState<OrganizationChoice | null>(null)
  const { data } = useQuery({
    queryKey: ['organizations', 'name', value],
    queryFn: () => gql(OrganizationNameDocument, { id: value! }),
    enabled: !!value && value !== picked?.id,
    staleTime: 300_000,
  })
  const shown = !value ? null : value === picked?.id ? picked : (data?.organization ?? null)
  return (
    <OrganizationPicker
      {...rest}
      value={shown}
      onChange={(next) => {
        setPicked(next)
        onChange(next?.id)
      }}
    />
  )
}
