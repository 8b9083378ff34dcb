import { JobChangedDocument, JobRowFragmentDoc, readFragment, type TypedDocumentString } from '../../generated'
import { RequestError } from './gql'

// follow runs a subscription over server-sent events and calls next for each
// answer. It resolves when the subscription is complete. When it fails or the
// connection breaks, read the list again and follow anew.
export async function follow<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  next: (data: Data) => void,
  signal?: AbortSignal,
): Promise<void> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ documentId: `sha256:${document.__meta__?.['hash']}`, variables }),
    signal: signal ?? null,
  })
  if (!response.ok || !response.body) throw new RequestError(`The server answered ${response.status}.`, 'UNAVAILABLE')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; ; ) {
    const { done, value } = await reader.read()
    if (done) throw new RequestError('The connection broke.', 'UNAVAILABLE')
    const events = (text + value).split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      if (event.startsWith('event: complete')) return
      const data = /^data: (.*)$/m.exec(event)?.[1] // none in a sign of life
      if (!data) continue
      const result = JSON.parse(data) as {
        data?: Data | null
        errors?: { message: string; extensions?: { code?: string } }[]
      }
      const failure = result.errors?.[0]
      if (failure) throw new RequestError(failure.message, failure.extensions?.code ?? 'INTERNAL')
      if (result.data) next(result.data)
    }
  }
}

// Shows the progress of long work until it ends.
export async function progressOf(id: string, show: (percent: number) => void): Promise<void> {
  await follow(JobChangedDocument, { id }, ({ jobChanged }) => {
    const job = readFragment(JobRowFragmentDoc, jobChanged)
    if (job) show(job.progress)
  })
}
