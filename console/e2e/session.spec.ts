import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill('tenantry-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

test('who signs out in one tab is signed out in the others', async ({ signedIn }) => {
  const page = await signedIn('support@demo.test')
  await page.goto('/console/roles')
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible()
  const other = await page.context().newPage()
  await other.goto('/console/', { waitUntil: 'networkidle' }) // nothing is under way that the end would refuse
  await signOut(other)
  await expect(other.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  await expect(other.getByText('Your session has ended.')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Sign in to' })).toBeVisible()
})

test('a tab never goes on as somebody else', async ({ signedIn }) => {
  const page = await signedIn('admin@demo.test')
  await page.goto('/console/users')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  const other = await page.context().newPage()
  await other.goto('/console/signin?next=/.//elsewhere.test')
  await signIn(other, 'member@harbor.test')
  await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible()
  expect(new URL(other.url()).pathname).toBe('/console/')
  await expect(page).toHaveURL(/\/console\/$/)
  await expect(page.getByRole('button', { name: /^Your account/ })).toContainText('Harbor Hotels')
  await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0)
})

test('what is asked for without a connection is refused at once, and not done later', async ({ signedIn, tolerate }) => {
  tolerate(/Failed to load resource/)
  const page = await signedIn('viewer@demo.test')
  await page.goto('/console/roles')
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible()
  await page.context().setOffline(true)
  await signOut(page)
  await expect(page.getByRole('region', { name: 'Notifications' }).getByText('The server cannot be reached.')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('No connection.')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible()
})

test('an address that names no page says so, and leads home', async ({ viewer, accessible }) => {
  await viewer.goto('/console/nothing/here')
  await expect(viewer.getByRole('heading', { name: 'No such page', level: 1 })).toBeVisible()
  await accessible(viewer, 'nowhere')
  await viewer.getByRole('link', { name: 'Go to the home page' }).click()
  await expect(viewer).toHaveURL(/\/console\/$/)
})

test('an address of something that is not there says so, and leads on', async ({ admin, accessible }) => {
  await admin.goto('/console/organizations/garbage')
  await expect(admin.getByRole('heading', { name: 'Nothing here', level: 1 })).toBeVisible()
  await expect(admin).toHaveTitle(/^Nothing here · /)
  await expect(admin.getByRole('link', { name: 'Go to the home page' })).toBeVisible()
  await accessible(admin, 'organization-gone')
  await admin.goto('/console/users?user=garbage')
  await expect(admin.getByRole('dialog', { name: 'Nothing here' })).toContainText('It was removed')
})

test('a page that is older than the server offers the newer one', async ({ viewer, tolerate, accessible }) => {
  tolerate(/422/)
  await viewer.goto('/console/roles')
  await expect(viewer.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible()
  await viewer.route('**/graphql', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/graphql-response+json',
      body: JSON.stringify({ errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND' } }] }),
    }),
  )
  await viewer.getByRole('link', { name: 'Organizations' }).click()
  await expect(viewer.getByRole('region', { name: 'Notifications' }).getByText('A newer version is here')).toHaveCount(1)
  await accessible(viewer, 'renewed')
  await viewer.unroute('**/graphql')
  await viewer.getByRole('button', { name: 'Reload the page' }).first().click()
  await expect(viewer.getByRole('row').nth(1)).toBeVisible()
})
