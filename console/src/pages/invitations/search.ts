import type { InvitationOrderField, InvitationStatus, InvitationWhereInput } from '@contract'
import * as v from 'valibot'
import { flag, listFields, oneOf, word } from '@/app/search'

/** The address of the list of invitations. */
export const invitationsSearch = v.object({
  ...listFields,
  status: oneOf('PENDING', 'EXPIRED', 'ACCEPTED', 'REVOKED'),
  organization: word,
  ends: oneOf('day', 'three'),
  sort: oneOf('CREATED_AT', 'EXPIRES_AT', 'EMAIL'),
  open: flag,
})

export type InvitationsSearch = v.InferOutput<typeof invitationsSearch>
export type InvitationsSort = NonNullable<InvitationsSearch['sort']> & InvitationOrderField

export const sortingOf = ({ sort = 'CREATED_AT', dir = 'DESC' }: InvitationsSearch) => ({ field: sort, direction: dir })

/** The conditions of the filters; an hour is long enough for the same list to stay the same list. */
export function whereOf({ status, organization, ends }: InvitationsSearch, now: Date): InvitationWhereInput {
  const hour = Math.ceil(now.getTime() / 3_600_000) * 3_600_000
  return {
    ...(status && { status: { in: [status] } }),
    ...(organization && { organizationId: { eq: organization } }),
    ...(ends && { expiresAt: { lte: new Date(hour + (ends === 'day' ? 1 : 3) * 86_400_000).toISOString() }, ...(!status && { status: { in: ['PENDING'] as InvitationStatus[] } }) }),
  }
}

export const filtered = ({ q, status, organization, ends }: InvitationsSearch): boolean => !!(q || status || organization || ends)

export const unfiltered: Partial<InvitationsSearch> = { q: undefined, status: undefined, organization: undefined, ends: undefined }
