import { addWords } from '@/i18n'

/** The words of a forgotten password. */
const en = {
  forgot: {
    title: 'Forgot your password?',
    text: 'Enter the address of your account. If there is one, a mail with a link is on its way at once.',
    submit: 'Send the link',
    sent: { title: 'Look into your mailbox', text: 'If {{email}} has an account, a mail with a link is on its way. The link works for one hour.', other: 'Try another address' },
  },
  reset: {
    title: 'Choose a new password',
    text: 'You will be signed out everywhere else.',
    field: 'New password',
    submit: 'Save the password',
    dead: 'The link was used before, or a newer mail replaced it. Enter your address to get a new one.',
    expired: 'The link worked for one hour. Enter your address to get a new one.',
    deadTitle: 'This link does not work',
    done: { title: 'Your password is changed', text: 'All sessions were ended. Sign in with the new password.' },
  },
}

const de: typeof en = {
  forgot: {
    title: 'Passwort vergessen?',
    text: 'Geben Sie die Adresse Ihres Kontos ein. Gibt es eines, geht sofort eine Mail mit einem Link hinaus.',
    submit: 'Link senden',
    sent: { title: 'Sehen Sie in Ihr Postfach', text: 'Gehört {{email}} zu einem Konto, ist eine Mail mit einem Link unterwegs. Der Link gilt eine Stunde.', other: 'Andere Adresse versuchen' },
  },
  reset: {
    title: 'Neues Passwort wählen',
    text: 'Überall sonst werden Sie abgemeldet.',
    field: 'Neues Passwort',
    submit: 'Passwort speichern',
    dead: 'Der Link wurde schon verwendet oder durch eine neuere Mail ersetzt. Mit Ihrer Adresse bekommen Sie einen neuen.',
    expired: 'Der Link galt eine Stunde. Mit Ihrer Adresse bekommen Sie einen neuen.',
    deadTitle: 'Dieser Link gilt nicht',
    done: { title: 'Ihr Passwort ist geändert', text: 'Alle Sitzungen sind beendet. Melden Sie sich mit dem neuen Passwort an.' },
  },
}

addWords('password', { en, de })

declare module '@/i18n' {
  interface PageWords {
    password: typeof en
  }
}
