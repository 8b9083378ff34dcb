import type { BaseKey, CrudFilter, DataProvider, GetListParams, HttpError, LogicalFilter } from '@refinedev/core'
import { api, RequestError } from '../fetch/gql'
import { Mistakes, orderField, resource, type Values, type Wanted } from '../resources'

// Refine's operators and what the API calls them. One value or several of an
// enum, an id or a text are the same to it.
const operators: Record<string, string> = {
  eq: 'in',
  eqs: 'in',
  in: 'in',
  ina: 'in',
  ne: 'notIn',
  nin: 'notIn',
  contains: 'contains',
  containss: 'contains',
  startswith: 'startsWith',
  startswiths: 'startsWith',
  gt: 'gt',
  gte: 'gte',
  lt: 'lt',
  lte: 'lte',
}

function condition(filter: CrudFilter): Values {
  if (!('field' in filter)) return { [filter.operator]: filter.value.map(condition) } // and, or
  const { field, operator, value } = filter as LogicalFilter
  if (typeof value === 'boolean' && operator === 'eq') return { [field]: value }
  if (operator === 'null' || operator === 'nnull') return { [field]: { isNull: operator === 'null' } }
  if (operator === 'between') return { [field]: { gte: value[0], lte: value[1] } }
  const name = operators[operator]
  if (!name) throw failed(`Lists have no ${operator} of ${field}.`, 400)
  return { [field]: { [name]: name === 'in' || name === 'notIn' ? [value].flat() : value } }
}

const searches = (filter: CrudFilter): filter is LogicalFilter => 'field' in filter && filter.field === 'q'
const empty = ({ value }: CrudFilter) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function wanted({ pagination: { currentPage = 1, pageSize = 25 } = {}, sorters = [], filters = [] }: Omit<GetListParams, 'resource'>): Wanted {
  const given = filters.filter((filter) => !empty(filter))
  return {
    first: pageSize,
    offset: (currentPage - 1) * pageSize,
    search: given.find(searches)?.value,
    where: { and: given.filter((filter) => !searches(filter)).map(condition) },
    orderBy: sorters.map(({ field, order }) => ({ field: orderField(field), direction: order === 'desc' ? 'DESC' : 'ASC' })),
  }
}

const failed = (message: string, statusCode: number, more: Partial<HttpError> = {}): HttpError => ({ ...more, message, statusCode })
const statuses: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, STEP_UP_REQUIRED: 403, NOT_FOUND: 404, RATE_LIMITED: 429, BAD_USER_INPUT: 422 }

// What Refine understands: a status for onError of the auth provider, and
// messages that useForm puts beside their fields.
async function told<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof Mistakes) throw failed(cause.message, 422, { errors: cause.fields })
    if (cause instanceof RequestError) throw failed(cause.message, statuses[cause.code] ?? 500, { code: cause.code })
    throw cause
  }
}

function able<Name extends 'one' | 'create' | 'update' | 'remove'>(name: string, what: Name) {
  const does = resource(name)[what]
  if (!does) throw failed(`${name} cannot do this.`, 405)
  return does
}

const page = (name: string, params: Omit<GetListParams, 'resource'>) =>
  told(async () => {
    const { rows, total } = await resource(name).list(wanted(params))
    return { data: rows as never[], total }
  })

export const dataProvider: DataProvider = {
  getApiUrl: () => api.url,

  getList: ({ resource, ...params }) => page(resource, params),

  getMany: ({ resource, ids }) => page(resource, { pagination: { currentPage: 1, pageSize: 100 }, filters: [{ field: 'id', operator: 'in', value: ids }] }),

  getOne: ({ resource, id }) =>
    told(async () => {
      const data = await able(resource, 'one')(String(id))
      if (!data) throw failed('There is no such record.', 404)
      return { data: data as never }
    }),

  create: ({ resource, variables }) => told(async () => ({ data: (await able(resource, 'create')(variables as Values)) as never })),

  // useForm sends what the form holds: register only the fields it changes, and
  // expectedVersion, so that nobody writes over what somebody else has changed.
  update: ({ resource, id, variables }) => told(async () => ({ data: (await able(resource, 'update')(String(id), variables as Values)) as never })),

  // The address that was typed: mutate({ resource, id, values: { typed } }).
  deleteOne: ({ resource, id, variables }) =>
    told(async () => {
      await able(resource, 'remove')(String(id), (variables as { typed?: string } | undefined)?.typed ?? '')
      return { data: { id: id as BaseKey } as never }
    }),
}
