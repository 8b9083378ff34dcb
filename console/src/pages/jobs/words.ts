import { addWords } from '@/i18n'

/** The words of the page of long work. */
const en = {
  title: 'Long work',
  text: 'Exports, imports, reports and changes to many users that you asked for, the newest first.',
  kind: 'Work',
  status: 'State',
  done: 'Done',
  asked: 'Asked for',
  ended: 'Ended',
  file: 'File',
  none: 'No long work yet',
  noneText: 'Export a list, import people or change many at once: it is shown here with its progress and its files.',
  items: 'Item by item',
  nothing: 'No item is in this state.',
  expires: 'File kept until',
  size: 'Size',
  checksum: 'SHA-256',
  started: 'Begun',
  every: 'All',
  itemStatus: { DONE: 'Done', FAILED: 'Refused', SKIPPED: 'Left alone', WAITING: 'Waits' },
  gone: 'The file has been removed.',
}

const de: typeof en = {
  title: 'Längere Arbeiten',
  text: 'Exporte, Importe, Berichte und Änderungen an vielen Benutzern, die Sie veranlasst haben, die neuesten zuerst.',
  kind: 'Arbeit',
  status: 'Stand',
  done: 'Erledigt',
  asked: 'Veranlasst',
  ended: 'Beendet',
  file: 'Datei',
  none: 'Noch keine längere Arbeit',
  noneText: 'Exportieren Sie eine Liste, importieren Sie Personen oder ändern Sie viele auf einmal: Hier stehen dann Fortschritt und Dateien.',
  items: 'Eintrag für Eintrag',
  nothing: 'Kein Eintrag hat diesen Stand.',
  expires: 'Datei verfügbar bis',
  size: 'Größe',
  checksum: 'SHA-256',
  started: 'Begonnen',
  every: 'Alle',
  itemStatus: { DONE: 'Erledigt', FAILED: 'Abgelehnt', SKIPPED: 'Ausgelassen', WAITING: 'Wartet' },
  gone: 'Die Datei wurde entfernt.',
}

addWords('jobs', { en, de })

declare module '@/i18n' {
  interface PageWords {
    jobs: typeof en
  }
}
