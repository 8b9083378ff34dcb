import { UserUpdateDocument, type ViewerImpersonationQuery } from '@contract'
import { useNavigate } from '@tanstack/react-router'
import { CircleUserRound, Keyboard, Languages, LogOut, Moon, Sun, SunMoon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { client } from '@/api/client'
import { gql } from '@/api/gql'
import { keep, languages, speak, type Language } from '@/i18n'
import { Avatar } from '@/ui/avatar'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { useLeave } from './leave'
import { useViewer, viewerQuery } from './session'
import { useTheme, type Theme } from './theme'

export const themeIcons = { light: Sun, dark: Moon, system: SunMoon } as const

/** Shows everything in a language, from now on, and lets mails follow; in a visit the profile is not the visitor's. */
export function chooseLanguage(language: Language): void {
  keep(language)
  void speak(language)
  const id = client.getQueryData(viewerQuery.queryKey)?.user.id
  const visit = client.getQueryData<ViewerImpersonationQuery>(['viewer', 'impersonation'])?.viewer?.impersonation
  if (!id || visit) return
  void gql(UserUpdateDocument, { id, input: { locale: language } }).then(
    () => client.invalidateQueries({ queryKey: ['account'] }),
    () => undefined, // here it holds all the same
  )
}

/** Who is signed in, with what is theirs alone: the look, the language, the way out. */
export function Person({ onKeys }: { onKeys: () => void }) {
  const { t, i18n } = useTranslation()
  const { user, organization } = useViewer()
  const [theme, setTheme] = useTheme()
  const leave = useLeave()
  const navigate = useNavigate()
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
      <MenuItem icon={<CircleUserRound aria-hidden />} onSelect={() => void navigate({ to: '/account' })}>
        {t('nav.account')}
      </MenuItem>
      <MenuLine />
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
