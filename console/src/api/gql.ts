import type { TypedDocumentString } from '@contract'

/** Why a request failed as a whole. `code` is one of errors.json, or OFFLINE. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly details: { retryAfter?: number; requestId?: string | null } = {},
  ) {
    super(message)
  }
}

/** A mistake in an input: which one, and beside which field it belongs. */
export interface Refusal {
  code: string
  message: string
  path: readonly string[]
  relatedIds?: readonly string[] | null
}

/** Why a mutation wrote nothing. */
export class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map((one) => one.message).join(' '))
  }
  has(code: string): boolean {
    return this.refusals.some((one) => one.code === code)
  }
}

interface Answer<Data> {
  data?: Data | null
  errors?: { message: string; extensions?: { code?: string; retryAfter?: number } }[]
}

type Rest<Variables> = Variables extends Record<string, never> ? [] : [Variables]

export function body<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables | undefined): string {
  return JSON.stringify({ documentId: `sha256:${document.__meta__?.['hash']}`, variables })
}

/** Throws what an answer says went wrong, else answers its data. */
export function dataOf<Data>(answer: Answer<Data>, requestId: string | null = null): Data {
  const failure = answer.errors?.[0]
  if (failure) {
    const { code = 'INTERNAL', retryAfter } = failure.extensions ?? {}
    throw new RequestError(failure.message, code, { retryAfter, requestId })
  }
  if (!answer.data) throw new RequestError('The answer holds no data.', 'INTERNAL', { requestId })
  return answer.data
}

/** Sends the id of a trusted document, never its text; the session's cookie travels along. */
export async function gql<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  ...[variables]: Rest<Variables>
): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: body(document, variables),
  }).catch(() => {
    throw new RequestError('The server cannot be reached.', 'OFFLINE')
  })
  const requestId = response.headers.get('x-request-id')
  const answer = await response.json().catch(() => {
    throw new RequestError(`The server answered ${response.status}.`, 'UNAVAILABLE', { requestId })
  })
  return dataOf(answer as Answer<Data>, requestId)
}

/** The payload of a mutation, or Refused when it names errors. */
export function settled<Payload extends { errors: readonly unknown[] }>(payload: Payload | null): Payload {
  if (!payload) throw new RequestError('The answer holds no payload.', 'INTERNAL')
  if (payload.errors.length > 0) throw new Refused(payload.errors as unknown as Refusal[])
  return payload
}
