import type { TypedDocumentString } from '../../generated'

// Where the API is, and who asks. A page of the same origin needs neither: its
// cookie travels along.
export const api: { url: string; token?: string } = { url: '/graphql' }

// Why a request failed as a whole. code is one of errors.json.
export class RequestError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly path?: readonly string[], // of the argument that is wrong, for BAD_USER_INPUT
  ) {
    super(message)
  }
}

// post sends the id of a trusted document, never its text.
export function post(document: { __meta__?: Record<string, unknown> | undefined }, variables: unknown, accept: string, signal?: AbortSignal): Promise<Response> {
  return fetch(api.url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept, ...(api.token && { authorization: `Bearer ${api.token}` }) },
    body: JSON.stringify({ documentId: `sha256:${document.__meta__?.['hash']}`, variables }),
    signal: signal ?? null,
  })
}

interface Answer<Data> {
  data?: Data | null
  errors?: { message: string; extensions?: { code?: string; path?: string[] } }[]
}

// dataOf throws what an answer says went wrong, else gives its data.
export function dataOf<Data>({ data, errors }: Answer<Data>): Data {
  const failure = errors?.[0]
  if (failure) throw new RequestError(failure.message, failure.extensions?.code ?? 'INTERNAL', failure.extensions?.path)
  if (!data) throw new RequestError('The answer holds no data.', 'INTERNAL')
  return data
}

// gql answers the data of an operation. Refusals of a mutation are data, not
// exceptions: look at their errors.
export async function gql<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  ...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Data> {
  const response = await post(document, variables, 'application/graphql-response+json')
  return dataOf((await response.json()) as Answer<Data>)
}
