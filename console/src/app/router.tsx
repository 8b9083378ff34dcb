import { createRootRouteWithContext, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { Failure } from '@/ui/notice'
import { auditSearch } from '@/pages/audit/search'
import { accountSearch } from '@/pages/account/search'
import { apiSearch } from '@/pages/api/search'
import { brandingSearch } from '@/pages/branding/search'
import { modelsSearch } from '@/pages/models/search'
import { creditsSearch } from '@/pages/credits/search'
import { newOrganizationSearch } from '@/pages/organizations/new/search'
import { organizationSearch } from '@/pages/organizations/detail/search'
import { organizationsSearch } from '@/pages/organizations/search'
import { invitationsSearch } from '@/pages/invitations/search'
import { jobsSearch } from '@/pages/jobs/search'
import { rolesSearch } from '@/pages/roles/search'
import { billingSearch } from '@/pages/billing/search'
import { reportsSearch } from '@/pages/reports/search'
import { settingsSearch } from '@/pages/settings/search'
import { statusSearch } from '@/pages/status/search'
import { storageSearch } from '@/pages/storage/search'
import { usageSearch } from '@/pages/usage/search'
import { usersSearch } from '@/pages/users/search'
import { webhooksSearch } from '@/pages/webhooks/search'
import { lazyPage } from './lazy'
import { viewerQuery } from './session'

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: v.object({ next: v.fallback(v.optional(v.string()), undefined) }),
  component: lazyPage(() => import('@/pages/signin/page'), 'SignIn'),
})

// What the links of mails open; their tokens stand in the fragment.
const links = [
  createRoute({ getParentRoute: () => root, path: '/invitation', component: lazyPage(() => import('@/pages/accept/page'), 'Accept') }),
  createRoute({ getParentRoute: () => root, path: '/password', component: lazyPage(() => import('@/pages/password/page'), 'Password') }),
  createRoute({ getParentRoute: () => root, path: '/email', component: lazyPage(() => import('@/pages/confirm/email'), 'ConfirmEmail') }),
  createRoute({ getParentRoute: () => root, path: '/sso', component: lazyPage(() => import('@/pages/confirm/sso'), 'SignInByLink') }),
] as const

/** Everything behind the sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const viewer = await context.client.ensureQueryData(viewerQuery)
    if (!viewer) throw redirect({ to: '/signin', search: { next: location.href } })
  },
  component: lazyPage(() => import('./inside'), 'Inside'),
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyPage(() => import('@/pages/home/page'), 'HomePage'),
})

export const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  validateSearch: usersSearch,
  component: lazyPage(() => import('@/pages/users/page'), 'UsersPage'),
})

export const invitations = createRoute({
  getParentRoute: () => inside,
  path: '/invitations',
  validateSearch: invitationsSearch,
  component: lazyPage(() => import('@/pages/invitations/page'), 'InvitationsPage'),
})

export const roles = createRoute({
  getParentRoute: () => inside,
  path: '/roles',
  validateSearch: rolesSearch,
  component: lazyPage(() => import('@/pages/roles/page'), 'RolesPage'),
})

export const billing = createRoute({
  getParentRoute: () => inside,
  path: '/billing',
  validateSearch: billingSearch,
  component: lazyPage(() => import('@/pages/billing/page'), 'BillingPage'),
})

export const reports = createRoute({
  getParentRoute: () => inside,
  path: '/reports',
  validateSearch: reportsSearch,
  component: lazyPage(() => import('@/pages/reports/page'), 'ReportsPage'),
})

export const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyPage(() => import('@/pages/audit/page'), 'AuditPage'),
})

export const usage = createRoute({
  getParentRoute: () => inside,
  path: '/usage',
  validateSearch: usageSearch,
  component: lazyPage(() => import('@/pages/usage/page'), 'UsagePage'),
})

export const webhooks = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks',
  validateSearch: webhooksSearch,
  component: lazyPage(() => import('@/pages/webhooks/page'), 'WebhooksPage'),
})

export const api = createRoute({
  getParentRoute: () => inside,
  path: '/api',
  validateSearch: apiSearch,
  component: lazyPage(() => import('@/pages/api/page'), 'ApiPage'),
})

export const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  validateSearch: accountSearch,
  component: lazyPage(() => import('@/pages/account/page'), 'AccountPage'),
})

export const storage = createRoute({
  getParentRoute: () => inside,
  path: '/storage',
  validateSearch: storageSearch,
  component: lazyPage(() => import('@/pages/storage/page'), 'StoragePage'),
})

export const models = createRoute({
  getParentRoute: () => inside,
  path: '/models',
  validateSearch: modelsSearch,
  component: lazyPage(() => import('@/pages/models/page'), 'ModelsPage'),
})

export const organizations = createRoute({
  getParentRoute: () => inside,
  path: '/organizations',
  validateSearch: organizationsSearch,
  component: lazyPage(() => import('@/pages/organizations/page'), 'OrganizationsPage'),
})

export const newOrganization = createRoute({
  getParentRoute: () => inside,
  path: '/organizations/new',
  validateSearch: newOrganizationSearch,
  component: lazyPage(() => import('@/pages/organizations/new/page'), 'NewOrganizationPage'),
})

export const organization = createRoute({
  getParentRoute: () => inside,
  path: '/organizations/$id',
  validateSearch: organizationSearch,
  component: lazyPage(() => import('@/pages/organizations/detail/page'), 'OrganizationPage'),
})

export const branding = createRoute({
  getParentRoute: () => inside,
  path: '/branding',
  validateSearch: brandingSearch,
  component: lazyPage(() => import('@/pages/branding/page'), 'BrandingPage'),
})

export const credits = createRoute({
  getParentRoute: () => inside,
  path: '/credits',
  validateSearch: creditsSearch,
  component: lazyPage(() => import('@/pages/credits/page'), 'CreditsPage'),
})

export const jobs = createRoute({
  getParentRoute: () => inside,
  path: '/jobs',
  validateSearch: jobsSearch,
  component: lazyPage(() => import('@/pages/jobs/page'), 'JobsPage'),
})

export const status = createRoute({
  getParentRoute: () => inside,
  path: '/status',
  validateSearch: statusSearch,
  component: lazyPage(() => import('@/pages/status/page'), 'StatusPage'),
})

export const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  validateSearch: settingsSearch,
  component: lazyPage(() => import('@/pages/settings/page'), 'SettingsPage'),
})

const nowhere = createRoute({
  getParentRoute: () => inside,
  path: '$',
  component: lazyPage(() => import('./nowhere'), 'Nowhere'),
})

export function routerFor(client: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([signIn, ...links, inside.addChildren([home, account, users, invitations, organizations, newOrganization, organization, roles, audit, usage, billing, credits, reports, webhooks, api, storage, models, branding, jobs, status, settings, nowhere])]),
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
