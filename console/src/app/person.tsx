import { Keyboard, Languages, LogOut, Moon, Sun, SunMoon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { keep, languages, speak, type Language } from '@/i18n'
import { Avatar } from '@/ui/avatar'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { useLeave } from './leave'
import { useViewer } from './session'
import { useTheme, type Theme } from './theme'

export const themeIcons = { light: Sun, dark: Moon, system: SunMoon } as const

/** Shows everything in a language, from now on. */
export function chooseLanguage(language: Language): void {
  keep(language)
  void speak(language)
}

/** Who is signed in, with what is theirs alone: the look, the language, the way out. */
export function Person({ onKeys }: { onKeys: () => void }) {
  const { t, i18n } = useTranslation()
  const { user, organization } = useViewer()
  const [theme, setTheme] = useTheme()
  const leave = useLeave()
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="flex w-full items-center gap-2.5 rounded-lg p-2 text-left hover:bg-hover">
          <span className="sr-only">{t('nav.account')}</span>
          <Avatar id={user.id} initials={user.initials} />
          <span className="min-w-0 text-sm">
            <span className="block truncate font-medium">{user.displayName}</span>
            <span className="block truncate text-xs text-soft">{organization?.name}</span>
          </span>
        </button>
      }
    >
      {(Object.keys(themeIcons) as Theme[])
        .filter((one) => one !== theme)
        .map((one) => {
          const Icon = themeIcons[one]
          return (
            <MenuItem key={one} icon={<Icon aria-hidden />} onSelect={() => setTheme(one)}>
              {t('nav.theme')}: {t(`nav.${one}`)}
            </MenuItem>
          )
        })}
      <MenuLine />
      {(Object.keys(languages) as Language[])
        .filter((one) => one !== i18n.language)
        .map((one) => (
          <MenuItem key={one} icon={<Languages aria-hidden />} onSelect={() => chooseLanguage(one)}>
            <span lang={one}>{languages[one]}</span>
          </MenuItem>
        ))}
      <MenuLine />
      <MenuItem icon={<Keyboard aria-hidden />} onSelect={onKeys}>
        {t('nav.keys')}
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => leave.mutate(undefined)}>
        {t('nav.signOut')}
      </MenuItem>
    </Menu>
  )
}
