import { OrganizationChoicesDocument, readFragment, UserCreateDocument, UserRowFragmentDoc, type UserCreateInput } from '@contract'
import type { Ask } from './fixtures'

/** The id of an organization of the demo data by its exact name. */
export async function organization(ask: Ask, name: string): Promise<string> {
  const { organizations } = await ask(OrganizationChoicesDocument, { search: name })
  const found = organizations?.nodes.find((one) => one.name === name)
  if (!found) throw new Error(`there is no ${name}`)
  return found.id
}

/** Makes an active user of Harbor Hotels, whose password nobody needs to know. */
export async function agent(ask: Ask, word: string, input: Partial<UserCreateInput> = {}) {
  const primaryTenant = await organization(ask, 'Harbor Hotels')
  const { userCreate } = await ask(UserCreateDocument, {
    input: { primaryTenant, email: `${word}@harbor.test`, firstName: 'Robin', lastName: word, userType: 'AGENT', access: 'USER', credentialMode: 'TEMPORARY_PASSWORD', ...input },
  })
  const user = readFragment(UserRowFragmentDoc, userCreate?.user)
  if (!user) throw new Error(JSON.stringify(userCreate?.errors))
  return { id: user.id, name: user.displayName, email: user.email, password: userCreate?.temporaryPassword ?? '' }
}
