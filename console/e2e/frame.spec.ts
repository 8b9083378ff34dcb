import { gzipSync } from 'node:zlib'
import { ExportCreateDocument, SignOutDocument } from '@contract'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

const menu = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' })

test('the sign-in leads to where the person wanted to go', async ({ page }) => {
  await page.goto('/console/users?status=SUSPENDED')
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  await page.getByLabel('E-mail address').fill('admin@demo.test')
  await page.getByLabel('Password').fill('tenantry-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/console\/users\?status=SUSPENDED/)
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible()
})

test('the frame is there for everybody, and clean in both themes', async ({ admin, accessible, narrow }) => {
  await admin.goto('/console/users')
  await expect(admin.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expect(admin.getByRole('row').nth(1)).toBeVisible()
  await accessible(admin, 'users')
  await narrow(admin, 'users')
})

test('a new page has its title, and the focus', async ({ admin }) => {
  await admin.goto('/console/users')
  await expect(admin).toHaveTitle(/^Users · /)
  await admin.getByRole('link', { name: 'Webhooks' }).click()
  await expect(admin.getByRole('heading', { name: 'Webhooks', level: 1 })).toBeVisible()
  await expect(admin).toHaveTitle(/^Webhooks · /)
  await expect(admin.locator('#main')).toBeFocused()
})

test('the command menu finds people, pages and actions', async ({ admin, accessible, narrow }) => {
  await admin.goto('/console/webhooks')
  await expect(admin.getByRole('heading', { name: 'Webhooks', level: 1 })).toBeVisible()
  await admin.keyboard.press('Control+k')
  const field = menu(admin).getByRole('combobox')
  await expect(field).toBeFocused()
  await field.fill('lindqv')
  await expect(menu(admin).getByRole('option', { name: /Lindqvist/ }).first()).toBeVisible()
  await accessible(admin, 'command')
  await narrow(admin, 'command')
  await field.fill('harbor')
  await expect(menu(admin).getByRole('group', { name: 'Organizations' }).getByRole('option').first()).toBeVisible()
  await field.fill('zzzyyx')
  await expect(menu(admin).getByRole('status')).toHaveText('Nothing is called “zzzyyx”')
  await field.fill('rol')
  await expect(menu(admin).getByRole('option', { name: 'Roles' })).toHaveAttribute('aria-selected', 'true')
  await admin.keyboard.press('Enter')
  await expect(admin).toHaveURL(/\/console\/roles/)
  await admin.keyboard.press('Control+k')
  await menu(admin).getByRole('combobox').fill('dark')
  await admin.keyboard.press('Enter')
  await expect(admin.locator('html')).toHaveClass(/dark/)
})

test('a viewer is offered nothing that a viewer cannot do', async ({ viewer }) => {
  await viewer.goto('/console/roles')
  await expect(viewer.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible()
  await viewer.keyboard.press('Control+k')
  await expect(menu(viewer).getByRole('option', { name: 'Roles' })).toBeVisible()
  await expect(menu(viewer).getByRole('option', { name: 'Users' })).toHaveCount(0)
  await expect(menu(viewer).getByRole('option', { name: 'Invite people' })).toHaveCount(0)
  await expect(menu(viewer).getByRole('option', { name: 'Create an organization' })).toHaveCount(0)
  await expect(menu(viewer).getByRole('option', { name: 'Sign out' })).toBeVisible()
})

test('the help names the keys', async ({ admin, accessible }) => {
  await admin.goto('/console/users')
  await expect(admin.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible()
  await admin.keyboard.press('?')
  await expect(admin.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await accessible(admin, 'keyboard')
  await admin.keyboard.press('Escape')
  await expect(admin.getByRole('dialog')).toHaveCount(0)
})

test('long work is followed from any page, and kept with its file', async ({ signedIn, as, accessible, narrow }) => {
  // No other story gives this person work: the newest is what is asked for here, and nothing else is taken for it.
  const page = await signedIn('user.admin@demo.test')
  await page.goto('/console/roles')
  const ask = await as('user.admin@demo.test')
  await ask(ExportCreateDocument, { input: { format: 'CSV', users: { columns: ['DISPLAY_NAME', 'EMAIL'] } } })
  await page.reload()
  await page.getByRole('button', { name: /^Long work/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Long work' })
  const file = sheet.getByRole('listitem').first().getByRole('link', { name: /^Download .*\.csv/ })
  await expect(file).toBeVisible({ timeout: 30_000 })
  await accessible(page, 'work')
  await sheet.getByRole('link', { name: 'Everything so far' }).click()
  await expect(page.getByRole('heading', { name: 'Long work', level: 1 })).toBeVisible()
  const newest = page.getByRole('row').nth(1)
  await expect(newest).toContainText('Done')
  await accessible(page, 'jobs')
  await narrow(page, 'jobs')
  await newest.getByRole('button', { name: 'Export' }).click()
  const job = page.getByRole('dialog', { name: 'Export' })
  await expect(job.getByText('SHA-256')).toBeVisible()
  await accessible(page, 'job')
  await page.reload()
  await expect(job.getByText('SHA-256')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), job.getByRole('link', { name: /^Download/ }).click()])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
})

test('without a connection the page says so, and mends itself', async ({ admin, accessible, tolerate }) => {
  tolerate(/Failed to load resource/)
  await admin.goto('/console/users')
  await expect(admin.getByRole('row').nth(1)).toBeVisible()
  await admin.context().setOffline(true)
  await expect(admin.getByText('No connection.')).toBeVisible()
  await accessible(admin, 'offline')
  await admin.context().setOffline(false)
  await expect(admin.getByText('No connection.')).toHaveCount(0, { timeout: 20_000 })
})

test('a page that cannot arrive without a connection leaves the frame, and comes when it is asked for again', async ({ admin, accessible, narrow, tolerate }) => {
  tolerate(/Failed to load resource|Failed to fetch/)
  await admin.goto('/console/users')
  await expect(admin.getByRole('row').nth(1)).toBeVisible()
  const main = admin.getByRole('main')
  const rooms = admin.getByRole('navigation', { name: 'Main' })
  await admin.context().setOffline(true)
  await rooms.getByRole('link', { name: 'Roles' }).click()
  await expect(main.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await expect(main.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible()
  await expect(rooms.getByRole('link', { name: 'Roles' })).toBeVisible()
  await expect(admin).toHaveURL(/\/console\/roles/)
  await accessible(admin, 'offline-page')
  await narrow(admin, 'offline-page')
  // Still nothing there: the same is said again.
  await main.getByRole('button', { name: 'Try again' }).click()
  await expect(main.getByRole('heading', { name: 'No connection' })).toBeVisible()
  // Another page is not there either; what has arrived before is.
  await rooms.getByRole('link', { name: 'Webhooks' }).click()
  await expect(main.getByRole('heading', { name: 'Webhooks', level: 1 })).toBeVisible()
  await rooms.getByRole('link', { name: 'Users' }).click()
  await expect(main.getByRole('row').nth(1)).toBeVisible()
  await rooms.getByRole('link', { name: 'Roles' }).click()
  await expect(main.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await admin.evaluate(() => Object.assign(window, { stayed: true }))
  await admin.context().setOffline(false)
  await expect(async () => {
    const again = main.getByRole('button', { name: 'Try again' })
    if (await again.isVisible()) await again.click({ timeout: 1_000 })
    await expect(main.getByRole('tab').first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  expect(await admin.evaluate(() => 'stayed' in window), 'the console is not loaded anew').toBe(true)
})

test('a page whose file is gone loads the renewed console, and no more than once', async ({ admin, tolerate }) => {
  tolerate(/Failed to load resource|Failed to fetch/)
  await admin.goto('/console/users')
  await expect(admin.getByRole('row').nth(1)).toBeVisible()
  await admin.route('**/assets/page-*.js', (route) => route.fulfill({ status: 404, body: '' }))
  let loads = 0
  admin.on('load', () => loads++)
  await admin.getByRole('link', { name: 'Roles' }).click()
  await expect(admin.getByRole('heading', { name: 'A newer version is here' })).toBeVisible()
  expect(loads).toBe(1)
  await admin.unroute('**/assets/page-*.js')
  await admin.getByRole('button', { name: 'Reload the page' }).click()
  await expect(admin.getByRole('main').getByRole('tab').first()).toBeVisible()
})

test('a session that ends leads to the sign-in and back', async ({ signedIn, tolerate }) => {
  tolerate(/401/)
  const page = await signedIn('support@demo.test')
  await page.goto('/console/users')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  // As in another tab: the server ends the session, which requests on their way cannot renew.
  const { origin } = new URL(page.url())
  await page.context().request.post('/graphql', { headers: { origin }, data: { documentId: `sha256:${SignOutDocument.__meta__?.['hash']}` } })
  // Pointing at a link asks the server already, so the page may be gone before the click.
  await page.getByRole('link', { name: 'Roles' }).dispatchEvent('click', {}, { timeout: 2_000 }).catch(() => undefined)
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  await expect(page.getByText('Your session has ended.')).toBeVisible()
  await page.getByLabel('E-mail address').fill('support@demo.test')
  await page.getByLabel('Password').fill('tenantry-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expect(page).not.toHaveURL(/signin/)
})

test('too many requests are told once, with the time to wait', async ({ admin, tolerate }) => {
  tolerate(/429/)
  await admin.goto('/console/users')
  await expect(admin.getByRole('row').nth(1)).toBeVisible()
  await admin.route('**/graphql', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/graphql-response+json',
      body: JSON.stringify({ errors: [{ message: 'Too many requests.', extensions: { code: 'RATE_LIMITED', retryAfter: 30 } }] }),
    }),
  )
  await admin.getByRole('searchbox').fill('anna')
  await expect(admin.getByRole('region', { name: 'Notifications' }).getByText('Go on in 30 seconds')).toHaveCount(1)
})

test('everything speaks German', async ({ signedIn, accessible, narrow }) => {
  const page = await signedIn('admin@demo.test', { language: 'de' })
  await page.goto('/console/jobs')
  await expect(page.getByRole('heading', { name: 'Längere Arbeiten', level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Suche und Befehle' })).toBeVisible()
  await accessible(page, 'command-de')
  await page.keyboard.press('Escape')
  await narrow(page, 'jobs-de')
})

test('the first page weighs at most 260 kB of scripts and styles', async ({ page }) => {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
  })
  await page.goto('/console/')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await page.waitForLoadState('networkidle')
  const size = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
  test.info().annotations.push({ type: 'size', description: `${Math.round(size / 1000)} kB in ${sizes.length} files` })
  expect(sizes.length).toBeGreaterThan(1)
  expect(size).toBeLessThanOrEqual(260_000)
})
