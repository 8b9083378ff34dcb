import { InvitationRevokeDocument, InvitationRowFragmentDoc, InvitationsCreateDocument, OrganizationTwoFactorSetDocument, readFragment, ViewerDocument } from '@contract'
import { expect, test, unique } from './fixtures'
import { codeOf, customer, invited } from './arrivals'

const secret = 'umbrella quartz fourteen'

test('a colleague accepts the invitation, and the link works once', async ({ page, as, mail, accessible, narrow }) => {
  const email = await invited(await as('admin@demo.test'), 'RESELLER_SUPPORT')
  const { links } = await mail(email, 'invitation')
  await page.goto(links[0]!)
  await expect(page).toHaveURL(/\/console\/invitation#token=/)
  await expect(page.getByRole('heading', { name: 'Join Demo Telecom' })).toBeVisible()
  await expect(page.getByText('Ada Lindqvist invited you.')).toBeVisible()
  await expect(page.getByText('Reseller Support')).toBeVisible()
  await expect(page.getByLabel('First name')).toHaveValue('Nora')
  await accessible(page, 'invitation')
  await narrow(page, 'invitation')

  // The server says what it thinks of a password while it is typed.
  await page.getByLabel('Choose a password').fill('nora okafor 1234')
  await expect(page.getByText('must not contain parts of the name')).toBeVisible()
  await page.getByLabel('Choose a password').fill(secret)
  await expect(page.getByText('Hard to guess, and no part of your name or address: met')).toBeVisible()
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(page.getByText('Accept the terms to go on.')).toBeVisible()
  await page.getByRole('checkbox', { name: /I accept the terms/ }).check()
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  expect(page.url()).not.toContain('token')

  await page.goto('about:blank')
  await page.goto(links[0]!)
  await expect(page.getByRole('heading', { name: 'This invitation is closed' })).toBeVisible()
  await accessible(page, 'invitation-closed')
})

test('where a second factor is required, it is set up on the way in', async ({ page, as, mail, accessible, narrow }) => {
  const admin = await as('admin@demo.test')
  const account = await customer(admin)
  await admin(OrganizationTwoFactorSetDocument, { id: account, required: true })
  const email = `story.${unique()}@customer.test`
  await admin(InvitationsCreateDocument, { input: { organizationId: account, items: [{ email, access: 'ADMIN', firstName: 'Sol', lastName: 'Ito' }], message: 'Welcome to the team!' } })
  const { links } = await mail(email, 'invitation')
  await page.goto(links[0]!)
  await expect(page.getByText('Welcome to the team!')).toBeVisible()
  await expect(page.getByText('After the password you set up a second factor.')).toBeVisible()
  await page.getByLabel('Choose a password').fill(secret)
  await page.getByRole('checkbox', { name: /I accept the terms/ }).check()
  await page.getByRole('button', { name: 'Accept the invitation' }).click()

  await expect(page.getByRole('heading', { name: 'Set up your second factor' })).toBeVisible()
  await accessible(page, 'signin-enrol')
  await narrow(page, 'signin-enrol')
  const key = await page.locator('code[aria-label="Or type this key into the app"]').innerText()
  await page.getByLabel('Code from your authenticator app').fill('000000')
  await expect(page.getByLabel('Code from your authenticator app')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Code from your authenticator app').fill(codeOf(key))
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible()
  await expect(page.getByRole('listitem')).not.toHaveCount(0)
  await accessible(page, 'signin-codes')
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
})

test('a link that was withdrawn, has expired or is not complete says what to do', async ({ page, as, mail, accessible }) => {
  const admin = await as('admin@demo.test')
  const { viewer } = await admin(ViewerDocument)
  const email = `story.${unique()}@demo.test`
  const { invitationsCreate } = await admin(InvitationsCreateDocument, {
    input: { organizationId: viewer!.organization.id, items: [{ email, resellerRole: 'RESELLER_VIEWER' }] },
  })
  const { links } = await mail(email, 'invitation')
  await test.step('expired', async () => {
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch()
      const answer = await response.json()
      if (!answer.data?.invitationPreview) return route.fulfill({ response })
      answer.data.invitationPreview.status = 'EXPIRED'
      return route.fulfill({ response, json: answer })
    })
    await page.goto(links[0]!)
    await expect(page.getByRole('heading', { name: 'This invitation has expired' })).toBeVisible()
    await accessible(page, 'invitation-expired')
    await page.unroute('**/graphql')
  })
  await test.step('withdrawn', async () => {
    const invitation = readFragment(InvitationRowFragmentDoc, invitationsCreate?.results[0]?.invitation)
    await admin(InvitationRevokeDocument, { id: invitation!.id })
    await page.goto('about:blank')
    await page.goto(links[0]!)
    await expect(page.getByRole('heading', { name: 'This invitation is closed' })).toBeVisible()
  })
  await test.step('not complete', async () => {
    await page.goto('/console/invitation')
    await expect(page.getByRole('heading', { name: 'This link is not complete' })).toBeVisible()
    await accessible(page, 'invitation-incomplete')
  })
})
