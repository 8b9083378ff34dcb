import { useEffect, useState } from 'react'

const read = (): string => new URLSearchParams(location.hash.slice(1)).get('token') ?? ''

/**
 * The token of a mailed link. It stands in the fragment, which browsers send to
 * nobody; the page keeps it when the address has let go of it.
 */
export function useToken(): string {
  const [token, setToken] = useState(read)
  useEffect(() => {
    const listen = () => read() && setToken(read())
    addEventListener('hashchange', listen)
    return () => removeEventListener('hashchange', listen)
  }, [])
  return token
}

/** Leaves no trace of a used token in the history. */
export const usedUp = (): void => history.replaceState(history.state, '', location.pathname + location.search)
