// The page behind the link of a mail to a new address. It waits for a click:
// programs that look into mails open links, too.
'use strict'

// Ids of the trusted documents of frontend-contract/operations; a test
// compares them with documents.json.
const documents = {
  UserEmailConfirm: 'e387d7196b888347a198a0b87992f63fd1426bcbdcccbafd9c6f937b8e534156',
}
const reasons = {
  EXPIRED: 'The link has expired. Ask for the change once more.',
  TAKEN: 'Another account of the organization has this address by now.',
}

let token = ''

function problem(text) {
  say('problem-text', text)
  show('problem', 'This link does not work')
}

function open() {
  token = tokenOfLink()
  if (token) show('form', 'Confirm your new address')
  else problem('Open the link in your mail once more. If you copied it, copy all of it, to the last character.')
}

onSubmit(at('form'), async () => {
  const { email, errors } = await send('UserEmailConfirm', documents.UserEmailConfirm, { token })
  token = ''
  usedUp()
  if (errors.length > 0) {
    return problem(reasons[errors[0].code] ?? 'It was used before, was withdrawn, or a newer mail replaced it.')
  }
  say('address', email)
  show('done', 'Your address is changed')
})

window.addEventListener('hashchange', () => { if (tokenOfLink()) open() })
open()
