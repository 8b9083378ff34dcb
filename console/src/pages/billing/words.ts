import { addWords } from '@/i18n'
import { de } from './words-de'
import { en } from './words-en'

addWords('billing', { en, de })

declare module '@/i18n' {
  interface PageWords {
    billing: typeof en
  }
}
