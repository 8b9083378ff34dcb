import type { CustomModelOrderField, CustomModelWhereInput } from '@contract'
import * as v from 'valibot'
import { listFields, oneOf, word } from '@/app/search'

export const tasks = ['CLASSIFICATION', 'EXTRACTION', 'GENERATION', 'SUMMARIZATION', 'TRANSCRIPTION', 'TRANSLATION'] as const
export const states = ['DRAFT', 'ACTIVE', 'RETIRED'] as const

/** The address of the register of custom models. */
export const modelsSearch = v.object({
  ...listFields,
  state: oneOf(...states),
  task: oneOf(...tasks),
  organization: word,
  sort: oneOf('NAME', 'CREATED_AT'),
})

export type ModelsSearch = v.InferOutput<typeof modelsSearch>
export type ModelsSort = CustomModelOrderField

export const sortingOf = ({ sort = 'NAME', dir = 'ASC' }: ModelsSearch) => ({ field: sort, direction: dir })

export const whereOf = ({ state, task, organization }: ModelsSearch): CustomModelWhereInput => ({
  ...(state && { status: { in: [state] } }),
  ...(task && { task: { in: [task] } }),
  ...(organization && { organizationId: { eq: organization } }),
})

export const filtered = ({ q, state, task, organization }: ModelsSearch): boolean => !!(q || state || task || organization)

export const unfiltered = { q: undefined, state: undefined, task: undefined, organization: undefined }
