import { JobChangedDocument, JobRowFragmentDoc, readFragment, type TypedDocumentString } from '../../generated'
import { dataOf, post, RequestError } from './gql'

// follow runs a subscription over server-sent events and calls next for each
// answer. It resolves when the subscription is complete. When it fails or the
// connection breaks, follow anew and read the list again.
export async function follow<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  next: (data: Data) => void,
  signal?: AbortSignal,
  open?: () => void, // from here on nothing is missed
): Promise<void> {
  const response = await post(document, variables, 'text/event-stream', signal)
  if (!response.ok || !response.body) throw new RequestError(`The server answered ${response.status}.`, 'UNAVAILABLE')
  open?.()
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; ; ) {
    const { done, value } = await reader.read()
    if (done) throw new RequestError('The connection broke.', 'UNAVAILABLE')
    const events = (text + value).split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      if (event.startsWith('event: complete')) return
      const data = /^data: (.*)$/m.exec(event)?.[1] // none in a sign of life
      if (data) next(dataOf<Data>(JSON.parse(data)))
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
