// The page behind the link of a mail about a forgotten password. Without a
// link it asks whom to send one.
'use strict'

// Ids of the trusted documents of frontend-contract/operations; a test
// compares them with documents.json.
const documents = {
  PasswordForgotten: '1d55297deb10478166f4dc0a24149e637c9dede0931e6d4250558aa763b84651',
  PasswordReset: 'e185b0504e993318dd94934d19182778cacfd8fd305ea520fd5ae8a72585467f',
}
const minPassword = 10 // characters

let token = ''

function open() {
  token = tokenOfLink()
  say('ask-reason', 'Enter the address of your account. If there is one, a mail with a link goes out in a moment.')
  if (token) show('form', 'Choose a new password')
  else show('ask', 'Forgot your password?')
}

function again(reason) {
  usedUp()
  say('ask-reason', reason + ' Enter the address of your account to get a new one.')
  show('ask', 'This link does not work')
}

onSubmit(at('form'), async () => {
  const password = at('newPassword').value
  const length = [...password.normalize('NFC')].length
  blame('newPassword', length < minPassword ? `The password has ${length} of at least ${minPassword} characters.` : '')
  if (length < minPassword) return at('newPassword').focus()
  const { errors } = await send('PasswordReset', documents.PasswordReset, { input: { token, newPassword: password } })
  const dead = errors.find((one) => about(one, 'token'))
  if (dead) return again(dead.code === 'EXPIRED' ? 'The link worked for an hour.' : 'It was used before, or a newer mail replaced it.')
  const weak = errors.find((one) => about(one, 'newPassword'))
  if (weak) {
    blame('newPassword', weak.message)
    return at('newPassword').focus()
  }
  if (errors.length > 0) throw new Failed(errors[0].message)
  at('newPassword').value = ''
  token = ''
  usedUp()
  show('done', 'Your password is changed')
})

onSubmit(at('ask'), async () => {
  blame('email', '')
  const { errors } = await send('PasswordForgotten', documents.PasswordForgotten, { input: { email: at('email').value } })
  if (errors.length > 0) {
    blame('email', errors[0].message)
    return at('email').focus()
  }
  show('sent', 'Look into your mailbox')
})

at('reveal').addEventListener('click', () => {
  const shown = at('newPassword').type === 'text'
  at('newPassword').type = shown ? 'password' : 'text'
  at('reveal').setAttribute('aria-pressed', String(!shown))
})
for (const name of ['newPassword', 'email']) at(name).addEventListener('input', () => blame(name, ''))
window.addEventListener('hashchange', () => { if (tokenOfLink()) open() })
open()
