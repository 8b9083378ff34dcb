// One channel for both ways: it does not hear itself.
const channel = new BroadcastChannel('tenantry.session')
let going = false

/** Tells the other tabs of this browser, which share the session, that somebody else is signed in now, or nobody. */
export const tellTabs = (): void => channel.postMessage(null)

/** Hears what other tabs tell. */
export const heedTabs = (heed: () => void): void => channel.addEventListener('message', heed)

/** Starts anew at an address, as whoever is signed in now: what this page still asks and hears is nobody's any more. */
export function beginAnew(address: string): void {
  if (going) return
  going = true
  tellTabs()
  location.assign(address)
}

/** Whether this page has begun to leave for another. */
export const isGoing = (): boolean => going
