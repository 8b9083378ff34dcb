import { OrganizationMembersDocument, readFragment, UserRowFragmentDoc, type UserRowFragment } from '@contract'
import { gql } from '@/api/gql'
import { Finder } from '@/app/finder'
import { NameAndText } from '@/ui/combobox'

interface MemberPickerProps {
  organizationId: string
  label: string
  placeholder: string
  value: UserRowFragment | null
  onChange: (user: UserRowFragment | null) => void
}

/** Finds one active person among those of an organization. */
export function MemberPicker({ organizationId, ...rest }: MemberPickerProps) {
  const where = { memberOf: { eq: organizationId }, status: { in: ['ACTIVE' as const] } }
  return (
    <Finder
      {...rest}
      nameOf={({ displayName }) => displayName}
      source={{
        key: ['organization', organizationId, 'members', 'choices'],
        find: async (search) => readFragment(UserRowFragmentDoc, (await gql(OrganizationMembersDocument, { first: 20, search, where })).users?.nodes) ?? [],
      }}
    >
      {({ displayName, email }) => <NameAndText name={displayName} text={email} />}
    </Finder>
  )
}
