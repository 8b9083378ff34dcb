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

async function open() {
  token = tokenOfLink()
  if (!token) {
    say('ask-reason', 'Enter the address of your account. If there is one, a mail with a link goes out in a moment.')
    return show('ask', 'Forgot your password?')
  }
  show('loading', 'Your password')
  const asked = token
  const dead = await refusal(asked)
  if (asked !== token) return // another link was opened meanwhile
  if (dead) return again(dead)
  at('newPassword').value = ''
  blame('newPassword', '')
  show('form', 'Choose a new password')
}

// refusal finds a link that is no longer good before anybody thinks of a
// password for it. The server looks at the link first, and no password is too
// short a one: nothing is written. Where it cannot be asked, the form will tell.
async function refusal(token) {
  try {
    const { errors } = await send('PasswordReset', documents.PasswordReset, { input: { token, newPassword: '' } })
    return errors.find((one) => about(one, 'token'))
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
  }
}

function again({ code }) {
  token = ''
  usedUp()
  at('newPassword').value = ''
  const reason = code === 'EXPIRED' ? 'The link worked for an hour.' : 'It was used before, a newer mail replaced it, or it is not complete.'
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
  if (dead) return again(dead)
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

revealing(at('reveal'), at('newPassword'))
for (const name of ['newPassword', 'email']) at(name).addEventListener('input', () => blame(name, ''))
window.addEventListener('hashchange', () => { if (tokenOfLink()) open() })
open()
