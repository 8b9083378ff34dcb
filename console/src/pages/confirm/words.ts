import { addWords } from '@/i18n'

/** The words of the links that confirm an address or sign in. */
const en = {
  confirm: {
    title: 'Confirm your new address',
    text: 'From then on you sign in with it.',
    submit: 'Confirm the address',
    done: { title: 'Your address is changed', text: 'You sign in with {{email}} from now on.' },
    dead: { title: 'This link does not work', text: 'It was used before, was withdrawn, or a newer mail replaced it.' },
    expired: 'The link has expired. Ask for the change once more in your account.',
    go: 'Go on',
  },
  sso: {
    text: 'Your own system sent you here. One click and you are in.',
    dead: { title: 'You are not signed in', text: 'The link was used before. Ask your system for a new one.' },
    expired: 'The link was good for a minute. Ask your system for a new one.',
  },
}

const de: typeof en = {
  confirm: {
    title: 'Neue Adresse bestätigen',
    text: 'Danach melden Sie sich mit ihr an.',
    submit: 'Adresse bestätigen',
    done: { title: 'Ihre Adresse ist geändert', text: 'Sie melden sich ab jetzt mit {{email}} an.' },
    dead: { title: 'Dieser Link gilt nicht', text: 'Er wurde schon verwendet, zurückgezogen oder durch eine neuere Mail ersetzt.' },
    expired: 'Der Link ist abgelaufen. Stoßen Sie die Änderung in Ihrem Konto noch einmal an.',
    go: 'Weiter',
  },
  sso: {
    text: 'Ihr eigenes System hat Sie hergeschickt. Ein Klick, und Sie sind da.',
    dead: { title: 'Sie sind nicht angemeldet', text: 'Der Link wurde schon verwendet. Holen Sie sich in Ihrem System einen neuen.' },
    expired: 'Der Link galt eine Minute. Holen Sie sich in Ihrem System einen neuen.',
  },
}

addWords('links', { en, de })

declare module '@/i18n' {
  interface PageWords {
    links: typeof en
  }
}
