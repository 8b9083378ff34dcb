import * as v from 'valibot'
import { word } from '@/app/search'

export const portals = ['RESELLER', 'CUSTOMER', 'TENANT_ADMIN', 'OPERATIONS', 'AGENT_DESKTOP'] as const

/** The address of the branding: whose, and of which portal. */
export const brandingSearch = v.object({
  organization: word,
  portal: v.fallback(v.optional(v.picklist(portals)), undefined),
})
