import { HttpError, type DataProvider, type GetListParams } from 'ra-core'
import { UserChangedDocument } from '../../generated'
import { RequestError } from '../fetch/gql'
import { follow } from '../fetch/live'
import { Mistakes, orderField, resource, type Row, type Values, type Wanted } from '../resources'

// Texts match anywhere, lists any of their values, the rest exactly; an object
// is a condition of the API as it stands: { createdAt: { gte: … } }.
const texts = new Set(['email', 'displayName', 'name'])

function conditions(filter: Values): Values {
  const where: Values = {}
  for (const [field, value] of Object.entries(filter)) {
    if (value === undefined || value === '') continue
    if (typeof value === 'boolean' || (typeof value === 'object' && !Array.isArray(value))) where[field] = value
    else if (typeof value === 'string' && texts.has(field)) where[field] = { contains: value }
    else where[field] = { in: [value].flat() }
  }
  return where
}

function wanted({ pagination = { page: 1, perPage: 25 }, sort, filter: { q, ...filter } = {} }: GetListParams): Wanted {
  const { page, perPage } = pagination
  return {
    first: perPage,
    offset: (page - 1) * perPage,
    search: q,
    where: conditions(filter),
    orderBy: sort && sort.field !== 'id' ? [{ field: orderField(sort.field), direction: sort.order }] : [{ field: 'CREATED_AT', direction: 'DESC' }],
  }
}

const statuses: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, STEP_UP_REQUIRED: 403, NOT_FOUND: 404, RATE_LIMITED: 429, BAD_USER_INPUT: 422 }

// What react-admin understands: a status for checkError of the auth provider,
// and messages that its forms put beside their fields.
async function told<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (cause) {
    if (cause instanceof Mistakes) {
      const { '': whole, ...fields } = cause.fields
      throw new HttpError(cause.message, 422, { errors: whole ? { ...fields, root: { serverError: whole } } : fields })
    }
    if (cause instanceof RequestError) throw new HttpError(cause.message, statuses[cause.code] ?? 500, { code: cause.code })
    throw cause
  }
}

// Only what differs is sent, and refused when somebody else was faster.
function changed(data: Values, previous: Values): Values {
  const names = Object.keys(data).filter((name) => JSON.stringify(data[name]) !== JSON.stringify(previous[name]))
  return { ...Object.fromEntries(names.map((name) => [name, data[name]])), expectedVersion: previous['version'] }
}

const missing = () => new HttpError('There is no such record.', 404)
const impossible = (what: string) => new HttpError(`${what} is not possible here.`, 405)

async function page(name: string, params: GetListParams) {
  const { rows, total } = await resource(name).list(wanted(params))
  return { data: rows as never[], total }
}

async function update(name: string, id: string, data: Values, previous: Values): Promise<Row> {
  const { update } = resource(name)
  if (!update) throw impossible('Changing')
  return update(id, changed(data, previous))
}

async function remove(name: string, id: string, typed = ''): Promise<void> {
  const { remove } = resource(name)
  if (!remove) throw impossible('Deleting')
  return remove(id, typed)
}

const following = new Map<(event: never) => void, AbortController>()

export const dataProvider: DataProvider = {
  getList: (name, params) => told(page(name, params)),

  getOne: (name, { id }) =>
    told(
      (async () => {
        const data = await resource(name).one?.(String(id))
        if (!data) throw missing()
        return { data: data as never }
      })(),
    ),

  getMany: (name, { ids }) => told(page(name, { pagination: { page: 1, perPage: 100 }, filter: { id: ids } })),

  getManyReference: (name, { target, id, ...params }) => told(page(name, { ...params, filter: { ...params.filter, [target]: id } })),

  create: (name, { data }) =>
    told(
      (async () => {
        const { create } = resource(name)
        if (!create) throw impossible('Adding')
        return { data: (await create(data)) as never }
      })(),
    ),

  update: (name, { id, data, previousData }) => told(update(name, String(id), data, previousData).then((row) => ({ data: row as never }))),

  updateMany: (name, { ids, data }) => told(Promise.all(ids.map((id) => update(name, String(id), data, {}))).then(() => ({ data: ids }))),

  // The address that was typed comes in meta: <DeleteWithConfirmButton mutationOptions={{ meta: { typed } }} />.
  delete: (name, { id, previousData, meta }) => told(remove(name, String(id), meta?.typed).then(() => ({ data: (previousData ?? { id }) as never }))),

  deleteMany: (name, { ids, meta }) => told(Promise.all(ids.map((id) => remove(name, String(id), meta?.typed?.[id]))).then(() => ({ data: ids }))),

  // As react-admin's realtime features call them: topics resource/users and resource/users/<id>.
  async subscribe(topic: string, callback: (event: { topic: string; type: string; payload: { ids: string[] } }) => void) {
    const [, name, id] = topic.split('/')
    if (name !== 'users') return
    const stop = new AbortController()
    following.set(callback, stop)
    const next = ({ userChanged }: { userChanged?: { kind: string; userId?: string | null } | null }) => {
      const ids = userChanged?.userId ? [userChanged.userId] : []
      if (userChanged && (!id || ids.length === 0 || ids.includes(id))) callback({ topic, type: userChanged.kind.toLowerCase(), payload: { ids } })
    }
    await new Promise<void>((open, fail) => follow(UserChangedDocument, {}, next, stop.signal, open).catch(fail))
  },

  async unsubscribe(_topic: string, callback: (event: never) => void) {
    following.get(callback)?.abort()
    following.delete(callback)
  },
}
