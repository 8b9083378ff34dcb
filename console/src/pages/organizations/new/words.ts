import { addWords } from '@/i18n'

/** The words of the wizard that adds a client or a sub-account. */
const en = {
  title: 'Add new client',
  titleSub: 'New sub-account of {{name}}',
  steps: { label: 'Steps', company: 'Company', administrator: 'Administrator', features: 'Features', plan: 'Plan', review: 'Review' },
  stepOf: 'Step {{at}} of {{of}}',
  next: 'Continue',
  cancel: 'Cancel',
  create: 'Add client',
  createSub: 'Add sub-account',
  mistakes: 'Something has to be put right here.',
  administrator: {
    text: 'The first person who can sign in, and who invites the others.',
    later: 'Add nobody yet',
    laterHint: 'You can invite people at any time.',
    email: 'E-mail address',
    firstName: 'First name',
    lastName: 'Last name',
    phone: 'Phone',
    ownPassword: 'Let the client configure the password',
    ownPasswordOn: 'A mail brings a link that is good for seven days; nobody else ever knows the password.',
    ownPasswordOff: 'You get a temporary password at the end, shown this once. It is changed at the first sign-in.',
    message: 'A few words for the mail',
  },
  features: { text: 'What the client may use. You can give what your company has itself.', all: 'All', none: 'None', seats: 'How many users', seatsLeft_one: 'You can still hand out {{count}} seat.', seatsLeft_other: 'You can still hand out {{count}} seats.' },
  plan: {
    plan: 'Plan',
    none: 'No plan for now',
    noneText: 'Can be started at any time.',
    month: '{{price}} a month',
    year: '{{price}} a year',
    trial_one: '{{count}} day free',
    trial_other: '{{count}} days free',
    seats_one: '{{count}} seat included',
    seats_other: '{{count}} seats included',
    credits: 'Initial credits',
    creditsHint: 'For text messages and calls. Empty: none.',
    pool: 'Your pool holds {{amount}}.',
  },
  signInBy: 'Sign-in',
  review: { none: 'None', seats: 'Seats', features: 'Features', hidden: 'of them hidden', byLink: 'chooses a password by mail', byPassword: 'gets a temporary password', unlimited: 'No limit', nothing: 'Nobody yet' },
  done: {
    title: '{{name}} is set up',
    link: '{{name}} has a mail with a link to choose a password. It is good for seven days.',
    password: 'Temporary password of {{name}}',
    passwordText: 'Hand it over safely: it is not shown again, and has to be changed at the first sign-in.',
    nobody: 'Nobody can sign in yet. Invite the first people when you are ready.',
    open: 'Open {{name}}',
    another: 'Add another client',
  },
}

const de: typeof en = {
  title: 'Neuer Kunde',
  titleSub: 'Neues Unterkonto von {{name}}',
  steps: { label: 'Schritte', company: 'Unternehmen', administrator: 'Verwaltung', features: 'Funktionen', plan: 'Tarif', review: 'Prüfen' },
  stepOf: 'Schritt {{at}} von {{of}}',
  next: 'Weiter',
  cancel: 'Abbrechen',
  create: 'Kunde anlegen',
  createSub: 'Unterkonto anlegen',
  mistakes: 'Hier ist noch etwas zu berichtigen.',
  administrator: {
    text: 'Die erste Person, die sich anmelden kann und die anderen einlädt.',
    later: 'Noch niemanden hinzufügen',
    laterHint: 'Einladen können Sie jederzeit.',
    email: 'E-Mail-Adresse',
    firstName: 'Vorname',
    lastName: 'Nachname',
    phone: 'Telefon',
    ownPassword: 'Der Kunde wählt das Passwort selbst',
    ownPasswordOn: 'Eine Mail bringt einen Link, der sieben Tage gilt; das Passwort kennt sonst niemand.',
    ownPasswordOff: 'Am Ende bekommen Sie ein vorläufiges Passwort, nur dieses eine Mal. Bei der ersten Anmeldung wird es geändert.',
    message: 'Ein paar Worte für die Mail',
  },
  features: { text: 'Was der Kunde nutzen darf. Geben können Sie, was Ihr Unternehmen selbst hat.', all: 'Alle', none: 'Keine', seats: 'Wie viele Benutzer', seatsLeft_one: 'Sie können noch {{count}} Platz vergeben.', seatsLeft_other: 'Sie können noch {{count}} Plätze vergeben.' },
  plan: {
    plan: 'Tarif',
    none: 'Vorerst kein Tarif',
    noneText: 'Lässt sich jederzeit beginnen.',
    month: '{{price}} im Monat',
    year: '{{price}} im Jahr',
    trial_one: '{{count}} Tag frei',
    trial_other: '{{count}} Tage frei',
    seats_one: '{{count}} Platz enthalten',
    seats_other: '{{count}} Plätze enthalten',
    credits: 'Erstes Guthaben',
    creditsHint: 'Für Textnachrichten und Telefonate. Leer: keines.',
    pool: 'In Ihrem Vorrat liegen {{amount}}.',
  },
  signInBy: 'Anmeldung',
  review: { none: 'Keine', seats: 'Plätze', features: 'Funktionen', hidden: 'davon verborgen', byLink: 'wählt das Passwort per Mail', byPassword: 'bekommt ein vorläufiges Passwort', unlimited: 'Unbegrenzt', nothing: 'Noch niemand' },
  done: {
    title: '{{name}} ist angelegt',
    link: '{{name}} hat eine Mail mit einem Link, um ein Passwort zu wählen. Er gilt sieben Tage.',
    password: 'Vorläufiges Passwort von {{name}}',
    passwordText: 'Geben Sie es sicher weiter: Es wird nicht wieder gezeigt und muss bei der ersten Anmeldung geändert werden.',
    nobody: 'Noch kann sich niemand anmelden. Laden Sie die ersten Leute ein, wenn Sie so weit sind.',
    open: '{{name}} öffnen',
    another: 'Noch einen Kunden anlegen',
  },
}

addWords('newOrganization', { en, de })

declare module '@/i18n' {
  interface PageWords {
    newOrganization: typeof en
  }
}
