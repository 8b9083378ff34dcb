import i18next from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { follow, keep, speak, startLanguage } from '.'

afterEach(() => localStorage.clear())

test('the language of a profile stays when the page is loaded again, a chosen one goes first', async () => {
  await startLanguage()
  expect(i18next.language).toBe('en')
  await follow('de-AT')
  expect(i18next.language).toBe('de')
  await startLanguage()
  expect(i18next.language).toBe('de')

  keep('en')
  await speak('en')
  await follow('de')
  expect(i18next.language).toBe('en')
  localStorage.removeItem('tenantry.language')

  await follow('fr') // somebody else, whose language is not spoken here
  await startLanguage()
  expect(i18next.language).toBe('en')
})
