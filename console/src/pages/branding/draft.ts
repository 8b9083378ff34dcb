import type { BrandingLookFieldsFragment, BrandingRowFragment } from '@contract'
import { contrast } from '@/ui/brand'

export const fields = ['productName', 'primaryColor', 'accentColor', 'supportEmail', 'supportUrl', 'mailSenderName'] as const

/** What an organization says of a portal itself; null is as above. */
export type Draft = Record<(typeof fields)[number], string | null>

export const draftOf = (branding: BrandingRowFragment): Draft => ({
  productName: branding.productName,
  primaryColor: branding.primaryColor,
  accentColor: branding.accentColor,
  supportEmail: branding.supportEmail,
  supportUrl: branding.supportUrl,
  mailSenderName: branding.mailSenderName,
})

/** What differs from what is stored: all that is sent. */
export const changesOf = (draft: Draft, stored: Draft): Partial<Draft> =>
  Object.fromEntries(fields.filter((name) => draft[name] !== stored[name]).map((name) => [name, draft[name]]))

/** What comes from above where the organization says nothing. */
export interface Above extends Draft {
  logoUrl: string | null
  /** Who says it. */
  name: string
}

// The look at hosts that belong to nobody, which a reseller begins with.
const platform = { primaryColor: '#1F4E79', accentColor: '#0F766E', supportEmail: null, supportUrl: null, logoUrl: null }

export const ofPlatform = (reseller: string): Above => ({ ...platform, productName: reseller, mailSenderName: reseller, name: 'Tenantry' })

export const ofParent = (look: BrandingLookFieldsFragment, name: string, sender: string | null): Above => ({ ...look, mailSenderName: sender, name })

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/** Links are written in the first colour, marks are drawn in the second. */
export const needs = { primaryColor: 4.5, accentColor: 3 } as const

/** The same hue, as light as it may be to be told apart on white. */
export function darkened(colour: string, want: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  for (let share = 99; share > 0; share--) {
    const next = `#${parts.map((one) => Math.floor((one * share) / 100).toString(16).padStart(2, '0')).join('')}`
    if (contrast(next, '#ffffff') >= want) return next.toUpperCase()
  }
  return '#000000'
}
