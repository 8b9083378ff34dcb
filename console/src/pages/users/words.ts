import { addWords } from '@/i18n'
import { de } from './de'
import { en } from './en'

addWords('users', { en, de })

declare module '@/i18n' {
  interface PageWords {
    users: typeof en
  }
}
