import { BrandingUpdateDocument, OrganizationCreateDocument } from '@contract'
import { deflateSync } from 'node:zlib'
import { expect, test, unique, type Ask } from './fixtures'

async function customer(ask: Ask): Promise<{ id: string; name: string }> {
  const name = `Atelier ${unique()}`
  const { organizationCreate } = await ask(OrganizationCreateDocument, { input: { name, features: ['BRANDING'] } })
  const made = organizationCreate?.organization as unknown as { id: string } | null
  if (!made) throw new Error(JSON.stringify(organizationCreate))
  return { id: made.id, name }
}

/** A picture of one colour. */
function png(width: number, height: number): Buffer {
  const table = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce((c: number) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n))
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const sum = ~body.reduce((c, byte) => (table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), -1)
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    crc.writeInt32BE(sum | 0)
    return Buffer.concat([length, body, crc])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const pixels = Buffer.alloc(height * (1 + width * 3), 90)
  for (let y = 0; y < height; y++) pixels[y * (1 + width * 3)] = 0
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
}

test('a branding administrator gives a customer a look and sees it while typing', async ({ signedIn, as, accessible, narrow }) => {
  const { id, name } = await customer(await as('admin@demo.test'))
  const page = await signedIn('branding.admin@demo.test')
  await page.goto('/console/branding')
  await accessible(page, 'branding')
  await narrow(page, 'branding')
  await page.goto(`/console/branding?organization=${id}&portal=CUSTOMER`)

  // Nothing of its own yet: what is seen comes from above, and is said to.
  const product = page.getByLabel('Product name', { exact: true })
  await expect(product).toHaveValue('')
  await expect(page.getByText('Inherited from Demo Telecom').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()

  await product.fill(`${name} Desk`)
  await expect(page.getByRole('img', { name: `Preview of the sign-in page of ${name} Desk` })).toContainText(`Sign in to ${name} Desk`)
  const colour = page.getByLabel('Main color', { exact: true })
  await colour.fill('#ffaa00')
  await expect(page.getByText('1.9 : 1 on white')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await accessible(page, 'branding-contrast')
  await page.getByRole('button', { name: /^Use #/ }).click()
  await expect(page.getByText('4.5 : 1 on white')).toBeVisible()
  await page.getByLabel('Sender of mails', { exact: true }).fill(`${name} Team`)
  await expect(page.getByRole('img', { name: `Preview of a mail from ${name} Team` })).toBeVisible()
  await page.getByLabel('Page for help', { exact: true }).fill('http://help.atelier.test')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Page for help', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Page for help', { exact: true }).fill('https://help.atelier.test')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await page.reload()
  await expect(product).toHaveValue(`${name} Desk`)

  // One value goes back to what is above, then all of them.
  await page.getByRole('button', { name: 'Main color: use the inherited one' }).click()
  await expect(colour).toHaveValue('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click()
  await expect(product).toHaveValue('')
})

test('what is not saved is not left without a word', async ({ signedIn, as, accessible, narrow }) => {
  const { id, name } = await customer(await as('admin@demo.test'))
  const page = await signedIn('branding.admin@demo.test')
  await page.goto(`/console/branding?organization=${id}&portal=CUSTOMER`)
  const product = page.getByLabel('Product name', { exact: true })
  const organization = page.getByRole('combobox', { name: 'Organization' })
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  const stay = async () => {
    await question.getByRole('button', { name: 'Stay' }).click()
    await expect(question).toHaveCount(0)
    await expect(product).toHaveValue(`${name} Desk`)
    await expect(page.getByRole('tab', { name: 'Customer portal' })).toHaveAttribute('aria-selected', 'true')
    await expect(organization).toHaveValue(name)
  }
  await product.fill(`${name} Desk`)
  await page.getByRole('link', { name: 'Roles' }).click()
  await expect(question).toBeVisible()
  await accessible(page, 'unsaved')
  await narrow(page, 'unsaved')
  await stay()

  // Another portal and another organization are other forms.
  await page.getByRole('tab', { name: 'Operations' }).click()
  await stay()
  await organization.fill('Demo Telecom')
  await page.getByRole('option', { name: 'Demo Telecom' }).first().click()
  await stay()
  await page.getByRole('tab', { name: 'Operations' }).click()
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('tab', { name: 'Operations' })).toHaveAttribute('aria-selected', 'true')
  await expect(product).toHaveValue('')

  // The browser asks too; what has been put back is left without a question.
  await product.fill('Elsewhere')
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => setTimeout(() => location.reload()))
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(product).toHaveValue('Elsewhere')
  await page.getByRole('link', { name: 'Roles' }).click()
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible()
  await page.goto(`/console/branding?organization=${id}&portal=CUSTOMER`)
  await expect(product).toHaveValue('')
  await product.fill('Elsewhere')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('link', { name: 'Roles' }).click()
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible()
})

test('a refused save is seen, however far down its button is', async ({ signedIn, as }) => {
  const ask = await as('admin@demo.test')
  const { id, name } = await customer(ask)
  const page = await signedIn('branding.admin@demo.test')
  await page.setViewportSize({ width: 1280, height: 420 })
  await page.goto(`/console/branding?organization=${id}&portal=CUSTOMER`)
  await page.getByLabel('Sender of mails', { exact: true }).fill(`${name} Team`)
  await ask(BrandingUpdateDocument, { organizationId: id, portal: 'CUSTOMER', input: { productName: `${name} Desk`, expectedVersion: 0 } })
  await page.getByLabel('Sender of mails', { exact: true }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Somebody saved this while you had it open.')
  await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 })
})

test('a logo is judged before it is sent, and shown at once', async ({ admin, as, accessible }) => {
  const { id } = await customer(await as('admin@demo.test'))
  await admin.goto(`/console/branding?organization=${id}&portal=TENANT_ADMIN`)
  const file = admin.getByLabel('Choose a picture')
  await file.setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })
  await expect(admin.getByRole('alert')).toHaveText('logo.svg is neither a PNG nor a JPEG picture.')
  await file.setInputFiles({ name: 'large.png', mimeType: 'image/png', buffer: Buffer.alloc(600 * 1024) })
  await expect(admin.getByRole('alert')).toHaveText('The picture has 600 KiB; at most 512 are allowed.')
  await file.setInputFiles({ name: 'wide.png', mimeType: 'image/png', buffer: png(2100, 4) })
  await expect(admin.getByRole('alert')).toContainText('2100 by 4 pixels')
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png(120, 40) })
  const logo = admin.getByRole('group', { name: 'Logo' }).getByRole('img')
  await expect(logo).toBeVisible()
  expect(await logo.evaluate((picture: HTMLImageElement) => picture.decode().then(() => picture.naturalWidth))).toBe(120)
  await accessible(admin, 'branding-logo')
  await admin.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(logo).toHaveCount(0)
})

test('a domain is named, its record copied, and proven before it serves', async ({ admin, as, accessible }) => {
  const { id } = await customer(await as('admin@demo.test'))
  await admin.goto(`/console/branding?organization=${id}&portal=AGENT_DESKTOP`)
  await admin.getByLabel('Host name').fill('not a host')
  await admin.getByRole('button', { name: 'Use this domain' }).click()
  await expect(admin.getByLabel('Host name')).toHaveAttribute('aria-invalid', 'true')
  const host = `desk-${unique()}.atelier.test`
  await admin.getByLabel('Host name').fill(host)
  await admin.getByRole('button', { name: 'Use this domain' }).click()
  await expect(admin.getByText('Waiting for its record')).toBeVisible()
  await expect(admin.getByLabel('Name', { exact: true })).toHaveText(`_tenantry.${host}`)
  await expect(admin.getByLabel('Value', { exact: true })).toHaveText(/^tenantry-domain=/)
  await admin.getByRole('button', { name: 'Verify' }).click()
  await expect(admin.getByText('There is no TXT record')).toBeVisible({ timeout: 30_000 })
  await accessible(admin, 'branding-domain')
  await admin.getByRole('button', { name: 'Remove domain' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Remove domain' }).click()
  await expect(admin.getByLabel('Host name')).toBeVisible()
})

test('Support and Viewer do not reach the branding', async ({ support, viewer, tolerate }) => {
  tolerate(/FORBIDDEN|status of 4\d\d/)
  for (const page of [support, viewer]) {
    await page.goto('/console/branding')
    await expect(page.getByRole('heading', { name: 'Not for your role' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)
  }
})
