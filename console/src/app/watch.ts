import type { QueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { RequestError } from '@/api/gql'
import { complain, say } from '@/ui/toast'
import type { routerFor } from './router'

// Pages before the sign-in, where nobody has a session that could end.
const outside = new Set(['/signin', '/invitation', '/password', '/email', '/sso'])

/** Does what is the same wherever a request fails: leads to the sign-in, and asks for patience. */
export function watchFailures(client: QueryClient, router: ReturnType<typeof routerFor>): void {
  let patience = 0
  let leaving = false
  const onError = (error: unknown): void => {
    if (!(error instanceof RequestError)) return
    const { pathname, href } = router.state.location
    if (error.code === 'UNAUTHENTICATED' && !leaving && !outside.has(pathname)) {
      leaving = true
      say(i18next.t('nav.ended'))
      // What was read is forgotten only then: the page that shows it is gone.
      void router.navigate({ to: '/signin', search: { next: href } }).then(() => {
        client.clear()
        leaving = false
      })
    }
    // Once, however many requests are refused together.
    if (error.code === 'RATE_LIMITED' && Date.now() > patience) {
      const seconds = error.details.retryAfter ?? 10
      patience = Date.now() + seconds * 1000
      complain(i18next.t('failure.RATE_LIMITED.title'), i18next.t('failure.RATE_LIMITED.text', { seconds }))
    }
  }
  client.getQueryCache().subscribe((event) => event.type === 'updated' && event.action.type === 'error' && onError(event.action.error))
  client.getMutationCache().subscribe((event) => event.type === 'updated' && event.action.type === 'error' && onError(event.action.error))
}
