import type { TypedDocumentString } from '@contract'
import { useEffect, useRef } from 'react'
import { body, dataOf, RequestError } from './gql'

/** Runs a subscription over server-sent events until it completes or breaks. */
async function follow<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  next: (data: Data) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: body(document, variables),
    signal,
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
      if (data) next(dataOf(JSON.parse(data)))
    }
  }
}

const pauses = [1_000, 2_000, 5_000, 15_000, 30_000]

/**
 * Follows a subscription while the component is shown. After a break it waits,
 * calls resync for what was missed, and goes on.
 */
export function useLive<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  next: (data: Data) => void,
  resync: () => void,
  enabled = true,
): void {
  const latest = useRef({ next, resync })
  useEffect(() => {
    latest.current = { next, resync }
  })
  const key = JSON.stringify(variables)
  useEffect(() => {
    if (!enabled) return
    const stop = new AbortController()
    void (async () => {
      for (let tries = 0; !stop.signal.aborted; ) {
        const began = Date.now()
        try {
          await follow(document, JSON.parse(key) as Variables, (data) => latest.current.next(data), stop.signal)
        } catch (error) {
          if (stop.signal.aborted) return
          if (error instanceof RequestError && ['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_REQUEST'].includes(error.code)) return
        }
        tries = Date.now() - began > 60_000 ? 0 : tries + 1
        await new Promise((resolve) => setTimeout(resolve, pauses[Math.min(tries, pauses.length) - 1] ?? 1_000))
        if (!stop.signal.aborted) latest.current.resync()
      }
    })()
    return () => stop.abort()
  }, [document, key, enabled])
}
