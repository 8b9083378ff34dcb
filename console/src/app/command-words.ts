import { addWords } from '@/i18n'

/** The words of the command menu and of the help for the keyboard. */
const en = {
  title: 'Search and commands',
  placeholder: 'Search people, organizations, pages, actions…',
  rooms: 'Go to',
  actions: 'Actions',
  people: 'Users',
  organizations: 'Organizations',
  searching: 'Searching…',
  none: 'Nothing is called “{{text}}”',
  results_one: '{{count}} entry',
  results_other: '{{count}} entries',
  hint: { move: 'Move', open: 'Open', close: 'Close' },
  jobs: 'Long work',
  invite: 'Invite people',
  client: 'Create an organization',
  appearance: 'Appearance: {{theme}}',
  keysTitle: 'Keyboard',
  keysText: 'These work wherever no field has the focus.',
  keys: {
    anywhere: 'Anywhere',
    command: 'Search and commands',
    help: 'This help',
    list: 'In a list',
    search: 'To the search field',
    next: 'Next row',
    previous: 'Previous row',
    choose: 'Choose the row',
    open: 'Open the row',
    users: 'Among the users',
    invite: 'Invite people',
    dialog: 'In a dialog',
    close: 'Close without saving',
  },
}

const de: typeof en = {
  title: 'Suche und Befehle',
  placeholder: 'Personen, Organisationen, Seiten, Aktionen suchen …',
  rooms: 'Gehe zu',
  actions: 'Aktionen',
  people: 'Benutzer',
  organizations: 'Organisationen',
  searching: 'Wird gesucht …',
  none: 'Nichts heißt „{{text}}“',
  results_one: '{{count}} Eintrag',
  results_other: '{{count}} Einträge',
  hint: { move: 'Bewegen', open: 'Öffnen', close: 'Schließen' },
  jobs: 'Längere Arbeiten',
  invite: 'Personen einladen',
  client: 'Organisation anlegen',
  appearance: 'Darstellung: {{theme}}',
  keysTitle: 'Tastatur',
  keysText: 'Diese Tasten wirken überall dort, wo kein Feld den Fokus hat.',
  keys: {
    anywhere: 'Überall',
    command: 'Suche und Befehle',
    help: 'Diese Hilfe',
    list: 'In einer Liste',
    search: 'Zum Suchfeld',
    next: 'Nächste Zeile',
    previous: 'Vorige Zeile',
    choose: 'Zeile auswählen',
    open: 'Zeile öffnen',
    users: 'Bei den Benutzern',
    invite: 'Personen einladen',
    dialog: 'In einem Dialog',
    close: 'Schließen ohne zu speichern',
  },
}

addWords('command', { en, de })

declare module '@/i18n' {
  interface PageWords {
    command: typeof en
  }
}
