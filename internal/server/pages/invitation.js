// The page behind the link of an invitation mail. The token stands in the
// fragment, which browsers send to nobody; it leaves the page only inside the
// two requests below.
'use strict'

// Ids of the trusted documents of frontend-contract/operations; a test
// compares them with documents.json.
const documents = {
  InvitationPreview: '880c009c79bcda399535d96ca7742b33cf2c1c510ba99a0336cf259e0ac4cdb7',
  InvitationAccept: '328f745afc90a0ac7bf0a4dca86e31d64ff30a4ac5eb7a4e926b8a1ba3257f89',
}
const minPassword = 10 // characters
const maxName = 100
const fields = ['firstName', 'lastName', 'password', 'acceptedTermsVersion']

const at = (id) => document.getElementById(id)
const say = (id, text) => { at(id).textContent = text }

let token = ''
let preview = null

// Failed says that a request as a whole has no result; its message is for the
// reader.
class Failed extends Error {}

async function send(operation, variables, credentials = 'omit') {
  let response, body
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials, // omitted where the token is the proof, whoever is signed in here
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ documentId: 'sha256:' + documents[operation], operationName: operation, variables }),
    })
  } catch {
    throw new Failed('The server cannot be reached. Check your connection and try again.')
  }
  try {
    body = await response.json()
  } catch {
    throw new Failed(`The server gave no usable answer (${response.status}). Try again in a moment.`)
  }
  const [error] = body.errors ?? []
  if (!error) return Object.values(body.data)[0]
  const { code, retryAfter, requestId } = error.extensions ?? {}
  if (code === 'RATE_LIMITED') throw new Failed(`There were too many attempts. Try again in ${retryAfter ? waiting(retryAfter) : 'a while'}.`)
  throw new Failed(error.message + (requestId ? ` If it happens again, report the number ${requestId}.` : ' Try again in a moment.'))
}

const waiting = (seconds) => (seconds < 100 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`)

// show leaves one part of the page visible under a heading.
function show(part, title) {
  for (const one of ['loading', 'problem', 'form', 'done']) at(one).hidden = one !== part
  say('title', title)
  document.title = title
  if (part !== 'loading') at('title').focus()
}

function problem(title, text, canRetry = false) {
  say('problem-text', text)
  at('retry').hidden = !canRetry
  show('problem', title)
}

const dead = () =>
  problem('This link does not work', 'It was used before, was withdrawn, or a newer mail replaced it. If you have accepted the invitation already, you can sign in. If not, use the link of the newest mail or ask for a new invitation.')
const expired = () =>
  problem('This invitation has expired', `The link worked until ${when(preview.expiresAt)}. Ask ${preview.organizationName} to send the invitation again.`)

const clock = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' })
const when = (instant) => clock.format(new Date(instant))

async function open() {
  token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
  if (!token) {
    problem('This link is not complete', 'Open the link in your mail once more. If you copied it, copy all of it, to the last character.')
    return
  }
  show('loading', 'Your invitation')
  const asked = token
  let answer
  try {
    answer = await send('InvitationPreview', { token })
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
  clear()
  show('form', `Join ${preview.organizationName}`)
}

// tellFacts shows who invites, and what will be open.
function tellFacts() {
  const rows = [
    ['Invited by', preview.inviterName ?? ''],
    ['Roles', preview.roleNames.join(', ')],
    ['Modules', preview.modules.join(', ')],
    ['Accounts', preview.subAccountNames.join(', ')],
  ]
  at('facts').replaceChildren()
  for (const [term, text] of rows) {
    if (text === '') continue
    for (const [tag, content] of [['dt', term], ['dd', text]]) {
      const element = document.createElement(tag)
      element.textContent = content
      at('facts').append(element)
    }
  }
  at('facts').hidden = at('facts').childElementCount === 0
  say('message', preview.message ?? '')
  at('message').hidden = !preview.message
  at('two-factor').hidden = !preview.twoFactorRequired
}

// clear takes back what the last attempt was told.
function clear() {
  at('alert').hidden = true
  for (const name of fields) blame(name, '')
}

function blame(name, text) {
  say(name + '-error', text)
  if (text) at(name).setAttribute('aria-invalid', 'true')
  else at(name).removeAttribute('aria-invalid')
}

function alarm(text) {
  at('alert').hidden = false
  say('alert', text)
}

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

// tell puts every message at its field and the others above the form.
function tell(messages, others) {
  for (const name of fields) blame(name, messages[name] ?? '')
  const first = fields.find((name) => messages[name])
  if (others.length > 0) alarm(others.join(' '))
  if (first) at(first).focus()
}

async function refused(errors) {
  const codes = errors.filter((one) => one.path?.[1] === 'token').map((one) => one.code)
  if (codes.includes('EXPIRED')) return expired()
  if (codes.includes('TOKEN_INVALID')) return dead()
  const messages = {}
  const others = []
  for (const { path, message } of errors) {
    const name = fields.find((one) => one === path?.[1])
    if (name && !messages[name]) messages[name] = message
    else if (!name) others.push(message)
  }
  if (messages.acceptedTermsVersion) {
    // New terms came into force while the form was open.
    preview = (await send('InvitationPreview', { token }).catch(() => null)) ?? preview
    say('terms', preview.termsVersion)
    at('acceptedTermsVersion').checked = false
  }
  tell(messages, others)
}

function changed(name, before) {
  const value = at(name).value.trim()
  return value === before ? undefined : value
}

async function submit(event) {
  event.preventDefault()
  if (at('submit').getAttribute('aria-disabled') === 'true') return
  clear()
  const found = mistakes()
  if (Object.keys(found).length > 0) return tell(found, [])
  busy(true)
  try {
    const answer = await send('InvitationAccept', {
      input: {
        token,
        password: at('password').value,
        firstName: changed('firstName', preview.firstName),
        lastName: changed('lastName', preview.lastName),
        acceptedTermsVersion: preview.termsVersion,
      },
    }, 'same-origin') // the answer sets the cookie of the new session
    if (answer.errors.length > 0) await refused(answer.errors)
    else done(answer)
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    alarm(cause.message)
  } finally {
    busy(false)
  }
}

function busy(on) {
  at('submit').setAttribute('aria-disabled', String(on))
  say('submit', on ? 'Opening your account …' : 'Accept the invitation')
}

// what comes after the password when no session is open yet
const next = {
  TWO_FACTOR_ENROLLMENT: 'You will be asked to set up a second factor.',
  TOTP: 'You will be asked for a code of your authenticator app.',
  PASSKEY: 'You will be asked for your passkey.',
}

function done({ email, session, challenge }) {
  at('password').value = ''
  token = ''
  history.replaceState(null, '', location.pathname) // used up: no trace in the history
  const { signIn } = document.querySelector('main').dataset
  if (signIn) {
    at('sign-in').href = signIn
    at('sign-in').hidden = false
  }
  say('signed-as', email)
  if (session) {
    say('done-text', `Your account is open and you are signed in as ${email}.`)
    at('sign-in').hidden = true
  }
  say('next', next[challenge?.kind] ?? '')
  at('next').hidden = !next[challenge?.kind]
  show('done', `Welcome to ${preview.organizationName}`)
}

at('reveal').addEventListener('click', () => {
  const shown = at('password').type === 'text'
  at('password').type = shown ? 'password' : 'text'
  at('reveal').setAttribute('aria-pressed', String(!shown))
})
for (const name of fields) at(name).addEventListener('input', () => blame(name, ''))
at('form').addEventListener('submit', submit)
at('retry').addEventListener('click', open)
window.addEventListener('hashchange', open)
open()
