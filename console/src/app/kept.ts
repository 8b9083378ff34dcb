import { useState } from 'react'
import { useViewer } from './session'

/** A choice that this person made in this browser; `read` sorts out what an older console left there. */
export function useKept<Value>(name: string, otherwise: Value, read: (kept: unknown) => Value | undefined): [Value, (value: Value | undefined) => void] {
  const { user } = useViewer()
  const key = `tenantry.${name}.${user.id}`
  const [value, setValue] = useState<Value | undefined>(() => {
    try {
      return read(JSON.parse(localStorage.getItem(key) ?? 'null'))
    } catch {
      return undefined
    }
  })
  const keep = (next: Value | undefined) => {
    setValue(next)
    if (next === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(next))
  }
  return [value ?? otherwise, keep]
}
