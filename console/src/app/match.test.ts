import { describe, expect, test } from 'vitest'
import { matches } from './match'

describe('matches', () => {
  test.each([
    ['Sign out', 'sig', true],
    ['Sign out', 'out si', true],
    ['Sign out', 'ign', false],
    ['Sign out', '', true],
    ['Rollen löschen', 'LOSCH', true],
    ['API keys', 'api-k', true],
    ['Webhooks', 'web hooks', false],
    ['Rôle d’administrateur', 'administr role', true],
  ])('%s for "%s": %s', (text, typed, expected) => {
    expect(matches(text, typed)).toBe(expected)
  })
})
