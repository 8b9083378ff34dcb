import { InvitationRevokeDocument, InvitationsCreateDocument, ViewerDocument } from '@contract'
import { expect, test, unique } from './fixtures'

test('a pasted list is invited with an outcome for each address, and a link is mailed', async ({ admin, mail, accessible, narrow }) => {
  const word = unique()
  await admin.goto('/console/users')
  await expect(admin.getByRole('button', { name: 'Invite', exact: true })).toBeVisible()
  await admin.keyboard.press('c')
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('E-mail addresses').fill(`Mira Stone <mira-${word}@demo.test>\nadmin@demo.test\nsomebody@mailinator.com`)
  await dialog.getByRole('button', { name: 'Check first' }).click()
  await expect(dialog.getByText('Can be invited: 1')).toBeVisible()
  await expect(dialog.getByText('Is a user already: 1')).toBeVisible()
  await expect(dialog.getByText(/throw-away mailboxes/)).toBeVisible()
  await accessible(admin, 'invite')
  await narrow(admin, 'invite')
  await dialog.getByRole('button', { name: /^Invite \d/ }).click()
  await expect(admin.getByRole('dialog', { name: '1 invitation sent' })).toBeVisible()
  expect((await mail(`mira-${word}@demo.test`, 'invitation')).links.length).toBeGreaterThan(0)
})

test('an invitation is sent again, revoked, and made anew', async ({ admin, accessible, narrow }) => {
  const address = `${unique()}@demo.test`
  await admin.goto('/console/invitations')
  await accessible(admin, 'invitations')
  await narrow(admin, 'invitations')
  await admin.getByRole('button', { name: 'Invite', exact: true }).click()
  await admin.getByLabel('E-mail addresses').fill(address)
  await admin.getByRole('button', { name: 'Invite 1 person' }).click()
  await admin.getByRole('dialog', { name: '1 invitation sent' }).getByRole('button', { name: 'Close' }).last().click()
  await admin.getByRole('searchbox', { name: 'Search address' }).fill(address)
  const row = admin.getByRole('row', { name: new RegExp(address) })
  await expect(row.getByText('Pending').filter({ visible: true })).toBeVisible()
  const actions = row.getByRole('button', { name: /^Actions for/ })
  await actions.click()
  await admin.getByRole('menuitem', { name: 'Send again' }).click()
  await expect(row.getByText('2 mails')).toBeVisible()
  await actions.click()
  await admin.getByRole('menuitem', { name: 'Revoke…' }).click()
  await admin.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(row.getByText('Revoked').filter({ visible: true })).toBeVisible()
  await actions.click()
  await admin.getByRole('menuitem', { name: 'Invite again…' }).click()
  await expect(admin.getByLabel('E-mail addresses')).toHaveValue(address)
})

test('the list follows what happens elsewhere', async ({ admin, signedIn }) => {
  const address = `${unique()}@demo.test`
  await admin.goto(`/console/invitations?q=${address}`)
  await expect(admin.getByText('Nothing matches')).toBeVisible()
  const other = await signedIn('admin@demo.test')
  await other.goto('/console/users?open=invite')
  await other.getByLabel('E-mail addresses').fill(address)
  await other.getByRole('button', { name: 'Invite 1 person' }).click()
  await expect(other.getByRole('dialog', { name: '1 invitation sent' })).toBeVisible()
  await expect(admin.getByRole('row', { name: new RegExp(address) })).toBeVisible()
})

test('a menu opens the first time as it does later, and the focus outlives its row', async ({ admin, as }) => {
  const word = unique()
  const office = await as('admin@demo.test')
  const { viewer } = await office(ViewerDocument)
  const { invitationsCreate } = await office(InvitationsCreateDocument, { input: { organizationId: viewer!.organization.id, items: ['a', 'b'].map((one) => ({ email: `${word}-${one}@demo.test`, resellerRole: 'RESELLER_VIEWER' as const })) } })
  const first = invitationsCreate?.results[0]?.invitation as unknown as { id: string }
  await admin.goto(`/console/invitations?q=${word}&status=PENDING&sort=EMAIL&dir=ASC`)
  const actions = (one: string) => admin.getByRole('button', { name: `Actions for ${word}-${one}@demo.test` })
  const menu = admin.getByRole('menu')
  for (let time = 0; time < 2; time++) {
    await actions('a').press('ArrowUp')
    await expect(menu.getByRole('menuitem').last()).toBeFocused()
    await admin.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    await expect(actions('a')).toBeFocused()
  }
  for (let time = 0; time < 2; time++) {
    await actions('b').dblclick()
    // What would close it, has done so by then.
    await admin.waitForTimeout(400)
    await expect(menu).toBeVisible()
    await admin.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
  }

  await actions('a').press('Enter')
  await expect(menu).toBeVisible()
  await office(InvitationRevokeDocument, { id: first.id })
  await expect(actions('a')).toHaveCount(0)
  await expect(actions('b')).toBeFocused()
})

test('support sends invitations again and makes none', async ({ support, accessible }) => {
  await support.goto('/console/invitations?status=PENDING')
  await expect(support.getByRole('row').nth(1)).toBeVisible()
  await expect(support.getByRole('button', { name: 'Invite', exact: true })).toHaveCount(0)
  await accessible(support, 'invitations-support')
})

test('a viewer has no room of invitations', async ({ viewer }) => {
  await viewer.goto('/console/invitations')
  await expect(viewer.getByRole('main').getByRole('heading')).toHaveText(['Invitations', 'Not for your role'])
  await expect(viewer.getByRole('main').getByRole('button')).toHaveCount(0)
})
