import { ImpersonationRowFragmentDoc, ImpersonationsDocument, LoginAsEndDocument, LoginAsStartDocument, readFragment, type ImpersonationWhereInput } from '@contract'
import { gql, settled } from '@/api/gql'
import { beginAnew } from '@/app/tabs'

/** In the other person's session everything is different: the page starts anew. */
export const enter = (): void => beginAnew('/console/')

/** Begins what the customer has approved. */
export async function begin(id: string): Promise<void> {
  settled((await gql(LoginAsStartDocument, { id, bearer: false })).loginAsStart)
  enter()
}

/** Leaves the customer's portal, also when its time is over, and goes back to the organization. */
export async function leave(organizationId: string): Promise<void> {
  const { restored } = settled((await gql(LoginAsEndDocument, { id: null })).loginAsEnd)
  beginAnew(restored ? `/console/organizations/${organizationId}` : '/console/signin')
}

export async function impersonations(where: ImpersonationWhereInput, first: number) {
  const { impersonations } = await gql(ImpersonationsDocument, { where, first })
  return readFragment(ImpersonationRowFragmentDoc, impersonations?.nodes) ?? []
}
