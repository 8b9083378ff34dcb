import { addWords } from '@/i18n'

/** The words of the invitation. */
const en = {
  title: 'Join {{organization}}',
  by: '{{name}} invited you.',
  byNobody: 'You are invited.',
  address: 'Address',
  role: 'Role',
  roles: 'Roles',
  modules: 'Modules',
  accounts: 'Sub-accounts',
  until: 'Link works until',
  says: '{{name}} writes',
  first: 'First name',
  last: 'Last name',
  password: 'Choose a password',
  terms: 'I accept the terms of use, version {{version}}',
  termsMissing: 'Accept the terms to go on.',
  factor: 'After the password you set up a second factor.',
  submit: 'Accept the invitation',
  dead: { title: 'This invitation is closed', text: 'The link was used before, was withdrawn, or a newer mail replaced it. If you have accepted already, sign in. If not, use the link of the newest mail.' },
  expired: { title: 'This invitation has expired', text: 'The link worked until {{time}}. Ask {{organization}} to send it again; that takes them one click.' },
  closed: { title: 'Nobody can join at the moment', text: 'The organization is suspended or closed. Ask whoever invited you.' },
}

const de: typeof en = {
  title: '{{organization}} beitreten',
  by: '{{name}} hat Sie eingeladen.',
  byNobody: 'Sie sind eingeladen.',
  address: 'Adresse',
  role: 'Rolle',
  roles: 'Rollen',
  modules: 'Module',
  accounts: 'Unterkonten',
  until: 'Link gilt bis',
  says: '{{name}} schreibt',
  first: 'Vorname',
  last: 'Nachname',
  password: 'Passwort wählen',
  terms: 'Ich stimme den Nutzungsbedingungen in der Fassung {{version}} zu',
  termsMissing: 'Ohne Ihre Zustimmung geht es nicht weiter.',
  factor: 'Nach dem Passwort richten Sie einen zweiten Faktor ein.',
  submit: 'Einladung annehmen',
  dead: { title: 'Diese Einladung ist geschlossen', text: 'Der Link wurde schon verwendet, zurückgezogen oder durch eine neuere Mail ersetzt. Haben Sie schon angenommen, melden Sie sich an. Sonst öffnen Sie den Link der neuesten Mail.' },
  expired: { title: 'Diese Einladung ist abgelaufen', text: 'Der Link galt bis {{time}}. Bitten Sie {{organization}}, sie noch einmal zu senden; das ist dort ein Klick.' },
  closed: { title: 'Zurzeit kann niemand beitreten', text: 'Die Organisation ist gesperrt oder geschlossen. Fragen Sie, wer Sie eingeladen hat.' },
}

addWords('invitation', { en, de })

declare module '@/i18n' {
  interface PageWords {
    invitation: typeof en
  }
}
