import { RecoveryCodesRenewDocument, UserChoicesDocument, UserUpdateDocument } from '@contract'
import type { Page } from '@playwright/test'
import { expect, test, unique } from './fixtures'
import { codeOf, colleague, nobody, password } from './arrivals'

/** Somebody new of the demo reseller, signed in. */
const somebody = test.extend<{ own: { email: string; page: Page } }>({
  own: async ({ as, mail, request, baseURL, signedIn }, use) => {
    const email = await colleague(await as('admin@demo.test'), nobody(request, baseURL!), mail)
    await use({ email, page: await signedIn(email) })
  },
})

/** Proves who is there, where the page asks for it. */
async function confirm(page: Page, label: string, proof: string): Promise<void> {
  const question = page.getByRole('dialog', { name: 'Confirm it is you' })
  await question.getByLabel(label).fill(proof)
  await question.getByRole('button', { name: 'Confirm' }).click()
}

async function enter(page: Page, email: string, secret = password): Promise<void> {
  await page.goto('/console/signin')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
}

/** Adds a passkey called "My laptop"; what is answered lets its owner turn away from it, or not any more. */
async function addPasskey(page: Page): Promise<(present: boolean) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  await page.goto('/console/account?tab=security')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name', { exact: true }).fill('My laptop')
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await page.getByRole('dialog', { name: 'Keep your recovery codes' }).getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('My laptop')).toBeVisible()
  return async (isUserVerified) => void (await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }))
}

/** The next request for a document is answered as it is ten minutes after the last proof of who is there. */
async function grownOld(page: Page, document: { __meta__?: Record<string, unknown> | undefined }): Promise<void> {
  const hash = String(document.__meta__?.['hash'])
  await page.route(
    '**/graphql',
    (route) =>
      route.request().postData()?.includes(hash)
        ? route.fulfill({ json: { errors: [{ message: 'Prove who you are once more.', extensions: { code: 'STEP_UP_REQUIRED' } }] } }).then(() => page.unroute('**/graphql'))
        : route.fallback(),
  )
}

for (const who of ['admin', 'support', 'viewer'] as const) {
  test(`${who} has an account page of four parts`, async ({ signedIn, accessible, narrow }) => {
    const page = await signedIn(`${who}@demo.test`)
    await page.goto('/console/users')
    await page.getByRole('button', { name: 'Your account' }).click()
    await page.getByRole('menuitem', { name: 'Your account' }).click()
    for (const tab of ['Profile', 'Security', 'Sessions', 'Activity']) {
      await page.getByRole('tab', { name: tab }).click()
      await expect(page.getByRole('tabpanel').getByRole('heading').first()).toBeVisible()
      if (who !== 'viewer') continue
      await accessible(page, `account-${tab.toLowerCase()}`)
      await narrow(page, `account-${tab.toLowerCase()}`)
    }
  })
}

somebody('the profile is changed, and the language with it', async ({ own: { page } }) => {
  await page.goto('/console/account')
  await page.getByLabel('First name').fill('Nadia')
  await page.getByLabel('Phone').fill('12')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Phone')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Phone').fill('+4930901820')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Vienna')
  await page.getByRole('option', { name: 'Europe/Vienna' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your profile is saved')).toBeVisible()
  await expect(page.getByText(/^Nadia Okafor ·/)).toBeVisible()
  await page.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Ihr Konto' })).toBeVisible()
})

somebody('what is typed into the profile is not laid over what somebody else saved', async ({ own: { email, page }, as }) => {
  const ask = await as('admin@demo.test')
  const { users } = await ask(UserChoicesDocument, { where: { email: { eq: email } } })
  await page.goto('/console/account')
  await page.getByLabel('First name').fill('Nadia')
  const { userUpdate } = await ask(UserUpdateDocument, { id: users!.nodes[0]!.id, input: { firstName: 'Nour', phone: '+4930901820' } })
  expect(userUpdate?.errors).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Somebody saved this while you had it open.')
  await expect(page.getByLabel('First name')).toHaveValue('Nadia')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByLabel('First name')).toHaveValue('Nour')
  await expect(page.getByLabel('Phone')).toHaveValue('+4930901820')
  await page.getByLabel('First name').fill('Nadia')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your profile is saved')).toBeVisible()
})

somebody('a new address counts once its link is opened', async ({ own: { page }, mail }) => {
  const address = `story.${unique()}@elsewhere.test`
  const ask = async () => {
    await page.getByRole('button', { name: 'Change…', exact: true }).click()
    await page.getByLabel('New address').fill(address)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByText(`Waiting for ${address}`)).toBeVisible()
  }
  await page.goto('/console/account')
  await ask()
  await page.getByRole('button', { name: 'Give up the change' }).click()
  await expect(page.getByText(`Waiting for ${address}`)).toBeHidden()
  await ask()
  await expect
    .poll(async () => {
      await page.goto('about:blank')
      await page.goto((await mail(address, 'email_confirm')).links[0]!)
      await expect(page).toHaveURL(/\/console\/email#token=/)
      await page.getByRole('button', { name: 'Confirm the address' }).click()
      const heading = page.getByRole('heading', { level: 1 })
      await expect(heading).not.toHaveText('Confirm your new address')
      return heading.innerText()
    }, { timeout: 20_000 }) // the mail of the change that was given up may still be the newest
    .toBe('Your address is changed')
  await page.getByRole('link', { name: 'Go on' }).click()
  await page.goto('/console/account')
  await expect(page.getByText(`Nora Okafor · ${address}`)).toBeVisible()
})

somebody('a new password ends the other sessions', async ({ own: { email, page }, signedIn }) => {
  const other = await signedIn(email)
  await page.goto('/console/account?tab=security')
  await page.getByRole('button', { name: 'Change password…' }).click()
  await page.getByLabel('Current password').fill('not the password')
  await page.getByLabel('New password').fill('umbrella quartz fourteen')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Current password').fill(password)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await other.goto('/console/account')
  await expect(other).toHaveURL(/\/console\/signin\?next=/)
})

somebody('an authenticator app guards the sign-in, recovery codes open it once', async ({ own: { email, page }, accessible, narrow }) => {
  await page.goto('/console/account?tab=security')
  await page.getByRole('button', { name: 'Set up…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' })
  const key = await dialog.locator('code').innerText()
  await accessible(page, 'account-app')
  await narrow(page, 'account-app')
  await dialog.getByLabel('Code of the app').fill(codeOf(key))
  await dialog.getByRole('button', { name: 'Confirm the code' }).click()
  const codes = page.getByRole('dialog', { name: 'Keep your recovery codes' })
  const first = await codes.getByRole('listitem').first().innerText()
  await accessible(page, 'account-codes')
  await page.keyboard.press('Escape')
  await expect(codes.getByRole('alert')).toBeVisible()
  await codes.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 left')).toBeVisible()

  await leave(page)
  await enter(page, email)
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  await accessible(page, 'signin-code')
  await page.getByLabel('Code from your authenticator app').fill('000000')
  await expect(page.getByLabel('Code from your authenticator app')).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Use a recovery code instead' }).click()
  await page.getByLabel('Recovery code').fill(first)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()

  await page.goto('/console/account?tab=security')
  await expect(page.getByText('9 left')).toBeVisible()
  await grownOld(page, RecoveryCodesRenewDocument)
  await page.getByRole('button', { name: 'Make new codes…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make new codes', exact: true }).click()
  await confirm(page, 'Code from your authenticator app', codeOf(key, 1))
  await codes.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 left')).toBeVisible()
})

somebody('a passkey is added, named, signs in alone and is removed', async ({ own: { page }, accessible }) => {
  await addPasskey(page)
  await accessible(page, 'account-passkey')
  await page.getByRole('button', { name: 'Actions for My laptop' }).click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Work laptop')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Work laptop')).toBeVisible()

  await leave(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()

  await page.goto('/console/account?tab=security')
  await page.getByRole('button', { name: 'Actions for Work laptop' }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText('No passkey yet.')).toBeVisible()
})

somebody('a passkey proves who is there before a sensitive change', async ({ own: { page }, accessible, narrow }) => {
  const present = await addPasskey(page)
  const question = page.getByRole('dialog', { name: 'Confirm it is you' })
  const codes = page.getByRole('dialog', { name: 'Keep your recovery codes' })
  await grownOld(page, RecoveryCodesRenewDocument)
  await page.getByRole('button', { name: 'Make new codes…' }).click()
  const renew = page.getByRole('dialog', { name: 'Make new recovery codes?' }).getByRole('button', { name: 'Make new codes', exact: true })
  await renew.click()
  await expect(question.getByLabel('Password')).toHaveCount(0) // it is not enough for who has a second factor
  await accessible(page, 'stepup-passkey')
  await narrow(page, 'stepup-passkey')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  await expect(codes).toBeHidden()

  await grownOld(page, RecoveryCodesRenewDocument)
  await renew.click()
  await present(false)
  await question.getByRole('button', { name: 'Use your passkey' }).click()
  await expect(question.getByRole('alert')).toBeVisible()
  await present(true)
  await question.getByRole('button', { name: 'Use your passkey' }).click()
  await expect(codes.getByRole('listitem')).toHaveCount(10)
  await codes.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByRole('tab', { name: 'Activity' }).click()
  await expect(page.getByText('Identity confirmed')).toBeVisible()
})

somebody('sessions elsewhere are ended one by one or all together', async ({ own: { email, page }, signedIn }) => {
  const others = [await signedIn(email), await signedIn(email), await signedIn(email)]
  await page.goto('/console/account?tab=sessions')
  await expect(page.getByText('This device')).toBeVisible()
  const rows = page.getByRole('button', { name: /^End the session/ })
  const before = await rows.count()
  await rows.first().click()
  await expect(rows).toHaveCount(before - 1)
  await page.getByRole('button', { name: 'End all others' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click()
  await expect(rows).toHaveCount(0)
  for (const other of others) {
    await other.goto('/console/account')
    await expect(other).toHaveURL(/\/console\/signin/)
  }
  await page.getByRole('tab', { name: 'Activity' }).click()
  await expect(page.getByText('Session ended').first()).toBeVisible()
})
