// The page behind a sign-in link of single sign-on. It waits for a click, so
// that nobody is signed in by a page that merely leads here.
'use strict'

// Ids of the trusted documents of frontend-contract/operations; a test
// compares them with documents.json.
const documents = {
  SessionCreateBySso: '85942c27a8c10cb1bca165d23814bec9de0a6f2596a3db1a2a9d8f78d7261d0f',
  SessionChallengeAnswer: '3de41aa98338d915885acbeeece5514a7e10cd1f39621c62d002cdbd5765c2f1',
}
const reasons = {
  EXPIRED: 'The link was good for a minute. Ask your system for a new one.',
  ACCOUNT_SUSPENDED: 'This account is suspended. Ask your administrator.',
}

let token = ''
let challenge = null

function problem(text) {
  say('problem-text', text)
  show('problem', 'You are not signed in')
}

function open() {
  token = tokenOfLink()
  usedUp()
  if (token) show('form', 'Sign in')
  else problem('This link is not complete. Ask your system for a new one.')
}

function answered(payload) {
  const [error] = payload.errors
  if (error && about(error, 'code')) return blame('code', error.message)
  if (error) return problem(reasons[error.code] ?? 'The link was used before. Ask your system for a new one.')
  if (!payload.challenge) return show('done', 'Welcome')
  challenge = payload.challenge
  if (challenge.kind !== 'TOTP') return problem('More is needed than this page can ask for. Sign in with your password.')
  blame('code', '')
  show('factor', 'Second factor')
}

onSubmit(at('form'), async () => {
  const input = { token }
  token = ''
  answered(await send('SessionCreateBySso', documents.SessionCreateBySso, { input }, 'same-origin'))
})

onSubmit(at('factor'), async () => {
  const input = { token: challenge.token, code: at('code').value.replaceAll(' ', '') }
  answered(await send('SessionChallengeAnswer', documents.SessionChallengeAnswer, { input }, 'same-origin'))
})

window.addEventListener('hashchange', () => { if (tokenOfLink()) open() })
open()
