import { addWords } from '@/i18n'

/** The words of the page of storage accounts. */
const en = {
  title: 'Storage',
  text: 'Where the files of an organization lie, and how much there may be.',
  search: 'Search name',
  create: 'Create storage account',
  name: 'Name',
  organization: 'Organization',
  anyOrganization: 'Any organization',
  region: 'Region',
  anyRegion: 'Any region',
  regions: { EU_CENTRAL: 'Central Europe', EU_WEST: 'Western Europe', US_EAST: 'Eastern United States', US_WEST: 'Western United States', AP_SOUTHEAST: 'South-east Asia' },
  quota: 'Quota',
  used: 'Used',
  usedOf: '{{used}} of {{quota}}',
  usageOf: 'Use of {{name}}',
  measured: 'Counted',
  never: 'Never',
  added: 'Added',
  none: 'No storage account yet',
  noneText: 'Create one for your own organization or for a customer, and choose where its files lie.',
  action: { UPDATE: 'Edit…', DELETE: 'Delete…' },
  form: {
    edit: 'Edit storage account',
    nameHint: 'Unique in its organization.',
    regionHint: 'It cannot be changed later.',
    quotaHint: '{{used}} are in use.',
    quotaRange: 'From 1 MiB to 1 PiB.',
    unit: 'Unit',
    below: 'That is less than what is in use: nothing is lost, but nothing more goes in.',
    saved: 'Storage account saved',
    made: 'Storage account created',
  },
  delete: {
    title: 'Delete {{name}}?',
    text: 'The storage account of {{organization}} goes with everything in it: {{used}}. It cannot be brought back.',
    type: 'Type {{name}} to confirm',
    submit: 'Delete with all files',
    done: '{{name}} is deleted',
  },
}

const de: typeof en = {
  title: 'Speicher',
  text: 'Wo die Dateien einer Organisation liegen und wie viele es sein dürfen.',
  search: 'Name suchen',
  create: 'Speicherkonto anlegen',
  name: 'Name',
  organization: 'Organisation',
  anyOrganization: 'Jede Organisation',
  region: 'Region',
  anyRegion: 'Jede Region',
  regions: { EU_CENTRAL: 'Mitteleuropa', EU_WEST: 'Westeuropa', US_EAST: 'Osten der USA', US_WEST: 'Westen der USA', AP_SOUTHEAST: 'Südostasien' },
  quota: 'Kontingent',
  used: 'Belegt',
  usedOf: '{{used}} von {{quota}}',
  usageOf: 'Belegung von {{name}}',
  measured: 'Gezählt',
  never: 'Nie',
  added: 'Angelegt',
  none: 'Noch kein Speicherkonto',
  noneText: 'Legen Sie eines für Ihre eigene Organisation oder einen Kunden an und wählen Sie, wo seine Dateien liegen.',
  action: { UPDATE: 'Bearbeiten …', DELETE: 'Löschen …' },
  form: {
    edit: 'Speicherkonto bearbeiten',
    nameHint: 'Eindeutig in seiner Organisation.',
    regionHint: 'Sie lässt sich später nicht ändern.',
    quotaHint: '{{used}} sind belegt.',
    quotaRange: 'Von 1 MiB bis 1 PiB.',
    unit: 'Einheit',
    below: 'Das ist weniger, als belegt ist: Nichts geht verloren, aber nichts kommt mehr hinzu.',
    saved: 'Speicherkonto gespeichert',
    made: 'Speicherkonto angelegt',
  },
  delete: {
    title: '{{name}} löschen?',
    text: 'Das Speicherkonto von {{organization}} verschwindet mit allem, was darin liegt: {{used}}. Es kommt nicht zurück.',
    type: 'Zur Bestätigung {{name}} eingeben',
    submit: 'Mit allen Dateien löschen',
    done: '{{name}} ist gelöscht',
  },
}

addWords('storage', { en, de })

declare module '@/i18n' {
  interface PageWords {
    storage: typeof en
  }
}
