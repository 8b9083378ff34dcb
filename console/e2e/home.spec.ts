import { expect, test } from './fixtures'

test('an administrator begins with what waits, the numbers, and what happened', async ({ admin, accessible, narrow }) => {
  await admin.goto('/console/')
  await expect(admin.getByRole('heading', { name: 'Needs attention' })).toBeVisible()
  await expect(admin.getByRole('region', { name: 'Numbers' }).getByRole('link', { name: /^Customers \d/ })).toBeVisible()
  await expect(admin.getByRole('link', { name: /past due/ })).toBeVisible()
  await accessible(admin, 'home')
  await narrow(admin, 'home')
  await admin.getByRole('link', { name: /are suspended/ }).click()
  await expect(admin).toHaveURL(/\/organizations\?status=SUSPENDED/)
})

test('support and viewer see of it what they may read', async ({ support, viewer, accessible }) => {
  for (const page of [support, viewer]) {
    await page.goto('/console/')
    await expect(page.getByRole('heading', { name: 'Your recent activity' })).toBeVisible()
    await expect(page.getByRole('link', { name: /^Customers \d/ })).toBeVisible()
    await expect(page.getByRole('link', { name: /past due/ })).toHaveCount(0)
  }
  await expect(viewer.getByRole('link', { name: /^Active users/ })).toHaveCount(0)
  await accessible(viewer, 'home-viewer')
})

test("a customer's administrator sees the own account, in German too", async ({ signedIn, narrow }) => {
  const page = await signedIn('owner@harbor.test', { language: 'de' })
  await page.goto('/console/')
  await expect(page.getByRole('heading', { name: 'Braucht Aufmerksamkeit' })).toBeVisible()
  await expect(page.getByText('Harbor Hotels auf einen Blick')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Kunden/ })).toHaveCount(0)
  await narrow(page)
})

test('somebody for whom nothing waits is told so', async ({ signedIn, accessible }) => {
  const page = await signedIn('account.user@demo.test')
  await page.goto('/console/')
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Numbers' })).toHaveCount(0)
  await accessible(page, 'home-clear')
})
