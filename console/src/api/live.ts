import type { TypedDocumentString } from '@contract'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { client } from './client'
import { body, dataOf, RequestError } from './gql'

/** How long nothing may come; the server gives a sign of life every 12 seconds. */
const silence = 40_000

/** Runs a subscription over server-sent events until it completes or breaks. From `onOpen` on nothing is missed. */
async function follow<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  onOpen: () => void,
  next: (data: Data) => void,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController()
  const dead = () => setTimeout(() => over.abort(), silence)
  let timer = dead()
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: body(document, variables),
      signal: AbortSignal.any([signal, over.signal]),
    })
    if (!response.ok || !response.body) throw new RequestError(`The server answered ${response.status}.`, 'UNAVAILABLE')
    onOpen()
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let text = ''; ; ) {
      const { done, value } = await reader.read()
      if (done) throw new RequestError('The connection broke.', 'UNAVAILABLE')
      clearTimeout(timer)
      timer = dead()
      const events = (text + value).split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        if (event.startsWith('event: complete')) return
        const data = /^data: (.*)$/m.exec(event)?.[1] // none in a sign of life
        if (data) next(dataOf(JSON.parse(data)))
      }
    }
  } finally {
    clearTimeout(timer)
    over.abort()
  }
}

const pauses = [1_000, 2_000, 5_000, 15_000, 30_000]
const hopeless = new Set(['FORBIDDEN', 'BAD_REQUEST'])

const listenToSight = (changed: () => void) => {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}
const inSight = () => document.visibilityState === 'visible'

/**
 * Follows a subscription while the component is shown and the tab is in sight:
 * browsers open few connections to one host, for all tabs together. After a
 * break it waits, follows again, and calls resync for what was missed.
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
  const wanted = useSyncExternalStore(listenToSight, inSight) && enabled
  const followed = useRef<string>(null)
  useEffect(() => {
    if (!wanted) return
    const stop = new AbortController()
    const onOpen = () => {
      if (followed.current === key) latest.current.resync()
      followed.current = key
    }
    void (async () => {
      for (let tries = 0; !stop.signal.aborted; ) {
        const began = Date.now()
        try {
          await follow(document, JSON.parse(key) as Variables, onOpen, (data) => latest.current.next(data), stop.signal)
        } catch (error) {
          if (stop.signal.aborted) return
          if (error instanceof RequestError && hopeless.has(error.code)) return
          // The session has ended, perhaps: who asks for the viewer learns it, and leads to the sign-in.
          if (error instanceof RequestError && error.code === 'UNAUTHENTICATED') void client.invalidateQueries({ queryKey: ['viewer'], exact: true })
        }
        tries = Date.now() - began > 60_000 ? 0 : tries + 1
        await new Promise((resolve) => setTimeout(resolve, pauses[Math.min(tries, pauses.length) - 1] ?? 1_000))
      }
    })()
    return () => stop.abort()
  }, [document, key, wanted])
}
