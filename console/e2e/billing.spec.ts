import { BillingSubscriptionStartDocument, OrganizationCreateDocument, PlanCreateDocument, PlanDocument, PlanRowFragmentDoc, PlanUpdateDocument, readFragment } from '@contract'
import { expect, test, unique } from './fixtures'

test('an administrator makes a plan and sells it', async ({ admin, as, accessible, narrow }) => {
  const ask = await as('admin@demo.test')
  const company = `Mill ${unique()}`
  const { organizationCreate } = await ask(OrganizationCreateDocument, { input: { name: company } })
  expect(organizationCreate?.errors).toEqual([])
  const plan = `Basic ${unique()}`

  await admin.goto('/console/billing?tab=plans')
  await admin.getByRole('button', { name: 'New plan' }).click()
  const form = admin.getByRole('dialog')
  await form.getByLabel('Name', { exact: true }).fill(plan)
  await form.getByLabel('Price of a period').fill('30')
  await form.getByLabel('Price of each further seat').fill('1.5')
  await form.getByRole('button', { name: 'Add a price of usage' }).click()
  await form.getByLabel('Price of each further, Text messages').fill('0.0755')
  await accessible(admin, 'plan-form')
  await form.getByRole('button', { name: 'Create plan' }).click()
  await expect(admin.getByText(`The plan ${plan} can be sold`)).toBeVisible()
  await accessible(admin, 'plans')
  await narrow(admin, 'plans')

  await admin.getByRole('tab', { name: 'Subscriptions' }).click()
  await admin.getByRole('button', { name: 'Start subscription' }).click()
  await admin.getByRole('dialog').getByRole('combobox', { name: 'Customer' }).fill(company)
  await admin.getByRole('option', { name: company }).click()
  await admin.getByRole('radio', { name: new RegExp(plan) }).check()
  await accessible(admin, 'subscription-start')
  await admin.getByRole('dialog').getByRole('button', { name: 'Start subscription' }).click()
  const row = admin.getByRole('row').filter({ hasText: company })
  await expect(row).toContainText('€30.00 / month')
  await accessible(admin, 'subscriptions')
  await narrow(admin, 'subscriptions')
})

test('an administrator changes what a customer pays for, and takes an end back', async ({ admin, as, accessible }) => {
  const ask = await as('admin@demo.test')
  const company = `Mill ${unique()}`
  const { organizationCreate } = await ask(OrganizationCreateDocument, { input: { name: company } })
  const plan = `Basic ${unique()}`
  const { planCreate } = await ask(PlanCreateDocument, { input: { name: plan, basePrice: '30' } })
  const { billingSubscriptionStart } = await ask(BillingSubscriptionStartDocument, {
    input: { organizationId: (organizationCreate!.organization as unknown as { id: string }).id, planId: readFragment(PlanRowFragmentDoc, planCreate!.plan)!.id },
  })
  expect(billingSubscriptionStart?.errors).toEqual([])
  await admin.goto('/console/billing?tab=subscriptions')
  const row = admin.getByRole('row').filter({ hasText: company })

  const menu = row.getByRole('button', { name: `Actions for ${company}` })
  await menu.click()
  await admin.getByRole('menuitem', { name: 'Change plan…' }).click()
  await admin.getByRole('radio', { name: /^Starter/ }).check()
  await expect(admin.getByRole('radio', { name: /Today/ })).toBeEnabled()
  await expect(admin.getByText(/This period costs €\d/).first()).toBeVisible()
  await accessible(admin, 'subscription-change')
  await admin.getByRole('button', { name: 'Change with the period' }).click()
  await expect(row).toContainText('Starter from')
  await menu.click()
  await admin.getByRole('menuitem', { name: `Keep ${plan}` }).click()
  await expect(row).not.toContainText('Starter from')

  await menu.click()
  await admin.getByRole('menuitem', { name: 'Cancel…' }).click()
  await admin.getByLabel('Reason').fill('They close the mill')
  await accessible(admin, 'subscription-cancel')
  await admin.getByRole('button', { name: 'End it with the period' }).click()
  await expect(row).toContainText('ends')
  await menu.click()
  await admin.getByRole('menuitem', { name: 'Let it go on' }).click()
  await expect(row).not.toContainText('ends')
})

test('an invoice shows each line, and a payment above what is left is refused beside its field', async ({ admin, accessible, narrow }) => {
  await admin.goto('/console/billing?tab=invoices&invoice=OPEN')
  await expect(admin.getByRole('row').nth(1)).toContainText('Open')
  await accessible(admin, 'invoices')
  await narrow(admin, 'invoices')
  await admin.getByRole('row').nth(1).getByRole('button').first().click()
  const sheet = admin.getByRole('dialog', { name: /^Invoice \d+$/ })
  await expect(sheet.getByRole('table', { name: 'What it is for' })).toContainText('Total, net')
  await accessible(admin, 'invoice')
  await sheet.getByRole('button', { name: 'Record payment…' }).click()
  const form = admin.getByRole('dialog', { name: /^Payment for invoice/ })
  await form.getByLabel('Amount').fill('999999')
  await form.getByRole('button', { name: 'Record payment' }).click()
  await expect(form.getByLabel('Amount')).toHaveAttribute('aria-invalid', 'true')
  await form.getByLabel('Amount').fill('0,01')
  await form.getByLabel(/Reference/).fill(`bank-${unique()}`)
  await accessible(admin, 'invoice-payment')
  await form.getByRole('button', { name: 'Record payment' }).click()
  await expect(sheet).toContainText('€0.01')
})

test('an invoice is declared void with a reason, for ever', async ({ admin, accessible }) => {
  // The oldest that is open: payments of other stories go to the newest.
  await admin.goto('/console/billing?tab=invoices&invoice=OPEN&sort=NUMBER&dir=ASC')
  const first = admin.getByRole('row').nth(1)
  await expect(first).toContainText('Open')
  const number = (await first.getByText(/^\d{6}$/).textContent()) ?? ''
  const row = admin.getByRole('row').filter({ hasText: number })
  await row.getByRole('button', { name: `Actions for ${number}` }).click()
  await admin.getByRole('menuitem', { name: 'Declare void…' }).click()
  const form = admin.getByRole('dialog', { name: `Declare invoice ${number} void?` })
  await form.getByLabel('Reason').fill('   ')
  await form.getByRole('button', { name: 'Declare void' }).click()
  await expect(form.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true')
  await accessible(admin, 'invoice-void')
  await form.getByLabel('Reason').fill('Sent to the wrong company')
  await form.getByRole('button', { name: 'Declare void' }).click()
  await expect(admin.getByText(`Invoice ${number} is void`)).toBeVisible()
  await expect(row).toHaveCount(0)

  await admin.goto(`/console/billing?tab=invoices&q=${number}`)
  await expect(row).toContainText('Void')
  await row.getByRole('button').first().click()
  const sheet = admin.getByRole('dialog', { name: `Invoice ${number}` })
  await expect(sheet).toContainText('Void: Sent to the wrong company')
  await expect(sheet.getByRole('button', { name: /Record payment|Declare void/ })).toHaveCount(0)
  await accessible(admin, 'invoice-voided')
})

test('a plan that is no longer sold leaves the offers, and who was slower is told', async ({ admin, as, accessible, narrow }) => {
  const ask = await as('admin@demo.test')
  const name = `Old & <gold> ${unique()}`
  const { planCreate } = await ask(PlanCreateDocument, { input: { name, basePrice: '19.9' } })
  const plan = readFragment(PlanRowFragmentDoc, planCreate?.plan)!
  await admin.goto(`/console/billing?tab=plans&q=${encodeURIComponent(name)}`)
  const menu = admin.getByRole('button', { name: `Actions for ${name}` })
  await menu.click()
  await admin.getByRole('menuitem', { name: 'Sell no more…' }).click()
  const form = admin.getByRole('dialog', { name: `Sell ${name} no more?` })
  await accessible(admin, 'plan-archive')
  // Somebody changes it meanwhile.
  await ask(PlanUpdateDocument, { id: plan.id, input: { description: 'Cheaper next year' } })
  await form.getByRole('button', { name: 'Sell no more' }).click()
  await expect(form.getByRole('alert')).toContainText('Somebody saved this while you had it open.')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(admin.getByRole('row').filter({ hasText: 'Cheaper next year' })).toBeVisible()
  await menu.click()
  await admin.getByRole('menuitem', { name: 'Sell no more…' }).click()
  await form.getByRole('button', { name: 'Sell no more' }).click()
  await expect(admin.getByText(`${name} is no longer sold`)).toBeVisible()
  await expect(admin.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()

  await admin.getByRole('combobox', { name: 'Sold' }).click()
  await admin.getByRole('option', { name: 'No longer sold' }).click()
  const row = admin.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('No longer sold')
  await expect(menu).toHaveCount(0)
  await narrow(admin, 'plans-archived')
  await row.getByRole('button').first().click()
  // Whoever still has it is found by it, though it is no offer any more.
  await admin.getByRole('dialog', { name }).getByRole('button', { name: 'Its subscriptions' }).click()
  await expect(admin.getByRole('combobox', { name: 'Plan', exact: true })).toHaveText(name)
  await admin.goto('/console/billing?tab=subscriptions&open=new')
  await expect(admin.getByRole('radio', { name: /^Starter/ })).toBeVisible()
  await expect(admin.getByRole('radio', { name: new RegExp(name.slice(-8)) })).toHaveCount(0)
})

test('a plan that somebody else changes meanwhile is not overwritten unseen', async ({ admin, as, accessible }) => {
  const ask = await as('admin@demo.test')
  const name = `Shared ${unique()}`
  const { planCreate } = await ask(PlanCreateDocument, { input: { name, basePrice: '19.9', seatPrice: '2' } })
  const plan = readFragment(PlanRowFragmentDoc, planCreate?.plan)!
  await admin.goto(`/console/billing?tab=plans&q=${encodeURIComponent(name)}`)
  await admin.getByRole('button', { name: `Actions for ${name}` }).click()
  await admin.getByRole('menuitem', { name: 'Edit…' }).click()
  const form = admin.getByRole('dialog', { name: `Edit ${name}` })
  await form.getByLabel('Price of a period').fill('24,5')
  // The other gives it a name by which the list behind the form no longer finds it.
  const renamed = `Common ${unique()}`
  await ask(PlanUpdateDocument, { id: plan.id, input: { name: renamed, basePrice: '22', trialDays: 14 } })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('Somebody saved this while you had it open.')
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue(renamed)
  await expect(form.getByLabel('Free days')).toHaveValue('14')
  await expect(form.getByLabel('Price of a period')).toHaveValue('24,5')
  await expect(form.getByText('Saved by somebody else meanwhile: 22')).toBeVisible()
  await accessible(admin, 'plan-stale')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText(`${renamed} is saved`)).toBeVisible()
  const after = readFragment(PlanRowFragmentDoc, (await ask(PlanDocument, { id: plan.id })).plan)
  expect(after).toMatchObject({ name: renamed, basePrice: '24.5', seatPrice: '2', trialDays: 14 })
})

test('billing accounts say whom invoices are made out to', async ({ admin, accessible, narrow }) => {
  await admin.goto('/console/billing?tab=accounts')
  await admin.getByLabel('Search name').fill('copper')
  await expect(admin.getByRole('row').nth(1)).toContainText(/copper/i)
  await accessible(admin, 'billing-accounts')
  await narrow(admin, 'billing-accounts')
  await admin.getByRole('row').nth(1).getByRole('button').first().click()
  await expect(admin.getByRole('dialog').getByRole('button', { name: 'Edit' })).toBeVisible()
})

test('a client sees the own plan and invoices, and nothing to change them with', async ({ signedIn, support, viewer, accessible, narrow }) => {
  const owner = await signedIn('owner@harbor.test')
  await owner.goto('/console/billing')
  await expect(owner.getByRole('heading', { name: 'Plan and invoices' })).toBeVisible()
  await expect(owner.getByRole('tab')).toHaveText(['Plan', 'Invoices'])
  await expect(owner.getByText('€149.00 / month').first()).toBeVisible()
  await accessible(owner, 'own-plan')
  await narrow(owner, 'own-plan')
  await owner.getByRole('tab', { name: 'Invoices' }).click()
  await owner.getByRole('row').nth(1).getByRole('button').first().click()
  await expect(owner.getByRole('dialog')).toContainText('Total, net')
  await expect(owner.getByRole('button', { name: /Record payment|Declare void/ })).toHaveCount(0)
  // Neither role reads subscriptions or invoices.
  for (const page of [support, viewer]) {
    await page.goto('/console/usage')
    await expect(page.getByRole('link', { name: 'Usage' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Billing' })).toHaveCount(0)
  }
})
