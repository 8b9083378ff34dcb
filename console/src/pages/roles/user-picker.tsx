import { UserChoicesDocument, type UserChoicesQuery } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { gql } from '@/api/gql'
import { Finder } from '@/app/finder'
import { Avatar } from '@/ui/avatar'
import { NameAndText } from '@/ui/combobox'

export type UserChoice = NonNullable<UserChoicesQuery['users']>['nodes'][number]

/** One person whose id is all that is known, as from an address. */
export function useUserChoice(id: string | undefined) {
  return useQuery({
    queryKey: ['users', 'choice', id],
    queryFn: async () => (await gql(UserChoicesDocument, { where: { id: { eq: id! } } })).users?.nodes[0] ?? null,
    enabled: !!id,
    staleTime: 300_000,
  })
}

interface UserPickerProps {
  label: string
  /** The id, as it stands in the address. */
  value: string | undefined
  onChange: (user: UserChoice | null) => void
  placeholder?: string
  className?: string
}

/** Finds one person. */
export function UserPicker({ value, ...rest }: UserPickerProps) {
  const known = useUserChoice(value).data
  return (
    <Finder
      {...rest}
      wide
      value={value ? (known ?? null) : null}
      nameOf={({ displayName }) => displayName}
      source={{ key: ['users', 'choices'], find: async (search) => (await gql(UserChoicesDocument, { search })).users?.nodes ?? [] }}
    >
      {({ id, initials, displayName, email, organization }) => (
        <>
          <Avatar id={id} initials={initials} />
          <NameAndText name={displayName} text={`${email} · ${organization.name}`} />
        </>
      )}
    </Finder>
  )
}
