import type { AuditEventRowFragment, AuditEventWhereInput } from '@contract'
import { isType, refusals } from './actions'
import type { AuditSearch } from './search'

const hours = { h1: 1, h24: 24, d7: 24 * 7, d30: 24 * 30, d90: 24 * 90 }

/** The conditions of the filters, all of which must hold. Days begin where the reader is. */
export function whereOf({ kind, action, actor, target, type, org, range, from, to, outcome }: AuditSearch, now: number): AuditEventWhereInput {
  const since = range === 'days' ? from && startOf(from) : range && new Date(now - hours[range] * 3_600_000)
  const until = range === 'days' && to ? startOf(to, 1) : undefined
  const what = { ...(action ? { eq: action } : kind && { startsWith: `${kind}.` }), ...(outcome && { in: refusals }) }
  return {
    ...(Object.keys(what).length > 0 && { action: what }),
    ...(actor && { actorId: { eq: actor } }),
    ...(target && { targetId: { eq: target } }),
    ...(isType(type) && { targetType: { in: [type] } }),
    ...(org && { organizationId: { eq: org } }),
    ...((since || until) && { occurredAt: { ...(since && { gte: since.toISOString() }), ...(until && { lt: until.toISOString() }) } }),
  }
}

function startOf(date: string, later = 0): Date {
  const [year = 0, month = 1, number = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, number + later)
}

/** Whether a line that was just written belongs to what is shown. */
export function matches({ kind, action, actor, target, type, org, range, to, outcome }: AuditSearch, event: AuditEventRowFragment): boolean {
  return (
    (!action || event.action === action) &&
    (!kind || event.action.startsWith(`${kind}.`)) &&
    (!actor || event.actor?.userId === actor) &&
    (!target || event.target.targetId === target) &&
    (!isType(type) || event.target.typeName === type) &&
    (!org || event.organization?.id === org) &&
    (!outcome || refusals.includes(event.action)) &&
    !(range === 'days' && to && startOf(to, 1) <= new Date(event.occurredAt))
  )
}
