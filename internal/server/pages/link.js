// What the pages behind mailed links share. The token of a link stands in the
// fragment, which browsers send to nobody; it leaves a page only inside the
// requests below.
'use strict'

const at = (id) => document.getElementById(id)
const say = (id, text) => { at(id).textContent = text }
const tokenOfLink = () => new URLSearchParams(location.hash.slice(1)).get('token') ?? ''

// Failed says that a request as a whole has no result; its message is for the
// reader.
class Failed extends Error {}

// send runs a trusted document, named by the hash of its text.
async function send(operation, hash, variables, credentials = 'omit') {
  let response, body
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials, // omitted where the token is the proof, whoever is signed in here
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ documentId: 'sha256:' + hash, operationName: operation, variables }),
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

// show leaves one section of the page visible under a heading.
function show(part, title) {
  for (const one of document.querySelectorAll('[data-part]')) one.hidden = one.id !== part
  say('title', title)
  document.title = title
  at('title').focus()
}

function blame(name, text) {
  say(name + '-error', text)
  if (text) at(name).setAttribute('aria-invalid', 'true')
  else at(name).removeAttribute('aria-invalid')
}

function alarm(form, text) {
  const place = form.querySelector('[role=alert]')
  place.hidden = !text
  place.textContent = text
}

// onSubmit runs work once at a time; what fails as a whole is said above the
// form.
function onSubmit(form, work) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const button = form.querySelector('[type=submit]')
    if (button.getAttribute('aria-disabled') === 'true') return
    alarm(form, '')
    button.setAttribute('aria-disabled', 'true')
    try {
      await work()
    } catch (cause) {
      if (!(cause instanceof Failed)) throw cause
      alarm(form, cause.message)
    } finally {
      button.setAttribute('aria-disabled', 'false')
    }
  })
}

// usedUp leaves no trace of the token in the history.
const usedUp = () => history.replaceState(null, '', location.pathname)

// about tells whether a refusal concerns an argument.
const about = (error, name) => error.path?.at(-1) === name
