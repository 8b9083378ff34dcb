import type { OrganizationCreateInput } from '@contract'
import { useEffect, useState } from 'react'
import type { Refusal } from '@/api/gql'
import { useViewer } from '@/app/session'
import type { Company } from '../company-fields'
import { wholeOf } from '../whole'
import type { Step } from './search'

export interface Draft {
  company: Company
  /** Nobody yet, or how the first administrator gets in. */
  administrator: { wanted: boolean; email: string; firstName: string; lastName: string; phone: string; message: string; ownPassword: boolean }
  features: readonly string[]
  hidden: readonly string[]
  seats: string | null
  planId: string | null
  credits: string
}

const empty: Draft = {
  company: { name: '', legalName: '', address: '', contactName: '', contactEmail: '', phone: '', locale: '', timezone: '', tags: [] },
  administrator: { wanted: true, email: '', firstName: '', lastName: '', phone: '', message: '', ownPassword: true },
  features: [],
  hidden: [],
  seats: null,
  planId: null,
  credits: '',
}

/** What this person typed so far; a reload keeps it, the end of the browser tab does not. */
export function useDraft(parent: string | undefined) {
  const kept = `tenantry.newOrganization.${useViewer().user.id}`
  const [draft, setDraft] = useState<Draft>(() => {
    try {
      const { parent: of, draft } = JSON.parse(sessionStorage.getItem(kept) ?? '') as { parent: string | null; draft: Draft }
      return of === (parent ?? null) ? { ...empty, ...draft } : empty
    } catch {
      return empty
    }
  })
  useEffect(() => {
    if (draft !== empty) sessionStorage.setItem(kept, JSON.stringify({ parent: parent ?? null, draft }))
  }, [draft, parent, kept])
  const forget = () => {
    sessionStorage.removeItem(kept)
    setDraft(empty)
  }
  return { draft, change: (next: Partial<Draft>) => setDraft((old) => ({ ...old, ...next })), forget }
}

const told = (text: string): string | null => text.trim() || null

/** The input of the mutation; what is not offered at a step is left out, because giving it takes a permission. */
export function inputOf({ company, administrator, ...draft }: Draft, parentId: string | undefined, steps: readonly Step[], may: { seats: boolean; plan: boolean; credits: boolean }): OrganizationCreateInput {
  const { name, tags, ...details } = company
  const features = steps.includes('features')
  return {
    name: name.trim(),
    tags: [...tags],
    ...Object.fromEntries(Object.entries(details).map(([key, text]) => [key, told(text)])),
    ...(parentId && { parentId }),
    ...(administrator.wanted && {
      administrator: {
        email: administrator.email.trim(),
        firstName: told(administrator.firstName),
        lastName: told(administrator.lastName),
        phone: told(administrator.phone),
        credentialMode: administrator.ownPassword ? 'INVITE_LINK' : 'TEMPORARY_PASSWORD',
        ...(administrator.ownPassword && { message: told(administrator.message) }),
      },
    }),
    ...(features && draft.features.length > 0 && { features: [...draft.features], hiddenFeatures: draft.hidden.filter((key) => draft.features.includes(key)) }),
    ...(features && may.seats && draft.seats !== null && { seatLimit: Number(draft.seats) }),
    ...(steps.includes('plan') && may.plan && draft.planId && { planId: draft.planId }),
    ...(steps.includes('plan') && may.credits && told(draft.credits) && { initialCredits: wholeOf(draft.credits) }),
  }
}

/** The step at which a mistake is put right. */
export function stepOf({ path }: Pick<Refusal, 'path'>): Step {
  const [field] = path[0] === 'input' ? path.slice(1) : path
  if (field === 'administrator') return 'administrator'
  if (field === 'features' || field === 'hiddenFeatures' || field === 'seatLimit') return 'features'
  if (field === 'planId' || field === 'initialCredits') return 'plan'
  return field && field !== 'parentId' && field !== 'idempotencyKey' ? 'company' : 'review'
}
