import { expect, test } from './fixtures'

test('the sign-in leads to where the person wanted to go', async ({ page, accessible, narrow }) => {
  await page.goto('/console/users?status=SUSPENDED')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await accessible(page, 'signin')
  await narrow(page, 'signin')
  await page.getByLabel('E-mail address').fill('admin@demo.test')
  await page.getByLabel('Password').fill('tenantry-demo')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/console\/users\?status=SUSPENDED/)
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible()
})

test('a wrong password is told beside its field', async ({ page }) => {
  await page.goto('/console/signin')
  await page.getByLabel('E-mail address').fill('nobody@demo.test')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/is wrong/)
  await expect(page.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true')
})

test('the frame is there for everybody and clean in both themes', async ({ admin, accessible, narrow }) => {
  await admin.goto('/console/users')
  await expect(admin.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await accessible(admin, 'users')
  await narrow(admin, 'users')
})
