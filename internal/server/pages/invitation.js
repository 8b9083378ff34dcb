// The page behind the link of an invitation mail: what it opens, a password,
// and the second factor where the organization asks for one.
'use strict'

// Ids of the trusted documents of frontend-contract/operations; a test
// compares them with documents.json.
const documents = {
  InvitationPreview: '880c009c79bcda399535d96ca7742b33cf2c1c510ba99a0336cf259e0ac4cdb7',
  InvitationAccept: '328f745afc90a0ac7bf0a4dca86e31d64ff30a4ac5eb7a4e926b8a1ba3257f89',
  SessionChallengeAnswer: '3de41aa98338d915885acbeeece5514a7e10cd1f39621c62d002cdbd5765c2f1',
}
const minPassword = 10 // characters
const maxName = 100
const fields = ['firstName', 'lastName', 'password', 'acceptedTermsVersion']

let token = ''
let preview = null
let account = null // once accepted: its address, and the challenge that is open

function problem(title, text, canRetry = false) {
  say('problem-text', text)
  at('again').hidden = !canRetry
  show('problem', title)
}

const dead = () =>
  problem('This link does not work', 'It was used before, was withdrawn, or a newer mail replaced it. If you have accepted the invitation already, you can sign in. If not, use the link of the newest mail or ask for a new invitation.')
const expired = () =>
  problem('This invitation has expired', `The link worked until ${when(preview.expiresAt)}. Ask ${preview.organizationName} to send the invitation again.`)

const clock = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' })
const when = (instant) => clock.format(new Date(instant))
const ask = (token) => send('InvitationPreview', documents.InvitationPreview, { token })

async function open() {
  token = tokenOfLink()
  if (!token) {
    problem('This link is not complete', 'Open the link in your mail once more. If you copied it, copy all of it, to the last character.')
    return
  }
  show('loading', 'Your invitation')
  const asked = token
  let answer
  try {
    answer = await ask(token)
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    if (asked === token) problem('Your invitation could not be opened', cause.message, true)
    return
  }
  if (asked !== token) return // another link was opened meanwhile
  preview = answer
  if (!preview) return dead()
  if (preview.status === 'EXPIRED') return expired()
  say('address', preview.maskedEmail)
  say('expires', when(preview.expiresAt))
  at('expires').dateTime = preview.expiresAt
  say('terms', preview.termsVersion)
  tellFacts()
  at('firstName').value = preview.firstName
  at('lastName').value = preview.lastName
  at('password').value = ''
  at('acceptedTermsVersion').checked = false
  alarm(at('form'), '')
  tell({})
  show('form', `Join ${preview.organizationName}`)
}

// tellFacts shows who invites, and what will be open.
function tellFacts() {
  const rows = [
    ['Invited by', preview.inviterName ?? ''],
    ['Roles', preview.roleNames.join(', ')],
    ['Modules', preview.modules.map(words).join(', ')],
    ['Accounts', preview.subAccountNames.join(', ')],
  ].filter(([, text]) => text !== '')
  at('facts').replaceChildren(...rows.flatMap(([term, text]) => [element('dt', term), element('dd', text)]))
  at('facts').hidden = rows.length === 0
  say('message', preview.message ?? '')
  at('message').hidden = !preview.message
  at('two-factor').hidden = !preview.twoFactorRequired
}

function element(tag, text) {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

// words makes a key readable: USER_MANAGEMENT is User management.
const words = (key) => key[0] + key.slice(1).toLowerCase().replaceAll('_', ' ')

// mistakes finds what need not be asked of the server.
function mistakes() {
  const found = {}
  for (const name of ['firstName', 'lastName']) {
    if ([...at(name).value.trim()].length > maxName) found[name] = `At most ${maxName} characters.`
  }
  const length = [...at('password').value.normalize('NFC')].length
  if (length === 0) found.password = 'Choose a password.'
  else if (length < minPassword) found.password = `The password has ${length} of at least ${minPassword} characters.`
  if (!at('acceptedTermsVersion').checked) found.acceptedTermsVersion = 'Accept the terms to go on.'
  return found
}

// tell puts every message at its field, and takes back those of before.
function tell(messages) {
  for (const name of fields) blame(name, messages[name] ?? '')
  const first = fields.find((name) => messages[name])
  if (first) at(first).focus()
}

async function refused(errors) {
  const codes = errors.filter((one) => about(one, 'token')).map((one) => one.code)
  if (codes.includes('EXPIRED')) return expired()
  if (codes.includes('TOKEN_INVALID')) return dead()
  const messages = {}
  const others = []
  for (const { path, message } of errors) {
    const name = fields.find((one) => one === path?.[1])
    if (name) messages[name] ??= message
    else others.push(message)
  }
  if (messages.acceptedTermsVersion) {
    // New terms came into force while the form was open.
    preview = (await ask(token).catch(() => null)) ?? preview
    say('terms', preview.termsVersion)
    at('acceptedTermsVersion').checked = false
  }
  alarm(at('form'), others.join(' '))
  tell(messages)
}

function changed(name, before) {
  const value = at(name).value.trim()
  return value === before ? undefined : value
}

onSubmit(at('form'), async () => {
  const found = mistakes()
  tell(found)
  if (Object.keys(found).length > 0) return
  const answer = await send('InvitationAccept', documents.InvitationAccept, {
    input: {
      token,
      password: at('password').value,
      firstName: changed('firstName', preview.firstName),
      lastName: changed('lastName', preview.lastName),
      acceptedTermsVersion: preview.termsVersion,
    },
  }, 'same-origin') // the answer sets the cookie of the new session
  if (answer.errors.length > 0) return refused(answer.errors)
  at('password').value = ''
  token = ''
  usedUp()
  account = answer
  if (answer.challenge?.totp) await enroll(answer.challenge)
  else done(answer)
})

// enroll shows the authenticator app to be set up. The picture is painted: the
// page's policy lets no image in but files of this server.
async function enroll({ totp }) {
  say('secret', totp.secret.match(/.{1,4}/g).join(' '))
  at('app').href = totp.uri
  at('code').value = ''
  show('enroll', 'Set up your second factor')
  const bytes = Uint8Array.from(atob(totp.qrCode.split(',')[1]), (one) => one.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  Object.assign(at('picture'), { width: picture.width, height: picture.height })
  at('picture').getContext('2d').drawImage(picture, 0, 0)
}

onSubmit(at('enroll'), async () => {
  const code = at('code').value.replace(/\s/g, '')
  blame('code', /^\d{6}$/.test(code) ? '' : 'Enter the six digits that the app shows.')
  if (at('code-error').textContent) return at('code').focus()
  const answer = await send('SessionChallengeAnswer', documents.SessionChallengeAnswer,
    { input: { token: account.challenge.token, code } }, 'same-origin')
  if (answer.errors.length === 0) return done(answer)
  if (answer.errors.some((one) => about(one, 'token'))) return done({ challenge: account.challenge })
  blame('code', answer.errors[0].message)
  at('code').focus()
})

// what comes after the password when no session is open yet
const next = {
  TWO_FACTOR_ENROLLMENT: 'The second factor is not set up: it took too long, or too many codes were wrong. You will be asked for it again.',
  TOTP: 'You will be asked for a code of your authenticator app.',
  PASSKEY: 'You will be asked for your passkey.',
}

function done({ session, challenge, recoveryCodes = [] }) {
  const { signIn } = document.querySelector('main').dataset
  at('go').hidden = Boolean(session) || !signIn
  if (signIn) at('sign-in').href = signIn
  say('done-text', session ? 'Your account is open and you are signed in as ' : 'Your account is open. Sign in with your new password and the address ')
  at('done-text').append(element('strong', account.email), '.')
  say('next', (!session && next[challenge?.kind]) || '')
  at('next').hidden = !at('next').textContent
  at('codes').replaceChildren(...recoveryCodes.map((one) => element('li', one)))
  at('recovery').hidden = recoveryCodes.length === 0
  show('done', `Welcome to ${preview.organizationName}`)
}

revealing(at('reveal'), at('password'))
for (const name of [...fields, 'code']) at(name).addEventListener('input', () => blame(name, ''))
at('retry').addEventListener('click', open)
window.addEventListener('hashchange', () => { if (tokenOfLink()) open() })
open()
