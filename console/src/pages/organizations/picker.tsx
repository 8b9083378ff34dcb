import { OrganizationChoicesDocument, type OrganizationChoicesQuery, type OrganizationWhereInput } from '@contract'
import { gql } from '@/api/gql'
import { Finder } from '@/app/finder'
import { NameAndText } from '@/ui/combobox'

export type OrganizationChoice = NonNullable<OrganizationChoicesQuery['organizations']>['nodes'][number]

interface OrganizationPickerProps {
  label: string
  value: OrganizationChoice | null
  onChange: (organization: OrganizationChoice | null) => void
  /** Which organizations are offered. */
  where?: OrganizationWhereInput
  placeholder?: string
  className?: string
}

/** Finds one organization. */
export const OrganizationPicker = ({ where, ...rest }: OrganizationPickerProps) => (
  <Finder
    {...rest}
    nameOf={({ name }) => name}
    source={{
      key: ['organizations', 'found', where],
      find: async (search) => (await gql(OrganizationChoicesDocument, { search, where: where ?? null })).organizations?.nodes ?? [],
    }}
  >
    {({ name, parent }) => <NameAndText name={name} text={parent?.name} />}
  </Finder>
)
