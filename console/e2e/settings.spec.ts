import { DeadMailResendDocument, DeadMailsDocument } from '@contract'
import type { Page } from '@playwright/test'
import { expect, test, unique } from './fixtures'

async function choose(page: Page, name: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).first().click()
  await page.getByRole('menuitem', { name: entry }).click()
}

test('an administrator tells of an incident until it is over; who subscribed gets mails and reads a status page', async ({ admin, signedIn, mail, accessible, narrow }) => {
  const title = `Calls break off ${unique()}`
  await admin.goto('/console/status')
  await accessible(admin, 'status')
  await narrow(admin, 'status')
  await admin.getByRole('button', { name: 'Open incident' }).click()
  const form = admin.getByRole('dialog')
  await form.getByLabel('What it is', { exact: true }).fill(title)
  await form.getByLabel('What is known', { exact: true }).fill('Calls of some customers end after a minute.')
  await accessible(admin, 'incident-form')
  await form.getByRole('button', { name: 'Tell everybody' }).click()
  await expect(admin.getByText(/incidents? lasts?/)).toBeVisible()
  expect((await mail('account.service.status@demo.test', 'service_incident')).text).toContain('Calls')

  const reader = await signedIn('account.service.status@demo.test')
  await reader.goto('/console/status')
  await reader.getByRole('button', { name: title, exact: true }).click()
  await expect(reader.getByRole('dialog').getByText('Calls of some customers end after a minute.')).toBeVisible()
  await accessible(reader, 'incident')
  await expect(reader.getByRole('button', { name: `Actions for ${title}` })).toHaveCount(0)
  await expect(reader.getByRole('button', { name: 'Open incident' })).toHaveCount(0)

  await choose(admin, title, 'Add news…')
  await form.getByRole('combobox', { name: 'State' }).click()
  await admin.getByRole('option', { name: /Cause known/ }).click()
  await form.getByLabel('What is known', { exact: true }).fill('A gateway is replaced.')
  await form.getByRole('button', { name: 'Tell everybody' }).click()
  await expect(admin.getByText('A gateway is replaced.')).toBeVisible()
  await choose(admin, title, 'Resolve…')
  await form.getByLabel('What is known', { exact: true }).fill('Calls work as before.')
  await form.getByRole('button', { name: 'Resolve' }).click()
  await expect(admin.getByRole('row').filter({ hasText: title })).toContainText('Calls work as before.')

  await choose(admin, title, 'Delete…')
  await form.getByRole('button', { name: 'Delete' }).click()
  await expect(admin.getByRole('row').filter({ hasText: title })).toHaveCount(0)
})

test('release notes are published, mended and taken back', async ({ admin, accessible, narrow }) => {
  const title = `Reports by sub-account ${unique()}`
  await admin.goto('/console/status?tab=releases')
  await accessible(admin, 'release-notes')
  await narrow(admin, 'release-notes')
  await admin.getByRole('button', { name: 'Publish release notes' }).click()
  const form = admin.getByRole('dialog')
  await form.getByLabel('Release', { exact: true }).fill('2026.12')
  await form.getByLabel('What is new, in one line').fill(title)
  await form.getByLabel('At length').fill('Choose a sub-account.\nThen the month.')
  await form.getByRole('button', { name: 'Publish' }).click()
  await expect(admin.getByRole('heading', { name: title })).toBeVisible()
  await choose(admin, title, 'Edit…')
  await form.getByLabel('At length').fill('Choose a sub-account above the report.')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByRole('article').filter({ hasText: title })).toContainText('above the report')
  await choose(admin, title, 'Delete…')
  await form.getByRole('button', { name: 'Delete' }).click()
  await expect(admin.getByRole('heading', { name: title })).toHaveCount(0)
})

test('who gets status updates chooses which, and keeps the choice', async ({ signedIn }) => {
  const page = await signedIn('account.service.status@demo.test')
  await page.goto('/console/status')
  const notes = page.getByRole('switch', { name: 'Release notes' })
  await expect(notes).toBeChecked()
  await notes.click()
  await expect(page.getByText('Your choice is saved')).toBeVisible()
  await page.reload()
  await expect(notes).not.toBeChecked()
  await notes.click()
  await expect(notes).toBeChecked()
  await expect(page.getByText('Your choice is saved')).toBeVisible()
})

test('an administrator keeps the own company and the sender of mails up to date', async ({ signedIn, accessible, narrow }) => {
  const page = await signedIn('admin@rival.test')
  const legal = `Rival Networks ${unique()} Ltd`
  await page.goto('/console/settings')
  await accessible(page, 'settings')
  await narrow(page, 'settings')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Registered name').fill(legal)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(legal)).toBeVisible()

  await page.getByRole('tab', { name: 'Sign-in and access' }).click()
  await accessible(page, 'settings-access')
  await page.getByRole('button', { name: 'Require it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click() // a message is a dialog too, without it

  await page.getByRole('tab', { name: 'Features and seats' }).click()
  await expect(page.getByRole('switch', { name: 'SMS' })).toBeVisible()
  await accessible(page, 'settings-features')

  await page.getByRole('tab', { name: 'Sender of mails' }).click()
  const sender = page.getByLabel('Name', { exact: true })
  await sender.fill('Rival <care>')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(sender).toHaveAttribute('aria-invalid', 'true')
  await sender.fill('Rival Care')
  await expect(page.getByRole('img', { name: 'Preview of a mail from Rival Care' })).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await accessible(page, 'settings-sender')
  await sender.fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(sender).toHaveValue('Rival Networks')
})

test('a client administrator decides who may log in, and sees nothing of the reseller', async ({ signedIn, accessible }) => {
  const page = await signedIn('owner@harbor.test')
  await page.goto('/console/settings')
  await expect(page.getByRole('radio')).toHaveCount(3)
  await accessible(page, 'settings-client')
  await expect(page.getByRole('tab', { name: 'Company' })).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'Sender of mails' })).toHaveCount(0)
})

test('Support and Viewer read the settings and change nothing', async ({ support, viewer, accessible }) => {
  for (const page of [support, viewer]) {
    await page.goto('/console/settings')
    await expect(page.getByRole('heading', { name: 'Company information' })).toBeVisible()
    await accessible(page)
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0)
    await expect(page.getByRole('tab', { name: 'Undelivered mails' })).toHaveCount(0)
    await page.getByRole('tab', { name: 'Sign-in and access' }).click()
    await expect(page.getByText('Not required')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Require it' })).toHaveCount(0)
  }
})

test('a mail that could not be delivered tells why and is sent again', async ({ admin, accessible, narrow }) => {
  const mail = {
    id: 'dmail_1',
    kind: 'invitation',
    email: 'ines@mill.test',
    user: { id: 'user_1', displayName: 'Ines Albrecht', email: 'ines@mill.test', __typename: 'User' },
    failure: '550 5.1.1 no such mailbox',
    attempts: 12,
    createdAt: new Date(Date.now() - 3_600_000).toISOString(),
    resentAt: null as string | null,
    __typename: 'DeadMail',
  }
  const hash = (document: { __meta__?: Record<string, unknown> }) => `sha256:${String(document.__meta__?.['hash'])}`
  // The mail server of the demo takes everything: what it refuses is made up here.
  await admin.route('**/graphql', async (route) => {
    const { documentId } = route.request().postDataJSON() as { documentId: string }
    if (documentId === hash(DeadMailsDocument)) {
      return route.fulfill({
        json: { data: { deadMails: { nodes: [mail], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'a', endCursor: 'a' } } } },
      })
    }
    if (documentId === hash(DeadMailResendDocument)) {
      mail.resentAt = new Date().toISOString()
      return route.fulfill({ json: { data: { deadMailResend: { deadMail: mail, errors: [] } } } })
    }
    return route.continue()
  })
  await admin.goto('/console/settings?tab=mails')
  await expect(admin.getByText('550 5.1.1 no such mailbox')).toBeVisible()
  await accessible(admin, 'settings-mails')
  await narrow(admin, 'settings-mails')
  await admin.getByRole('button', { name: 'Send again to ines@mill.test' }).click()
  await expect(admin.getByText('On its way to ines@mill.test again')).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Send again to ines@mill.test' })).toHaveCount(0)
})
