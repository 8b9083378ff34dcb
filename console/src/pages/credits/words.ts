import { addWords } from '@/i18n'

/** The words of the page of one's own credits. */
const en = {
  title: 'Credits',
  pool: 'Your pool: credits you buy and give to clients, for text messages and calls.',
  own: 'What {{name}} has for text messages and calls, and every movement of it.',
  clients: 'Credits of clients',
  shared: 'This sub-account uses the credits of {{parent}}',
  sharedText: 'It has none of its own; what it uses stands in the statement there.',
  closed: 'The credits of your own organization are not for your role',
  closedText: 'You find those you may see at the single organizations.',
  organizations: 'To the organizations',
}

const de: typeof en = {
  title: 'Guthaben',
  pool: 'Ihr Vorrat: Guthaben, das Sie kaufen und Kunden zuteilen, für Textnachrichten und Telefonate.',
  own: 'Was {{name}} für Textnachrichten und Telefonate hat, mit jeder Bewegung.',
  clients: 'Guthaben der Kunden',
  shared: 'Dieses Unterkonto nutzt das Guthaben von {{parent}}',
  sharedText: 'Es hat kein eigenes; was es verbraucht, steht im Auszug dort.',
  closed: 'Das Guthaben Ihrer eigenen Organisation ist nicht für Ihre Rolle',
  closedText: 'Was Sie sehen dürfen, finden Sie bei den einzelnen Organisationen.',
  organizations: 'Zu den Organisationen',
}

addWords('credits', { en, de })

declare module '@/i18n' {
  interface PageWords {
    credits: typeof en
  }
}
