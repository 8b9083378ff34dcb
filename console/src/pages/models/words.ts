import { addWords } from '@/i18n'

/** The words of the register of custom models. */
const en = {
  title: 'Custom models',
  text: 'The models made for your customers: what each is for, and whether it is in use.',
  search: 'Search name or key',
  create: 'Register model',
  name: 'Name',
  key: 'Key',
  organization: 'Organization',
  anyOrganization: 'Any organization',
  task: 'Task',
  anyTask: 'Any task',
  base: 'Made from',
  description: 'Description',
  state: 'State',
  anyState: 'Any state',
  added: 'Added',
  states: { DRAFT: 'Draft', ACTIVE: 'In use', RETIRED: 'Retired' },
  tasks: {
    CLASSIFICATION: 'Classification',
    EXTRACTION: 'Extraction',
    GENERATION: 'Generation',
    SUMMARIZATION: 'Summaries',
    TRANSCRIPTION: 'Transcription',
    TRANSLATION: 'Translation',
  },
  taskHints: {
    CLASSIFICATION: 'Sorts texts into classes.',
    EXTRACTION: 'Takes facts out of texts.',
    GENERATION: 'Writes texts.',
    SUMMARIZATION: 'Shortens texts.',
    TRANSCRIPTION: 'Writes down what is spoken.',
    TRANSLATION: 'Brings texts into another language.',
  },
  none: 'No custom model yet',
  noneText: 'Register the models that were made for you or for a customer; programs find them by their key.',
  action: { ACTIVATE: 'Put in use', UPDATE: 'Edit…', RETIRE: 'Retire', DELETE: 'Delete…' },
  activated: '{{name}} is in use',
  retired: '{{name}} is retired',
  form: {
    edit: 'Edit model',
    text: 'It begins as a draft; put it in use when it is ready.',
    keyHint: 'What programs call it: lower-case letters, digits and hyphens. It cannot be changed later.',
    organizationHint: 'Your own organization: it is there for all customers.',
    taskHint: 'It cannot be changed later.',
    baseHint: 'The model it was derived from.',
    saved: 'Model saved',
    made: 'Model registered',
  },
  delete: {
    title: 'Delete {{name}}?',
    text: 'It leaves the register for good, and its key becomes free.',
    type: 'Type {{key}} to confirm',
    submit: 'Delete',
    done: '{{name}} is deleted',
  },
}

const de: typeof en = {
  title: 'Eigene Modelle',
  text: 'Die Modelle, die für Ihre Kunden gemacht wurden: wofür jedes ist und ob es in Betrieb ist.',
  search: 'Name oder Schlüssel suchen',
  create: 'Modell eintragen',
  name: 'Name',
  key: 'Schlüssel',
  organization: 'Organisation',
  anyOrganization: 'Jede Organisation',
  task: 'Aufgabe',
  anyTask: 'Jede Aufgabe',
  base: 'Gemacht aus',
  description: 'Beschreibung',
  state: 'Zustand',
  anyState: 'Jeder Zustand',
  added: 'Eingetragen',
  states: { DRAFT: 'Entwurf', ACTIVE: 'In Betrieb', RETIRED: 'Außer Betrieb' },
  tasks: {
    CLASSIFICATION: 'Einordnen',
    EXTRACTION: 'Herauslesen',
    GENERATION: 'Schreiben',
    SUMMARIZATION: 'Zusammenfassen',
    TRANSCRIPTION: 'Mitschreiben',
    TRANSLATION: 'Übersetzen',
  },
  taskHints: {
    CLASSIFICATION: 'Ordnet Texte in Klassen ein.',
    EXTRACTION: 'Liest Angaben aus Texten heraus.',
    GENERATION: 'Schreibt Texte.',
    SUMMARIZATION: 'Kürzt Texte.',
    TRANSCRIPTION: 'Schreibt Gesprochenes auf.',
    TRANSLATION: 'Bringt Texte in eine andere Sprache.',
  },
  none: 'Noch kein eigenes Modell',
  noneText: 'Tragen Sie die Modelle ein, die für Sie oder einen Kunden gemacht wurden; Programme finden sie an ihrem Schlüssel.',
  action: { ACTIVATE: 'In Betrieb nehmen', UPDATE: 'Bearbeiten …', RETIRE: 'Außer Betrieb nehmen', DELETE: 'Löschen …' },
  activated: '{{name}} ist in Betrieb',
  retired: '{{name}} ist außer Betrieb',
  form: {
    edit: 'Modell bearbeiten',
    text: 'Es beginnt als Entwurf; nehmen Sie es in Betrieb, wenn es so weit ist.',
    keyHint: 'Wie Programme es nennen: Kleinbuchstaben, Ziffern und Bindestriche. Er lässt sich später nicht ändern.',
    organizationHint: 'Ihre eigene Organisation: Es ist für alle Kunden da.',
    taskHint: 'Sie lässt sich später nicht ändern.',
    baseHint: 'Das Modell, von dem es abstammt.',
    saved: 'Modell gespeichert',
    made: 'Modell eingetragen',
  },
  delete: {
    title: '{{name}} löschen?',
    text: 'Es verlässt das Verzeichnis endgültig, und sein Schlüssel wird frei.',
    type: 'Zur Bestätigung {{key}} eingeben',
    submit: 'Löschen',
    done: '{{name}} ist gelöscht',
  },
}

addWords('models', { en, de })

declare module '@/i18n' {
  interface PageWords {
    models: typeof en
  }
}
