import { useEffect, useState } from 'react'

/** The seconds that are left until a moment, counted down. */
export function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (until <= Date.now()) return
    setNow(Date.now())
    const tick = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= until) clearInterval(tick)
    }, 1_000)
    return () => clearInterval(tick)
  }, [until])
  return Math.max(0, Math.ceil((until - now) / 1000))
}
