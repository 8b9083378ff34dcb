import {
  OrganizationCreateDocument,
  readFragment,
  StorageAccountCreateDocument,
  StorageAccountRowFragmentDoc,
  StorageAccountsPageDocument,
  StorageAccountUpdateDocument,
} from '@contract'
import type { Page } from '@playwright/test'
import { expect, test, unique } from './fixtures'

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

async function choose(page: Page, name: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).first().click()
  await page.getByRole('menuitem', { name: entry }).click()
}

test('a webhook administrator adds an endpoint, keeps its secret, pauses it and takes it away', async ({ signedIn, accessible, narrow }) => {
  const page = await signedIn('webhooks.admin@demo.test')
  const name = `Ledger ${unique()}`
  await page.goto('/console/webhooks')
  await accessible(page, 'webhooks')
  await narrow(page, 'webhooks')

  await page.getByRole('button', { name: 'Add endpoint' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name', { exact: true }).fill(name)
  await form.getByLabel('Address', { exact: true }).fill('http://hooks.northwind.test/ledger')
  await form.getByRole('checkbox', { name: 'invoice.created', exact: true }).click()
  await form.getByRole('checkbox', { name: 'Users', exact: true }).click()
  await expect(form.getByText('(9 events)')).toBeVisible()
  await accessible(page, 'webhook-form')
  // Without https the server refuses, beside the field.
  await form.getByRole('button', { name: 'Add endpoint' }).click()
  await expect(form.getByLabel('Address', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await form.getByLabel('Address', { exact: true }).fill('https://hooks.northwind.test/ledger')
  await form.getByRole('button', { name: 'Add endpoint' }).click()

  const secret = page.getByRole('dialog', { name: 'The secret of this endpoint' })
  await expect(secret.getByLabel('Secret')).toHaveText(/[\w-]{20,}/)
  const first = await secret.getByLabel('Secret').textContent()
  // Whoever closes it in haste is asked once more.
  await page.keyboard.press('Escape')
  await expect(secret.getByRole('alert')).toBeVisible()
  await accessible(page, 'webhook-secret')
  await secret.getByRole('button', { name: 'I have kept it' }).click()

  await page.goto(`/console/webhooks?q=${encodeURIComponent(name)}`)
  await expect(row(page, name)).toContainText('9 events')
  await choose(page, name, 'Switch off')
  await expect(row(page, name)).toContainText('Off')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, name).getByText('On', { exact: true })).toBeVisible()

  await choose(page, name, 'New secret')
  await page.getByRole('button', { name: 'Make a new secret' }).click()
  await expect(secret.getByLabel('Secret')).toHaveText(/[\w-]{20,}/)
  expect(await secret.getByLabel('Secret').textContent()).not.toBe(first)
  await secret.getByRole('button', { name: 'I have kept it' }).click()

  await row(page, name).getByRole('button', { name }).first().click()
  await expect(page).toHaveURL(/endpoint=/)
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('invoice.created')).toBeVisible()
  await accessible(page, 'webhook')
  await page.keyboard.press('Escape')

  await choose(page, name, 'Delete')
  const confirm = page.getByRole('dialog')
  await expect(confirm.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled()
  await confirm.getByLabel(`Type ${name} to confirm`).fill(name)
  await confirm.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
})

test('the list of endpoints is narrowed by event and organization, all in the address', async ({ admin }) => {
  await admin.goto('/console/webhooks?event=user.created')
  await expect(row(admin, 'CRM').first()).toBeVisible()
  await admin.getByRole('combobox', { name: 'Organization' }).fill('Harbor Hotels')
  await admin.getByRole('option', { name: /^Harbor Hotels\s*Demo Telecom/ }).click()
  await expect(admin).toHaveURL(/organization=org_/)
  await expect(row(admin, 'Demo Telecom')).toHaveCount(0)
  await admin.reload()
  await expect(admin.getByRole('combobox', { name: 'Organization' })).toHaveValue('Harbor Hotels')
  await admin.getByRole('button', { name: 'Clear filters' }).click()
  await expect(admin).not.toHaveURL(/organization=/)
})

test('a REST API administrator makes a key for single operations, edits it and revokes it', async ({ signedIn, accessible, narrow }) => {
  const page = await signedIn('onboarding.admin@demo.test')
  const name = `Importer ${unique()}`
  await page.goto('/console/api')
  await accessible(page, 'api')
  await narrow(page, 'api')
  // The service is there to read; somebody else configures it.
  await expect(page.getByRole('button', { name: 'Configure' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Create key' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name', { exact: true }).fill(name)
  await form.getByRole('checkbox', { name: 'REST API Administrator' }).click()
  // Roles that would give more than the maker has are not offered.
  await expect(form.getByRole('checkbox', { name: 'Storage Administrator' })).toHaveCount(0)
  await form.getByRole('switch', { name: 'Only some operations' }).click()
  await form.getByLabel('Search operations').fill('ApiCredentials')
  await form.getByRole('checkbox', { name: 'ApiCredentialsPage' }).click()
  await accessible(page, 'api-key-form')
  await form.getByRole('button', { name: 'Create key' }).click()
  const secret = page.getByRole('dialog', { name: 'Your new key' })
  await expect(secret.getByLabel('Key')).toHaveText(/^tntk_/)
  await secret.getByRole('button', { name: 'I have kept it' }).click()

  await page.goto(`/console/api?q=${encodeURIComponent(name)}`)
  await choose(page, name, 'Edit')
  await form.getByLabel(/^Budget/).fill('250')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toHaveCount(0)
  await row(page, name).getByRole('button', { name }).first().click()
  await expect(form.getByText('250 points a minute')).toBeVisible()
  await expect(form.getByText('ApiCredentialsPage')).toBeVisible()
  await accessible(page, 'api-key')
  await page.keyboard.press('Escape')

  await choose(page, name, 'Revoke')
  await form.getByLabel(/^Reason/).fill('The importer is gone')
  await form.getByLabel(`Type ${name} to confirm`).fill(name)
  await form.getByRole('button', { name: 'Revoke for good' }).click()
  await expect(row(page, name)).toContainText('Revoked')
  await expect(page.getByRole('button', { name: `Actions for ${name}` })).toHaveCount(0)
})

test('what the API service takes is checked field by field', async ({ signedIn, accessible }) => {
  const page = await signedIn('admin@rival.test')
  await page.goto('/console/api')
  // What is saved stands on the page as code; the field of the form holds the same words while they are on their way.
  const saved = page.getByRole('code').filter({ hasText: '198.51.100.0/24' })
  const form = page.getByRole('dialog', { name: 'Configure' })
  await page.getByRole('button', { name: 'Configure' }).click()
  await form.getByLabel('Allowed networks').fill('198.51.100.0/24\nsomewhere')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByLabel('Allowed networks')).toHaveAttribute('aria-invalid', 'true')
  await accessible(page, 'api-service')
  await form.getByLabel('Allowed networks').fill('198.51.100.0/24')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toHaveCount(0)
  await expect(saved).toBeVisible()
  await page.getByRole('button', { name: 'Configure' }).click()
  await form.getByLabel('Allowed networks').fill('')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toHaveCount(0)
  await expect(saved).toHaveCount(0)
})

test('a storage administrator gives a customer room, more room, and takes it away', async ({ signedIn, as, accessible, narrow }) => {
  const ask = await as('admin@demo.test')
  const customer = `Archive ${unique()}`
  await ask(OrganizationCreateDocument, { input: { name: customer, features: ['STORAGE'] } })
  const page = await signedIn('account.storage.admin@demo.test')
  const name = `Scans ${unique()}`
  await page.goto('/console/storage')
  await accessible(page, 'storage')
  await narrow(page, 'storage')

  await page.getByRole('button', { name: 'Create storage account' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name', { exact: true }).fill(name)
  await form.getByRole('combobox', { name: 'Organization' }).fill(customer)
  await page.getByRole('option', { name: customer }).click()
  await form.getByRole('combobox', { name: 'Region' }).click()
  await page.getByRole('option', { name: 'Western Europe' }).click()
  await form.getByRole('spinbutton', { name: 'Quota' }).fill('1.5')
  await form.getByRole('combobox', { name: 'Unit' }).click()
  await page.getByRole('option', { name: 'TiB' }).click()
  await accessible(page, 'storage-form')
  await form.getByRole('button', { name: 'Create storage account' }).click()
  await expect(page.getByText('Storage account created')).toBeVisible()

  await page.goto(`/console/storage?q=${encodeURIComponent(name)}`)
  await expect(row(page, name)).toContainText('0 MiB of 1.5 TiB')
  await expect(row(page, name)).toContainText('Western Europe')
  await choose(page, name, 'Edit')
  await form.getByRole('spinbutton', { name: 'Quota' }).fill('2')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, name)).toContainText('0 MiB of 2 TiB')
  await choose(page, name, 'Delete')
  await form.getByLabel(`Type ${name} to confirm`).fill(name)
  await form.getByRole('button', { name: 'Delete with all files' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
})

test('a storage account that somebody else changes meanwhile is not overwritten unseen', async ({ admin, as, accessible }) => {
  const ask = await as('admin@demo.test')
  const word = unique()
  const { organizationCreate } = await ask(OrganizationCreateDocument, { input: { name: `Vault ${word}`, features: ['STORAGE'] } })
  const { id: organizationId } = organizationCreate!.organization as unknown as { id: string }
  const { storageAccountCreate } = await ask(StorageAccountCreateDocument, {
    input: { name: `Films ${word}`, region: 'EU_WEST', quotaBytes: String(2 ** 40), organizationId },
  })
  const { id } = readFragment(StorageAccountRowFragmentDoc, storageAccountCreate?.storageAccount)!
  await admin.goto(`/console/storage?q=${word}`)
  await choose(admin, `Films ${word}`, 'Edit')
  const form = admin.getByRole('dialog', { name: 'Edit storage account' })
  await form.getByRole('spinbutton', { name: 'Quota' }).fill('3')
  await ask(StorageAccountUpdateDocument, { id, input: { name: `Reels ${word}`, quotaBytes: String(5 * 2 ** 40) } })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('Somebody saved this while you had it open.')
  // What was left alone follows; what both changed stays as typed, with the other's beside it.
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue(`Reels ${word}`)
  await expect(form.getByRole('spinbutton', { name: 'Quota' })).toHaveValue('3')
  await expect(form.getByText('Saved by somebody else meanwhile: 5 TiB')).toBeVisible()
  await accessible(admin, 'storage-stale')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toHaveCount(0)
  const { storageAccounts } = await ask(StorageAccountsPageDocument, { first: 1, where: { id: { eq: id } } })
  expect(readFragment(StorageAccountRowFragmentDoc, storageAccounts?.nodes)?.[0]).toMatchObject({ name: `Reels ${word}`, quotaBytes: String(3 * 2 ** 40) })
})

test('an administrator registers a custom model, puts it in use and retires it', async ({ admin, accessible, narrow }) => {
  const word = unique()
  const name = `Zuordnung für ${word}`
  await admin.goto('/console/models')
  await accessible(admin, 'models')
  await narrow(admin, 'models')
  await admin.getByRole('button', { name: 'Register model' }).click()
  const form = admin.getByRole('dialog')
  await form.getByLabel('Name', { exact: true }).fill(name)
  // Programs get a stable name out of it.
  await expect(form.getByLabel('Key', { exact: true })).toHaveValue(`zuordnung-fur-${word}`)
  await accessible(admin, 'model-form')
  await form.getByRole('button', { name: 'Register model' }).click()
  await expect(admin.getByText('Model registered')).toBeVisible()

  await admin.goto(`/console/models?q=${word}`)
  await expect(row(admin, name)).toContainText('Draft')
  await choose(admin, name, 'Put in use')
  await expect(row(admin, name)).toContainText('In use')
  await choose(admin, name, 'Retire')
  await expect(row(admin, name)).toContainText('Retired')
  await admin.getByRole('button', { name: 'Undo' }).click()
  await expect(row(admin, name)).toContainText('In use')
  await choose(admin, name, 'Edit')
  await form.getByLabel(/^Description/).fill('Sorts mails by the team they belong to.')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(row(admin, name)).toContainText('Sorts mails')
  await choose(admin, name, 'Retire')
  await expect(row(admin, name)).toContainText('Retired')
  await choose(admin, name, 'Delete')
  await form.getByLabel(/^Type .* to confirm/).fill(`zuordnung-fur-${word}`)
  await form.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(admin.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
})

test('Support and Viewer have no room for developers, and an address leads them to a plain word', async ({ support, viewer, tolerate }) => {
  tolerate(/FORBIDDEN|status of 4\d\d/)
  for (const page of [support, viewer]) {
    await page.goto('/console/users')
    const menu = page.getByRole('navigation', { name: 'Main' })
    await expect(menu.getByRole('link', { name: 'Your organization' })).toBeVisible()
    for (const room of ['Webhooks', 'API', 'Storage', 'Custom models', 'Branding', 'Service status']) await expect(menu.getByRole('link', { name: room, exact: true })).toHaveCount(0)
    for (const path of ['webhooks', 'storage', 'models', 'status']) {
      await page.goto(`/console/${path}`)
      await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(['Not for your role'])
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    }
  }
})
