import * as v from 'valibot'
import { flag, oneOf, word, count } from '@/app/search'

/** The address of the settings: which part of them is in sight. */
export const settingsSearch = v.object({
  tab: oneOf('company', 'access', 'features', 'sender', 'mails'),
  edit: flag,
  after: word,
  before: word,
  page: count,
  size: v.fallback(v.optional(v.picklist([50, 100])), undefined),
})

export type SettingsSearch = v.InferOutput<typeof settingsSearch>
