import * as v from 'valibot'

// The address of a page holds all that a list shows, so a link shows a colleague
// the same view. What cannot be read there counts as absent.

export const word = v.fallback(v.optional(v.pipe(v.string(), v.maxLength(500))), undefined)
export const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) => v.fallback(v.optional(v.picklist(values)), undefined)
export const flag = v.fallback(v.optional(v.boolean()), undefined)
export const count = v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))), undefined)

/** What every list keeps in the address, besides its own filters and its `sort`. */
export const listFields = {
  q: word,
  dir: oneOf('ASC', 'DESC'),
  after: word,
  before: word,
  page: count,
  size: v.fallback(v.optional(v.picklist([50, 100])), undefined),
}

/** Leads to the first page: another filter or order makes another list. */
export const firstPage = { after: undefined, before: undefined, page: undefined }
