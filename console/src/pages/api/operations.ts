import type { Permission } from '@contract'
import contract from '../../../../frontend-contract/permissions.json'

interface Operation {
  kind: string
  public: boolean
  stepUp: boolean
  guards: readonly { field: string; anyOf: readonly string[]; onDeny: string }[]
}

export const kinds = ['query', 'mutation', 'subscription'] as const

const operations = Object.entries(contract as Record<string, Operation>)

/**
 * The operations of the contract that somebody with these permissions can send:
 * those of everybody are left out, and those that a person alone can confirm.
 */
export const operationsFor = (held: ReadonlySet<Permission>) =>
  operations.filter(
    ([, one]) =>
      !one.public && !one.stepUp && one.guards.every(({ anyOf, onDeny }) => onDeny !== 'ERROR' || anyOf.some((each) => held.has(each as Permission))),
  )
