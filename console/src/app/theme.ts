import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark' | 'system'

const kept = 'tenantry.theme'
const listeners = new Set<() => void>()
const dark = matchMedia('(prefers-color-scheme: dark)')

const read = (): Theme => (localStorage.getItem(kept) as Theme | null) ?? 'system'

function show(): void {
  const theme = read()
  document.documentElement.classList.toggle('dark', theme === 'dark' || (theme === 'system' && dark.matches))
}
dark.addEventListener('change', show)

/** The look the person chose, and how to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore((listen) => {
    listeners.add(listen)
    return () => listeners.delete(listen)
  }, read)
  return [
    theme,
    (next) => {
      localStorage.setItem(kept, next)
      show()
      for (const listener of listeners) listener()
    },
  ]
}
