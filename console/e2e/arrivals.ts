import { createHmac } from 'node:crypto'
import { InvitationAcceptDocument, InvitationPreviewDocument, OrganizationCreateDocument, UserCreateDocument, ViewerDocument, type ResellerRole } from '@contract'
import type { APIRequestContext } from '@playwright/test'
import { unique, type Ask, type Mail } from './fixtures'

type Mailbox = (to: string, kind?: string) => Promise<Mail>

/** What everybody made here signs in with: the password that `signedIn` knows. */
export const password = 'tenantry-demo'

/** Sends a trusted document as nobody. */
export const nobody =
  (request: APIRequestContext, base: string): Ask =>
  async (document, variables) => {
    const response = await request.post('/graphql', { headers: { origin: base }, data: { documentId: `sha256:${document.__meta__?.['hash']}`, variables } })
    const answer = await response.json()
    if (answer.errors) throw new Error(JSON.stringify(answer.errors))
    return answer.data
  }

export const tokenOf = ({ links }: Mail): string => new URLSearchParams(new URL(links[0] ?? '', 'http://here.test').hash.slice(1)).get('token') ?? ''

/** Invites somebody to the demo reseller; the mail with the link is on its way. */
export async function invited(admin: Ask, resellerRole: ResellerRole = 'RESELLER_VIEWER'): Promise<string> {
  const email = `story.${unique()}@demo.test`
  const { viewer } = await admin(ViewerDocument)
  const { userCreate } = await admin(UserCreateDocument, {
    input: { email, firstName: 'Nora', lastName: 'Okafor', primaryTenant: viewer!.organization.id, resellerRole },
  })
  if (userCreate?.errors.length !== 0) throw new Error(JSON.stringify(userCreate))
  return email
}

/** Adds somebody of the demo reseller whose password is that of the demo accounts. */
export async function colleague(admin: Ask, outside: Ask, mail: Mailbox, resellerRole?: ResellerRole): Promise<string> {
  const email = await invited(admin, resellerRole)
  const token = tokenOf(await mail(email, 'invitation'))
  const { invitationPreview } = await outside(InvitationPreviewDocument, { token })
  const { invitationAccept } = await outside(InvitationAcceptDocument, { input: { token, password, acceptedTermsVersion: invitationPreview!.termsVersion, bearer: true } })
  if (!invitationAccept?.session) throw new Error(JSON.stringify(invitationAccept))
  return email
}

/** Adds a customer. */
export async function customer(admin: Ask, name = `Story ${unique()}`): Promise<string> {
  const { organizationCreate } = await admin(OrganizationCreateDocument, { input: { name, features: ['SSO'] } })
  const made = organizationCreate?.organization as unknown as { id: string } | null
  if (!made) throw new Error(JSON.stringify(organizationCreate))
  return made.id
}

/** Adds an administrator of a customer with a password that has to be replaced. */
export async function newcomer(admin: Ask, account: string): Promise<{ email: string; temporary: string }> {
  const email = `story.${unique()}@customer.test`
  const { userCreate } = await admin(UserCreateDocument, {
    input: { email, firstName: 'Sol', lastName: 'Ito', primaryTenant: account, access: 'ADMIN', credentialMode: 'TEMPORARY_PASSWORD' },
  })
  if (!userCreate?.temporaryPassword) throw new Error(JSON.stringify(userCreate))
  return { email, temporary: userCreate.temporaryPassword }
}

/** The six digits an authenticator app shows for a secret (RFC 6238), `ahead` periods from now. */
export function codeOf(secret: string, ahead = 0): string {
  const bits = [...secret.replaceAll(/[\s=]/g, '').toUpperCase()].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
