import type { TypedDocumentString } from '../../generated'

export class RequestError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message)
  }
}

// gql sends the id of a trusted document, never its text. The session cookie
// travels along. Refusals of a mutation are data, not exceptions.
export async function gql<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  ...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ documentId: `sha256:${document.__meta__?.['hash']}`, variables }),
  })
  const result = (await response.json()) as {
    data?: Data | null
    errors?: { message: string; extensions?: { code?: string } }[]
  }
  const failure = result.errors?.[0]
  if (failure) throw new RequestError(failure.message, failure.extensions?.code ?? 'INTERNAL')
  if (!result.data) throw new RequestError('The answer holds no data.', 'INTERNAL')
  return result.data
}
