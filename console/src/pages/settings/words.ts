import '@/pages/branding/words'
import { addWords } from '@/i18n'

/** The words of the settings of the own organization. */
const en = {
  title: 'Your organization',
  text: 'What holds for {{name}}.',
  tabs: { company: 'Company', access: 'Sign-in and access', features: 'Features and seats', sender: 'Sender of mails', mails: 'Undelivered mails' },
  sender: {
    title: 'Sender of mails',
    text: 'Invitations, reminders and everything else goes out under this name.',
    name: 'Name',
    hint: 'Empty: {{own}}.',
    customers: 'Mails to customers',
    saved: 'Sender saved',
  },
}

const de: typeof en = {
  title: 'Ihre Organisation',
  text: 'Was für {{name}} gilt.',
  tabs: { company: 'Firma', access: 'Anmeldung und Zugang', features: 'Funktionen und Plätze', sender: 'Absender der Mails', mails: 'Unzustellbare Mails' },
  sender: {
    title: 'Absender der Mails',
    text: 'Einladungen, Erinnerungen und alles andere geht unter diesem Namen hinaus.',
    name: 'Name',
    hint: 'Leer: {{own}}.',
    customers: 'Mails an Kunden',
    saved: 'Absender gespeichert',
  },
}

addWords('settings', { en, de })

declare module '@/i18n' {
  interface PageWords {
    settings: typeof en
  }
}
