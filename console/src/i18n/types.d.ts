import 'i18next'
import type { PageWords, Words } from '.'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: PageWords & { translation: Words }
  }
}
