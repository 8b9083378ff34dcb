import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** On another page reading starts at its top, for the eye and for screen readers. */
export function useArrival(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return
        scrollTo(0, 0)
        const main = document.getElementById('main')
        if (!main?.contains(document.activeElement) && !document.querySelector('[role=dialog]')) main?.focus({ preventScroll: true })
      }),
    [router],
  )
}
