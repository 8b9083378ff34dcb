import { OrganizationSsoTokenRotateDocument } from '@contract'
import type { Page } from '@playwright/test'
import { expect, test, unique } from './fixtures'
import { colleague, customer, newcomer, nobody, password } from './arrivals'

async function enter(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

for (const next of ['//elsewhere.test/users', '/\\elsewhere.test', 'https://elsewhere.test/']) {
  test(`the sign-in leads nowhere outside: ${next}`, async ({ page }) => {
    await page.goto(`/console/signin?next=${encodeURIComponent(next)}`)
    await enter(page, 'viewer@demo.test', password)
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
    expect(page.url()).not.toContain('elsewhere')
  })
}

test('a wrong password is told, and after too many the form waits', async ({ page, as, mail, request, baseURL }) => {
  const email = await colleague(await as('admin@demo.test'), nobody(request, baseURL!), mail)
  await page.goto('/console/signin')
  for (let i = 0; i < 5; i++) {
    await enter(page, email, `not the password ${i}`)
    await expect(page.getByRole('alert').filter({ hasText: 'E-mail address or password is wrong.' })).toBeVisible()
    await page.reload()
  }
  await enter(page, email, password)
  await expect(page.getByRole('alert').filter({ hasText: /Too many attempts. Try again in/ })).toBeAttached()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeDisabled()
})

test('a temporary password is replaced at the first sign-in', async ({ page, as, accessible, narrow }) => {
  const admin = await as('admin@demo.test')
  const { email, temporary } = await newcomer(admin, await customer(admin))
  await page.goto('/console/signin')
  await enter(page, email, temporary)
  await expect(page.getByRole('heading', { name: 'Choose a password' })).toBeVisible()
  await accessible(page, 'signin-new-password')
  await narrow(page, 'signin-new-password')
  await page.getByLabel('New password').fill('password1234')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('among the first that are tried')).toBeVisible()
  await page.getByLabel('New password').fill('umbrella quartz fourteen')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
})

test('a reseller greets in its own name and colours, readable in both themes', async ({ page, accessible, narrow }) => {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    if (!answer.data?.branding) return route.fulfill({ response })
    Object.assign(answer.data.branding, { productName: 'Sunny Phones', primaryColor: '#FFD400', onPrimaryColor: '#000000', supportEmail: 'help@sunny.test', supportUrl: 'https://sunny.test/help' })
    return route.fulfill({ response, json: answer })
  })
  await page.goto('/console/signin')
  await expect(page.getByRole('heading', { name: 'Sign in to Sunny Phones' })).toBeVisible()
  await expect(page).toHaveTitle('Sunny Phones')
  await expect(page.getByRole('link', { name: 'help@sunny.test' })).toHaveAttribute('href', 'mailto:help@sunny.test')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toHaveCSS('background-color', 'rgb(255, 212, 0)')
  await accessible(page, 'signin-branded')
  await narrow(page, 'signin-branded')
})

test('the sign-in speaks German and remembers it', async ({ page }) => {
  await page.goto('/console/signin')
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: /anmelden/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: /anmelden/ })).toBeVisible()
})

test('a forgotten password is replaced with a link that works once', async ({ page, as, mail, request, baseURL, accessible, narrow }) => {
  const email = await colleague(await as('admin@demo.test'), nobody(request, baseURL!), mail)
  await page.goto('/console/signin')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await accessible(page, 'password-forgotten')
  await narrow(page, 'password-forgotten')
  await page.getByLabel('E-mail address').fill(`nobody.${unique()}@demo.test`)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible() // as for an address that is known
  await page.getByRole('button', { name: 'Try another address' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText(`If ${email} has an account`)).toBeVisible()

  const { links } = await mail(email, 'password_reset')
  await page.goto(links[0]!)
  await expect(page).toHaveURL(/\/console\/password#token=/)
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.getByText('A password has at least 10 characters.')).toBeVisible()
  await accessible(page, 'password-reset')
  await page.getByLabel('New password').fill('umbrella quartz fourteen')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.getByRole('heading', { name: 'Your password is changed' })).toBeVisible()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await enter(page, email, 'umbrella quartz fourteen')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()

  await page.goto('about:blank')
  await page.goto(links[0]!)
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await accessible(page, 'password-dead')
})

test('a link of single sign-on signs in with one click, once', async ({ page, as, request, accessible }) => {
  const admin = await as('admin@demo.test')
  const account = await customer(admin)
  const { email } = await newcomer(admin, account)
  const { organizationSsoTokenRotate } = await admin(OrganizationSsoTokenRotateDocument, { id: account, input: {} })
  const exchanged = await request.post('/sso/exchange', { headers: { authorization: `Bearer ${organizationSsoTokenRotate?.token}` }, data: { email } })
  const { pathname, hash } = new URL((await exchanged.json()).url)

  await page.goto(pathname + hash)
  await expect(page).toHaveURL(/\/console\/sso#token=/)
  await accessible(page, 'sso')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' }).or(page.getByRole('heading', { name: 'Choose a password' }))).toBeVisible()

  await page.goto('about:blank')
  await page.goto(pathname + hash)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible()
  await accessible(page, 'sso-dead')
})
