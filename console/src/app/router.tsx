import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { Failure } from '@/ui/notice'
import { usageSearch } from '@/pages/usage/search'
import { usersSearch } from '@/pages/users/search'
import { webhooksSearch } from '@/pages/webhooks/search'
import { viewerQuery } from './session'
import { Shell } from './shell'
import { StepUpProvider } from './stepup'

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: v.object({ next: v.fallback(v.optional(v.string()), undefined) }),
  component: lazyRouteComponent(() => import('@/pages/signin/page'), 'SignIn'),
})

/** Everything behind the sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const viewer = await context.client.ensureQueryData(viewerQuery)
    if (!viewer) throw redirect({ to: '/signin', search: { next: location.href } })
  },
  component: () => (
    <StepUpProvider>
      <Shell />
    </StepUpProvider>
  ),
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/users', replace: true })
  },
})

export const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  validateSearch: usersSearch,
  component: lazyRouteComponent(() => import('@/pages/users/page'), 'UsersPage'),
})

export const usage = createRoute({
  getParentRoute: () => inside,
  path: '/usage',
  validateSearch: usageSearch,
  component: lazyRouteComponent(() => import('@/pages/usage/page'), 'UsagePage'),
})

export const webhooks = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks',
  validateSearch: webhooksSearch,
  component: lazyRouteComponent(() => import('@/pages/webhooks/page'), 'WebhooksPage'),
})

export function routerFor(client: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([signIn, inside.addChildren([home, users, usage, webhooks])]),
    basepath: '/console',
    context: { client },
    defaultPreload: 'intent',
    scrollRestoration: false,
    defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerFor>
  }
}
