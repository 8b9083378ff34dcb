import type { RoleRowFragment } from '@contract'
import { useTranslation } from 'react-i18next'

/** What a role is for: of those that came with the product in the reader's language, of others as its author wrote it. */
export function useRoleText(): (role: Pick<RoleRowFragment, 'key' | 'system' | 'description'>) => string {
  const { t, i18n } = useTranslation(['roles', 'translation'])
  return ({ key, system, description }) => {
    const known = `builtInText.${key.replaceAll('.', '_')}` as 'builtInText.agent'
    return system && i18n.exists(`roles:${known}`) ? t(known) : description
  }
}
