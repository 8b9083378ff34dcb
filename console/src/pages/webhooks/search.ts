import type { WebhookEndpointOrderField, WebhookEndpointWhereInput } from '@contract'
import * as v from 'valibot'
import { listFields, oneOf, word } from '@/app/search'

/** The address of the list of webhook endpoints. */
export const webhooksSearch = v.object({
  ...listFields,
  state: oneOf('on', 'off'),
  event: word,
  organization: word,
  sort: oneOf('NAME', 'CREATED_AT'),
  endpoint: word,
})

export type WebhooksSearch = v.InferOutput<typeof webhooksSearch>
export type WebhooksSort = WebhookEndpointOrderField

export const sortingOf = ({ sort = 'NAME', dir = 'ASC' }: WebhooksSearch) => ({ field: sort, direction: dir })

export const whereOf = ({ state, event, organization }: WebhooksSearch): WebhookEndpointWhereInput => ({
  ...(state && { active: state === 'on' }),
  ...(event && { event }),
  ...(organization && { organizationId: { eq: organization } }),
})

export const filtered = ({ q, state, event, organization }: WebhooksSearch): boolean => !!(q || state || event || organization)

export const unfiltered = { q: undefined, state: undefined, event: undefined, organization: undefined }
