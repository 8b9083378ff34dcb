import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Lays what was changed here over a newer state, and names what was changed on both sides, with what was saved there. */
export function layOver<Values extends object>(before: Values, here: Values, now: Values): { values: Values; both: Partial<Values> } {
  const values = { ...now }
  const both: Partial<Values> = {}
  for (const name of Object.keys(here) as (keyof Values)[]) {
    if (same(here[name], before[name])) continue
    values[name] = here[name]
    if (!same(now[name], before[name]) && !same(now[name], here[name])) both[name] = now[name]
  }
  return { values, both }
}

/**
 * What a form began from and what is typed into it. What somebody else saves
 * meanwhile does not move under the typing: saving is refused as STALE first.
 * Then `follow` takes the new state in, keeps what was changed here, and
 * `meanwhile` tells beside a field what the other has saved in it, so that
 * nothing of it is overwritten unseen.
 */
export function useBegun<Values extends object>(now: Values, version: number) {
  const { t } = useTranslation()
  const [before, setBefore] = useState({ values: now, version })
  const [values, change] = useState(now)
  const [both, setBoth] = useState<Partial<Values>>({})
  return {
    before,
    values,
    change,
    follow: (refused: boolean) => {
      if (!refused || version === before.version) return
      const laid = layOver(before.values, values, now)
      setBefore({ values: now, version })
      change(laid.values)
      setBoth({ ...both, ...laid.both })
    },
    meanwhile: (name: keyof Values): string | undefined => {
      const saved = both[name]
      if (saved === undefined) return undefined
      const value = Array.isArray(saved) ? saved.join(', ') : saved
      return value ? t('failure.STALE.saved', { value }) : t('failure.STALE.emptied')
    },
  }
}
