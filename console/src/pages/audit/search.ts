import * as v from 'valibot'
import { oneOf, word } from '@/app/search'

const day = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined)

/** The address of the log: a link to it shows a colleague the same lines. */
export const auditSearch = v.object({
  kind: word,
  action: word,
  actor: word,
  target: word,
  type: word,
  org: word,
  range: oneOf('h1', 'h24', 'd7', 'd30', 'd90', 'days'),
  from: day,
  to: day,
  outcome: oneOf('refused'),
  event: word,
  job: word,
})

export type AuditSearch = v.InferOutput<typeof auditSearch>

export const ranges = ['h1', 'h24', 'd7', 'd30', 'd90', 'days'] as const

export const filtered = ({ kind, action, actor, target, type, org, range, outcome }: AuditSearch): boolean =>
  !!(kind || action || actor || target || type || org || range || outcome)

export const unfiltered = {
  kind: undefined,
  action: undefined,
  actor: undefined,
  target: undefined,
  type: undefined,
  org: undefined,
  range: undefined,
  from: undefined,
  to: undefined,
  outcome: undefined,
}
