import type { ViewerImpersonationQuery } from '@contract'
import { hashKey, type QueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { RequestError } from '@/api/gql'
import { complain, say } from '@/ui/toast'
import type { routerFor } from './router'
import { viewerQuery, type Viewer } from './session'
import { beginAnew, heedTabs, isGoing } from './tabs'

type Router = ReturnType<typeof routerFor>

// Pages before the sign-in, where nobody has a session that could end.
const outside = new Set(['/signin', '/invitation', '/password', '/email', '/sso'])

/** Does what is the same wherever a request fails: leads to the sign-in, asks for patience, and offers the newer console. */
export function watchFailures(client: QueryClient, router: Router): void {
  let patience = 0
  let leaving = false
  let renewed = false
  const toSignIn = async (next: string) => {
    say(i18next.t('nav.ended'))
    // A click in this moment may lead elsewhere.
    do await router.navigate({ to: '/signin', search: { next } })
    while (router.latestLocation.pathname !== '/signin')
    // What was read is forgotten only then: the page that shows it is gone.
    client.clear()
    leaving = false
  }
  const onError = (error: unknown): void => {
    if (!(error instanceof RequestError)) return
    const { pathname, href } = router.latestLocation
    if (error.code === 'UNAUTHENTICATED' && !leaving && !isGoing() && !outside.has(pathname)) {
      leaving = true
      void backFromVisit(client).catch(() => toSignIn(href))
    }
    // Once, however many requests are refused together.
    if (error.code === 'RATE_LIMITED' && Date.now() > patience) {
      const seconds = error.details.retryAfter ?? 10
      patience = Date.now() + seconds * 1000
      complain(i18next.t('failure.RATE_LIMITED.title'), i18next.t('failure.RATE_LIMITED.text', { seconds }))
    }
    // The server was renewed while this page was open, and has a console of its own version.
    if (error.code === 'PERSISTED_DOCUMENT_NOT_FOUND' && !renewed) {
      renewed = true
      complain(i18next.t('failure.PERSISTED_DOCUMENT_NOT_FOUND.title'), i18next.t('failure.PERSISTED_DOCUMENT_NOT_FOUND.text'), {
        label: i18next.t('failure.reload'),
        run: () => location.reload(),
      })
    }
  }
  client.getQueryCache().subscribe((event) => event.type === 'updated' && event.action.type === 'error' && onError(event.action.error))
  client.getMutationCache().subscribe((event) => event.type === 'updated' && event.action.type === 'error' && onError(event.action.error))
}

/** Gives staff their own session back when the customer has ended their visit; fails when this was none. */
async function backFromVisit(client: QueryClient): Promise<void> {
  const visit = client.getQueryData<ViewerImpersonationQuery>(['viewer', 'impersonation'])?.viewer?.impersonation
  const customer = client.getQueryData(viewerQuery.queryKey)?.organization.id
  if (!visit || !customer) throw new Error('no visit')
  const { leave } = await import('@/pages/organizations/entering')
  await leave(customer)
}

/**
 * Keeps a tab to one person. Tabs share the session: when another tab has
 * signed somebody else in, this one begins anew, for what it shows and keeps is
 * not that person's.
 */
export function watchPerson(client: QueryClient, router: Router): void {
  const hash = hashKey(viewerQuery.queryKey)
  let known: string | undefined
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.query.queryHash !== hash) return
    const now = (event.query.state.data as Viewer | null)?.user.id
    if (known && now && now !== known && !outside.has(router.latestLocation.pathname)) beginAnew('/console/')
    known = now
  })
  // Going back can show a page as it was left, as somebody else.
  addEventListener('pageshow', (event) => event.persisted && location.reload())
  heedTabs(() => void client.invalidateQueries({ queryKey: viewerQuery.queryKey, exact: true }))
}
