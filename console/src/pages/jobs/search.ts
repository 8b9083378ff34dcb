import * as v from 'valibot'
import { listFields, oneOf, word } from '@/app/search'

const { after, before, page, size } = listFields

/** The address of the long work: a page of it, and what is open beside it. */
export const jobsSearch = v.object({ after, before, page, size, job: word, items: oneOf('FAILED', 'SKIPPED', 'DONE', 'WAITING'), at: v.fallback(v.optional(v.array(v.string())), undefined) })

export type JobsSearch = v.InferOutput<typeof jobsSearch>
