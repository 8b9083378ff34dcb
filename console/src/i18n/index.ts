import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en'

export type Words = typeof en

export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

const kept = 'tenantry.language' // that somebody chose on this device
const ofProfile = 'tenantry.language.profile' // of who signed in last

function preferred(): Language {
  const wished = [localStorage.getItem(kept), localStorage.getItem(ofProfile), ...navigator.languages].map((tag) => tag?.slice(0, 2))
  return (wished.find((tag) => tag && tag in languages) ?? 'en') as Language
}

/** Loads a language and shows everything in it. */
export async function speak(language: Language): Promise<void> {
  if (language === 'de' && !i18next.hasResourceBundle('de', 'translation')) {
    i18next.addResourceBundle('de', 'translation', (await import('./de')).de)
  }
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

/**
 * The words of pages, which arrive with the page. A page adds its own to this
 * interface and asks for them by their name: useTranslation(['users', 'translation']).
 */
export interface PageWords {}

/** Makes the words of a page known, in every language. */
export function addWords(name: keyof PageWords, words: Record<Language, object>): void {
  for (const [language, of] of Object.entries(words)) i18next.addResourceBundle(language, name, of)
}

export const keep = (language: Language): void => localStorage.setItem(kept, language)

/** Speaks the language of a profile, unless another was chosen on this device. */
export async function follow(locale: string | null | undefined): Promise<void> {
  const tag = locale?.slice(0, 2) ?? ''
  if (!(tag in languages)) return localStorage.removeItem(ofProfile)
  localStorage.setItem(ofProfile, tag) // for the next time the page is loaded
  if (!localStorage.getItem(kept)) await speak(tag as Language)
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  })
  const language = preferred()
  if (language !== 'en') await speak(language)
}
