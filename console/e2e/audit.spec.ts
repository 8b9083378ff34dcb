import { OrganizationCreateDocument, OrganizationUpdateDocument, UserChoicesDocument, UserUpdateDocument } from '@contract'
import { expect, test, unique } from './fixtures'

test('an administrator narrows the log and unfolds what was changed', async ({ admin, accessible, narrow }) => {
  await admin.goto('/console/audit?kind=user&action=user.suspended')
  await expect(admin).toHaveTitle(/^Audit log · /)
  const line = admin.getByRole('button', { name: /User suspended/ }).first()
  await line.click()
  await expect(line).toHaveAttribute('aria-expanded', 'true')
  await expect(admin).toHaveURL(/event=/)
  await expect(admin.getByText('Before: Active')).toBeVisible()
  await expect(admin.getByText('After: Suspended')).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Copy the id of the request' })).toBeVisible()
  await accessible(admin, 'audit')
  await narrow(admin, 'audit')

  await admin.getByRole('combobox', { name: 'Time' }).click()
  await admin.getByRole('option', { name: 'Last 30 days' }).click()
  await expect(admin).toHaveURL(/range=d30/)
  await admin.getByRole('combobox', { name: 'Outcome' }).click()
  await admin.getByRole('option', { name: 'Refused only' }).click()
  await expect(admin.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await admin.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(admin.getByRole('listitem').first()).toBeVisible()
})

test('what happens meanwhile waits above the log until it is asked for', async ({ admin, as, signedIn }) => {
  // Of one person alone: others sign in all the time, and would wait above the log again.
  const ask = await as('admin@demo.test')
  const { users } = await ask(UserChoicesDocument, { where: { email: { eq: 'bot.admin@harbor.test' } } })
  await signedIn('bot.admin@harbor.test')
  await admin.goto(`/console/audit?kind=session&actor=${users!.nodes[0]!.id}`)
  await expect(admin.getByRole('button', { name: /Signed in/ }).first()).toBeVisible()
  const pill = admin.getByRole('button', { name: /new events?$/ })
  await expect(async () => {
    await signedIn('bot.admin@harbor.test')
    await expect(pill).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await pill.click()
  await expect(pill).toBeHidden()
})

test('older lines follow', async ({ admin }) => {
  await admin.goto('/console/audit?kind=user')
  const lines = admin.getByRole('listitem').filter({ has: admin.getByRole('button', { expanded: false }) })
  const older = admin.getByRole('button', { name: 'Show older' })
  await expect(lines.first()).toBeVisible()
  if (await older.isVisible()) {
    await older.click()
    await expect(lines.nth(50)).toBeVisible()
  }
})

test('the log is narrowed to what it is about, and to what was refused', async ({ admin, as }) => {
  const ask = await as('admin@demo.test')
  const name = `Kiosk ${unique()}`
  await ask(OrganizationCreateDocument, { input: { name } })
  await admin.goto('/console/audit?range=h1')
  await admin.getByRole('combobox', { name: 'About' }).click()
  await admin.getByRole('option', { name: 'Organization', exact: true }).click()
  await expect(admin).toHaveURL(/type=Organization/)
  await admin.getByRole('button', { name: new RegExp(`Organization opened · ${name}`) }).click()
  await expect(admin.getByText(`${name} · Organization`)).toBeVisible()
  await expect(admin.getByRole('button', { name: /Signed in/ })).toHaveCount(0)
  await admin.getByRole('combobox', { name: 'Outcome' }).click()
  await admin.getByRole('option', { name: 'Refused only' }).click()
  await expect(admin.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
})

test('what the filters leave becomes a file, made by the server and there after a reload', async ({ admin, as }) => {
  const ask = await as('admin@demo.test')
  const name = `=1+1 "Mühle", ${unique()}`
  const { organizationCreate } = await ask(OrganizationCreateDocument, { input: { name } })
  const { id } = organizationCreate!.organization as unknown as { id: string }
  await ask(OrganizationUpdateDocument, { id, input: { contactName: 'Mia' } })
  await admin.goto(`/console/audit?target=${id}`)
  await expect(admin.getByRole('button', { name: /Organization edited/ })).toBeVisible()
  const fetched = async (format: RegExp, file: RegExp) => {
    await admin.getByRole('button', { name: 'Export', exact: true }).click()
    await admin.getByRole('menuitem', { name: format }).click()
    const link = admin.getByRole('main').getByRole('link', { name: file })
    await expect(link).toBeVisible({ timeout: 30_000 })
    return (await admin.request.get((await link.getAttribute('href'))!)).text()
  }
  const [head, ...rows] = (await fetched(/^CSV/, /^Download audit-log-.*\.csv/)).replace(/^\uFEFF/, '').trim().split('\r\n')
  expect(head).toMatch(/^occurredAt,action,actorName,actorEmail,/)
  expect(rows.map((row) => row.split(',')[1])).toEqual(['organization.updated', 'organization.created'])
  expect(rows[0]).toContain(`"'${name.replaceAll('"', '""')}"`) // nothing in it runs as a formula
  const lines = (await fetched(/^JSON/, /^Download audit-log-.*\.ndjson/)).trim().split('\n').map((line) => JSON.parse(line))
  expect(lines[0]).toMatchObject({ targetName: name, targetId: id, changes: [{ field: 'contactName', before: null, after: 'Mia' }] })
  await admin.reload()
  await expect(admin.getByRole('main').getByRole('link', { name: /^Download audit-log-/ })).toBeVisible()
  await admin.goto('/console/audit?kind=audit')
  await expect(admin.getByRole('button', { name: /Export of the audit log made/ }).first()).toBeVisible()
})

test('a client reads the log of its own account, and takes none of it away', async ({ signedIn, accessible }) => {
  const page = await signedIn('owner@harbor.test', { language: 'de' })
  await page.goto('/console/audit')
  await expect(page.getByRole('heading', { name: 'Protokoll', level: 1 })).toBeVisible()
  await expect(page.getByRole('listitem').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Exportieren' })).toHaveCount(0)
  await accessible(page, 'audit-client')
})

test('everything about one person is one click away', async ({ admin, as }) => {
  const ask = await as('admin@demo.test')
  const phone = `+4930${String(Date.now()).slice(-7)}`
  const { users } = await ask(UserChoicesDocument, { where: { email: { eq: 'analyst@harbor.test' } } })
  const { id, displayName } = users!.nodes[0]!
  await ask(UserUpdateDocument, { id, input: { phone } })
  await admin.goto('/console/audit?kind=user&action=user.updated&range=h1')
  await admin.getByRole('button', { name: new RegExp(`User edited · ${displayName}`) }).first().click()
  await expect(admin.getByText(phone)).toBeVisible()
  await admin.getByRole('button', { name: 'Everything about this' }).click()
  await expect(admin).toHaveURL(new RegExp(`target=${id}`))
  await expect(admin.getByRole('button', { name: /User edited/ }).first()).toContainText(displayName)
})

test('whoever may not read the log of everybody reads his own part of it', async ({ support, viewer, accessible, narrow }) => {
  for (const page of [support, viewer]) {
    await page.goto('/console/audit')
    await expect(page.getByRole('heading', { name: 'Your activity', level: 1 })).toBeVisible()
    await expect(page.getByRole('button', { name: /Signed in/ }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0)
  }
  await accessible(viewer, 'audit-viewer')
  await narrow(viewer)
  await viewer.goto(`/console/audit?event=${unique()}`) // a line that is not theirs opens nothing
  await expect(viewer.getByRole('button', { expanded: true })).toHaveCount(0)
})
