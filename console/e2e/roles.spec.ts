import { ExplainAccessDocument, readFragment, RoleCreateDocument, RoleRowFragmentDoc, RolesDocument, RoleUpdateDocument, UserChoicesDocument, ViewerDocument } from '@contract'
import { expect, test, unique } from './fixtures'

test('an administrator sees every built-in role, with what it allows and who holds it', async ({ admin, accessible, narrow }) => {
  await admin.goto('/console/roles')
  const table = admin.getByRole('table', { name: 'Roles' })
  for (const name of ['Reseller Admin', 'Reseller Support', 'Reseller Viewer', 'Reseller Website Access', 'Manage Users', 'Webhook Administrator', 'Tenant Admin', 'Client User']) {
    await expect(table.getByRole('row', { name: new RegExp(name) })).toBeVisible()
  }
  await accessible(admin, 'roles')
  await narrow(admin, 'roles')

  await admin.getByRole('button', { name: /^Reseller Viewer/ }).click()
  const sheet = admin.getByRole('dialog', { name: 'Reseller Viewer' })
  await expect(sheet.getByText('See organizations and their company details')).toBeVisible()
  await expect(sheet.getByRole('heading', { name: 'Cannot be combined with' })).toBeVisible()
  await expect(sheet.getByText('Always denies, whatever other roles allow')).toBeVisible()
  await accessible(admin, 'role')
  await admin.keyboard.press('Escape')

  await admin.getByRole('searchbox', { name: 'Search roles' }).fill('storage')
  await expect(admin).toHaveURL(/q=storage/)
  await expect(table.getByRole('row')).toHaveCount(2)
})

test('roles stand side by side; two at a time on a telephone', async ({ admin, signedIn, accessible, narrow }) => {
  await admin.goto('/console/roles?tab=matrix&compare=reseller_admin%2Creseller_support')
  const grid = admin.getByRole('table', { name: 'Permissions by role' })
  await expect(grid.getByRole('columnheader', { name: 'Reseller Support' })).toBeVisible()
  await expect(grid.getByRole('row', { name: 'Close and restore organizations allowed always denied' })).toBeVisible()
  await admin.getByRole('searchbox', { name: 'Search permissions' }).fill('subscription')
  await expect(grid.getByRole('row', { name: /Sell, change and end subscriptions/ })).toBeVisible()
  await expect(grid.getByRole('row', { name: /Close and restore/ })).toHaveCount(0)
  await admin.getByRole('switch', { name: 'Only differences' }).click()
  await expect(admin).toHaveURL(/differ=true/)
  await admin.goto('/console/roles?tab=matrix')
  await expect(grid.getByRole('columnheader', { name: 'Webhook Administrator' })).toBeAttached()
  await accessible(admin, 'matrix')
  await narrow(admin)

  const phone = await signedIn('viewer@demo.test', { mobile: true })
  await phone.goto('/console/roles?tab=matrix')
  await expect(phone.getByRole('button', { name: /Roles: 2 of/ })).toBeVisible()
})

test('a custom role is made from another, changed, and deleted', async ({ admin, as, accessible }) => {
  const name = `Night shift ${unique()}`
  await admin.goto('/console/roles')
  await admin.getByRole('button', { name: 'New role' }).click()
  const form = admin.getByRole('dialog', { name: 'New role' })
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await form.getByRole('combobox', { name: 'Start from' }).click()
  await admin.getByRole('option', { name: /^Agent/ }).click()
  await expect(form.getByText('3 permissions chosen')).toBeVisible()
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('bots')
  await form.getByRole('checkbox', { name: 'See bots', exact: true }).click()
  await expect(form.getByText('4 permissions chosen')).toBeVisible()
  await accessible(admin, 'role-new')
  await form.getByRole('button', { name: 'Create role' }).click()

  const sheet = admin.getByRole('dialog', { name })
  await expect(sheet.getByText('Take part in live conversations')).toBeVisible()
  await expect(sheet.getByText('See bots')).toBeVisible()

  await sheet.getByRole('switch').click()
  await admin.getByRole('button', { name: 'Require two-factor' }).click()
  await expect(sheet.getByRole('switch')).toBeChecked()

  await sheet.getByRole('button', { name: `Actions for ${name}` }).click()
  await admin.getByRole('menuitem', { name: 'Edit…' }).click()
  const edit = admin.getByRole('dialog', { name: `Edit ${name}` })
  await edit.getByRole('searchbox', { name: 'Search permissions' }).fill('bots')
  await edit.getByRole('checkbox', { name: 'See bots', exact: true }).click()
  await expect(edit.getByText('Takes away')).toBeVisible()
  await edit.getByRole('button', { name: 'Save' }).click()
  await expect(edit).toBeHidden()
  await expect(sheet.getByText('See bots')).toBeHidden()

  await sheet.getByRole('button', { name: `Actions for ${name}` }).click()
  await admin.getByRole('menuitem', { name: 'Delete…' }).click()
  const confirm = admin.getByRole('dialog', { name: `Delete ${name}?` })
  await expect(confirm.getByRole('button', { name: 'Delete role' })).toBeDisabled()
  await confirm.getByRole('textbox').fill(name)
  await confirm.getByRole('button', { name: 'Delete role' }).click()
  await expect(confirm).toBeHidden()
  const { roles } = await (await as('admin@demo.test'))(RolesDocument, { search: name })
  expect(roles?.totalCount).toBe(0)
})

test('two people change one role, and neither undoes the other', async ({ admin, as, accessible }) => {
  const name = `Late shift ${unique()}`
  const ask = await as('admin@demo.test')
  const { viewer } = await ask(ViewerDocument)
  const { roleCreate } = await ask(RoleCreateDocument, { input: { name, organizationId: viewer!.organization.id, permissions: ['ORGANIZATION_READ'] } })
  const { id } = readFragment(RoleRowFragmentDoc, roleCreate!.role)!
  await admin.goto(`/console/roles?role=${id}`)
  await admin.getByRole('dialog', { name }).getByRole('button', { name: `Actions for ${name}` }).click()
  await admin.getByRole('menuitem', { name: 'Edit…' }).click()
  const form = admin.getByRole('dialog').filter({ has: admin.getByRole('searchbox', { name: 'Search permissions' }) })
  await form.getByRole('textbox', { name: /What it is for/ }).fill('For whoever closes up.')

  await ask(RoleUpdateDocument, { id, input: { name: `${name} (north)` } })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('Somebody saved this while you had it open.')
  await expect(admin.getByRole('heading', { name: `Edit ${name} (north)` })).toBeVisible()
  await accessible(admin, 'role-stale')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  const sheet = admin.getByRole('dialog', { name: `${name} (north)` })
  await expect(sheet.getByText('For whoever closes up.')).toBeVisible()
})

test('a permission that somebody else takes away is not given back', async ({ admin, as, accessible }) => {
  const name = `Early shift ${unique()}`
  const ask = await as('admin@demo.test')
  const { viewer } = await ask(ViewerDocument)
  const { roleCreate } = await ask(RoleCreateDocument, { input: { name, organizationId: viewer!.organization.id, permissions: ['ORGANIZATION_READ', 'ORGANIZATION_DELETE'] } })
  const { id } = readFragment(RoleRowFragmentDoc, roleCreate!.role)!
  await admin.goto(`/console/roles?role=${id}`)
  const sheet = admin.getByRole('dialog', { name })
  await sheet.getByRole('button', { name: `Actions for ${name}` }).click()
  await admin.getByRole('menuitem', { name: 'Edit…' }).click()
  const form = admin.getByRole('dialog', { name: `Edit ${name}` })
  await form.getByRole('checkbox', { name: 'See bots', exact: true }).click()

  const { roleUpdate } = await ask(RoleUpdateDocument, { id, input: { name: `${name} (south)`, permissions: ['ORGANIZATION_READ'] } })
  expect(roleUpdate?.errors).toEqual([])
  await form.getByRole('button', { name: 'Save' }).click()
  const renamed = admin.getByRole('dialog', { name: `Edit ${name} (south)` })
  await expect(renamed.getByRole('alert')).toContainText('Somebody saved this while you had it open.')
  await expect(renamed.getByText('Taken away by somebody else meanwhile')).toBeVisible()
  await expect(renamed.getByRole('checkbox', { name: 'Close and restore organizations', exact: true })).not.toBeChecked()
  await expect(renamed.getByRole('checkbox', { name: 'See bots', exact: true })).toBeChecked()
  await accessible(admin, 'role-meanwhile')
  await renamed.getByRole('button', { name: 'Save' }).click()
  await expect(renamed).toBeHidden()
  const { roles } = await ask(RolesDocument, { search: name })
  const saved = readFragment(RoleRowFragmentDoc, roles!.nodes[0]!)
  expect(saved.name).toBe(`${name} (south)`)
  expect([...saved.permissions].sort()).toEqual(['BOT_READ', 'ORGANIZATION_READ'])
})

test('what its author does not hold cannot be put into a role', async ({ signedIn }) => {
  const page = await signedIn('tenant.admin@harbor.test')
  await page.goto('/console/roles')
  await page.getByRole('button', { name: 'New role' }).click()
  const form = page.getByRole('dialog', { name: 'New role' })
  await expect(form.getByRole('checkbox', { name: 'Close and restore organizations' })).toBeDisabled()
  await expect(form.getByText('Only for roles of the reseller.').first()).toBeVisible()
  await expect(form.getByRole('checkbox', { name: 'Read conversations' })).toBeEnabled()
})

test('why somebody may not is told as a chain of rules', async ({ admin, as, accessible, narrow }) => {
  const ask = await as('admin@demo.test')
  const { users } = await ask(UserChoicesDocument, { where: { email: { eq: 'support@demo.test' } } })
  const { id, displayName, organization } = users!.nodes[0]!
  const { explainAccess } = await ask(ExplainAccessDocument, { userId: id, permission: 'ORGANIZATION_DELETE', on: organization.id })
  expect(explainAccess?.allowed).toBe(false)

  await admin.goto(`/console/roles?tab=explain&user=${id}&permission=ORGANIZATION_DELETE&on=${organization.id}`)
  await expect(admin.getByRole('heading', { name: `${displayName} may not do this here` })).toBeVisible()
  const rule = admin.getByRole('listitem').filter({ hasText: 'Reseller Support' })
  await expect(rule).toContainText('denies')
  await expect(rule).toContainText('Decides')
  await accessible(admin, 'explain')
  await narrow(admin, 'explain')

  await admin.getByRole('combobox', { name: 'Permission' }).fill('see organizations')
  await admin.getByRole('option', { name: 'See organizations and their company details' }).click()
  await expect(admin.getByRole('heading', { name: `${displayName} may do this here` })).toBeVisible()
  await expect(admin).toHaveURL(/permission=ORGANIZATION_READ/)
})

test('support and viewer compare the built-in roles, and change nothing', async ({ support, viewer, accessible }) => {
  for (const page of [support, viewer]) {
    await page.goto('/console/roles')
    await expect(page.getByRole('table', { name: 'Permissions by role' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'New role' })).toHaveCount(0)
    await expect(page.getByRole('tab')).toHaveCount(1)
  }
  await accessible(viewer, 'roles-viewer')
})
