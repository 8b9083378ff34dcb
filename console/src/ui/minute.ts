import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let passed = 0
let timer: ReturnType<typeof setInterval> | undefined

function pass(): void {
  passed++
  for (const listener of listeners) listener()
}

/** The clock runs while somebody listens to it on a page that is in sight. */
function wind(): void {
  clearInterval(timer)
  timer = listeners.size > 0 && !document.hidden ? setInterval(pass, 60_000) : undefined
}

/** A page that comes back into sight shows at once what passed meanwhile. */
function turn(): void {
  wind()
  if (!document.hidden) pass()
}

/** One clock for all times of a page, so that they move on together. */
function listen(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    wind()
    document.addEventListener('visibilitychange', turn)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    wind()
    document.removeEventListener('visibilitychange', turn)
  }
}

/** Draws what uses it anew each minute. */
export const useMinute = (): number => useSyncExternalStore(listen, () => passed)
