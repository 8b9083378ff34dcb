import { OrganizationConsentSetDocument, OrganizationCreateDocument, SessionChallengeAnswerDocument, SignInDocument, type LoginAsConsent } from '@contract'
import type { Page } from '@playwright/test'
import { expect, test, unique, type Ask } from './fixtures'
import { nobody, password } from './arrivals'

interface Client {
  id: string
  name: string
  email: string
}

/** Adds a client whose administrator signs in with the password of the demo accounts. */
async function client(admin: Ask, outside: Ask): Promise<Client> {
  const name = `Harvest ${unique()}`
  const email = `owner.${unique()}@harvest.test`
  const { organizationCreate } = await admin(OrganizationCreateDocument, {
    input: { name, features: ['SMS', 'REPORTS'], hiddenFeatures: ['REPORTS'], administrator: { email, firstName: 'Olga', lastName: 'Reis', credentialMode: 'TEMPORARY_PASSWORD' } },
  })
  const made = organizationCreate?.organization as unknown as { id: string } | null
  if (!made || !organizationCreate?.temporaryPassword) throw new Error(JSON.stringify(organizationCreate))
  const { sessionCreate } = await outside(SignInDocument, { input: { email, password: organizationCreate.temporaryPassword, bearer: true } })
  const challenge = sessionCreate?.challenge as unknown as { token: string }
  const { sessionChallengeAnswer } = await outside(SessionChallengeAnswerDocument, { input: { token: challenge.token, newPassword: password, bearer: true } })
  if (!sessionChallengeAnswer?.session) throw new Error(JSON.stringify(sessionChallengeAnswer))
  return { id: made.id, name, email }
}

async function ask(page: Page, { id, name }: Client, mode: 'client' | 'partner', reason: string): Promise<void> {
  await page.goto(`/console/organizations/${id}`)
  await page.getByRole('button', { name: `Log in as ${mode}` }).click()
  const dialog = page.getByRole('dialog', { name: `Log in to ${name}` })
  await dialog.getByLabel('Reason').fill(reason)
  await dialog.getByRole('button', { name: /^(Log in|Ask to log in)$/ }).click()
}

const consent = (owner: Ask, { id }: Client, to: LoginAsConsent) => owner(OrganizationConsentSetDocument, { id, consent: to })

test('where the client always agrees, staff log in at once, see a banner and leave', async ({ admin, as, request, baseURL, accessible, narrow, mail }) => {
  const harvest = await client(await as('admin@demo.test'), nobody(request, baseURL!))
  await consent(await as(harvest.email), harvest, 'ALWAYS')
  await ask(admin, harvest, 'client', 'A report looks wrong')

  const banner = admin.getByRole('region', { name: 'Logged in as a customer' })
  await expect(banner).toContainText(`Ada Lindqvist is logged in as Olga Reis of ${harvest.name}`)
  await expect(banner).toContainText('as client · A report looks wrong')
  await expect(banner.getByRole('timer')).toContainText(/(29|30):\d\d left/)
  await accessible(admin, 'impersonation')
  await narrow(admin, 'impersonation')
  await admin.reload()
  await expect(banner).toBeVisible()
  await admin.goto('/console/account?tab=security')
  await expect(admin.getByRole('tabpanel')).toContainText("belong to the account's own people")
  await expect(admin.getByRole('tabpanel').getByRole('button')).toHaveCount(0)
  await admin.goto('/console/account?tab=sessions')
  await expect(admin.getByRole('tabpanel').getByText('This device')).toBeVisible()
  await expect(admin.getByRole('tabpanel').getByRole('button')).toHaveCount(0)
  await banner.getByRole('button', { name: 'Leave' }).click()
  await expect(admin.getByRole('heading', { level: 1 })).toContainText(harvest.name)
  await expect(banner).toHaveCount(0)
  await mail(harvest.email, 'login_as_started')

  await admin.getByRole('tab', { name: 'Access' }).click()
  const history = admin.getByRole('table', { name: 'Who logged in as a client' })
  await expect(history).toContainText('A report looks wrong')
  await expect(history).toContainText('Ended')
  await accessible(admin, 'organization-access-history')
})

test('asked first, the client allows it in the console and staff begin', async ({ admin, signedIn, as, request, baseURL, accessible, tolerate }) => {
  tolerate(/401/)
  const harvest = await client(await as('admin@demo.test'), nobody(request, baseURL!))
  await consent(await as(harvest.email), harvest, 'ASK')
  await ask(admin, harvest, 'partner', 'Setting up the hidden report')
  await expect(admin.getByRole('heading', { name: `Waiting for ${harvest.name}` })).toBeVisible()
  await accessible(admin, 'login-as-waiting')

  const owner = await signedIn(harvest.email)
  await owner.goto('/console/organizations')
  const notice = owner.getByRole('region', { name: 'Access of Ada Lindqvist' })
  await expect(notice).toContainText(`Ada Lindqvist asks to log in to ${harvest.name} for 30 minutes`)
  await accessible(owner, 'login-as-question')
  await notice.getByRole('button', { name: 'Allow' }).click()
  await expect(owner.getByText('Ada Lindqvist may log in')).toBeVisible()

  await expect(admin.getByRole('heading', { name: `${harvest.name} lets you in` })).toBeVisible()
  await admin.getByRole('dialog', { name: `Log in to ${harvest.name}` }).getByRole('button', { name: 'Log in now' }).click()
  const banner = admin.getByRole('region', { name: 'Logged in as a customer' })
  await expect(banner).toContainText('as partner')

  // The client ends it: the next step of staff leads back to their own work.
  await owner.reload()
  await expect(notice).toContainText('is logged in')
  await notice.getByRole('button', { name: 'End it' }).click()
  await expect(owner.getByText('The session of Ada Lindqvist has ended')).toBeVisible()
  await admin.getByRole('link', { name: 'Roles' }).dispatchEvent('click', {}, { timeout: 2_000 }).catch(() => undefined)
  await expect(admin).toHaveURL(new RegExp(`/console/organizations/${harvest.id}`))
  await expect(admin.getByRole('heading', { level: 1 })).toContainText(harvest.name)
  await expect(banner).toHaveCount(0)
})

test('the client says no, and then never', async ({ admin, signedIn, as, request, baseURL }) => {
  const harvest = await client(await as('admin@demo.test'), nobody(request, baseURL!))
  await consent(await as(harvest.email), harvest, 'ASK')
  await ask(admin, harvest, 'client', 'Just looking')
  await expect(admin.getByRole('heading', { name: `Waiting for ${harvest.name}` })).toBeVisible()

  const owner = await signedIn(harvest.email)
  await owner.goto(`/console/organizations/${harvest.id}?tab=access`)
  await owner.getByRole('button', { name: 'Deny' }).click()
  await expect(admin.getByRole('heading', { name: `${harvest.name} said no` })).toBeVisible()
  const never = owner.getByRole('radio', { name: /^Never/ })
  await never.click()
  await expect(never).toBeChecked()
  await expect(owner.getByText('Saved', { exact: true })).toBeVisible()

  await admin.goto(`/console/organizations/${harvest.id}`)
  await expect(admin.getByRole('heading', { level: 1 })).toContainText(harvest.name)
  await expect(admin.getByRole('button', { name: /Log in as/ })).toHaveCount(0)
})

test('Support logs in as client only, Viewer not at all', async ({ support, viewer, as, request, baseURL }) => {
  const harvest = await client(await as('admin@demo.test'), nobody(request, baseURL!))
  await support.goto(`/console/organizations/${harvest.id}`)
  await expect(support.getByRole('button', { name: 'Log in as client' })).toBeVisible()
  await expect(support.getByRole('button', { name: 'Log in as partner' })).toHaveCount(0)
  await viewer.goto(`/console/organizations/${harvest.id}`)
  await expect(viewer.getByRole('heading', { level: 1 })).toContainText(harvest.name)
  await expect(viewer.getByRole('button', { name: /Log in as/ })).toHaveCount(0)
})
