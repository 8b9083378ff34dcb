import { expect, test } from './fixtures'

test('A newcomer to the Playground opens the tabs of a group and goes from one demo account to the next', async ({ page }) => {
  await page.goto('/playground')
  await page.getByLabel('Demo account').selectOption({ value: 'admin@demo.test' })
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Signed in as' })).toContainText('Demo Telecom')

  await page.getByLabel('Open the tabs of a group of users').selectOption('Partner apps')
  for (const name of ['ApiCredentialCreate', 'UserByExternalId', 'UsersImport', 'UsageRecord', 'WebhookEndpointCreate']) {
    await expect(page.getByRole('tab', { name: new RegExp(`^${name}`) })).toBeVisible()
  }

  await page.getByLabel('Go on as another demo account').selectOption({ value: 'owner@harbor.test' })
  await expect(page.getByRole('status').filter({ hasText: 'Signed in as' })).toContainText('Harbor Hotels')
})
