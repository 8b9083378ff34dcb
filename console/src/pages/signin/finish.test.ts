import { expect, test } from 'vitest'
import { ownPath } from './finish'

test('the sign-in leads to a path of this site and nowhere else', () => {
  for (const path of ['/users?status=SUSPENDED', '/organizations/org_1?tab=audit#top', '/']) expect(ownPath(path)).toBe(path)
  for (const path of [undefined, '', 'users', 'https://elsewhere.test/', '//elsewhere.test/', '/\\elsewhere.test/', '/.//elsewhere.test/', '/users/..//elsewhere.test', '/\t/elsewhere.test', 'javascript:alert(1)', '//'])
    expect(ownPath(path), String(path)).toBe('/')
})
