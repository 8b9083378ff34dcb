import { SignOutDocument, type Permission } from '@contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, type LinkProps } from '@tanstack/react-router'
import { ChartNoAxesColumn, FileSpreadsheet, HardDrive, KeyRound, Languages, LogOut, Menu as MenuIcon, Moon, ShieldCheck, Sparkles, Sun, SunMoon, Users, Webhook, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { keep, languages, speak, type Language, type Words } from '@/i18n'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { may, useViewer } from './session'
import { useTheme } from './theme'

interface Room {
  to: LinkProps['to']
  word: keyof Words['nav']['rooms']
  icon: LucideIcon
  /** Any of these opens it. Without any it is there for everybody. */
  needs: Permission[]
}

/** The menu, by what people come for: a room is there for whoever may read what it shows. */
const groups: { word: keyof Words['nav']['groups']; rooms: Room[] }[] = [
  {
    word: 'people',
    rooms: [
      { to: '/users', word: 'users', icon: Users, needs: ['RESELLER_USER_READ', 'TENANT_USER_READ', 'MEMBER_READ'] },
      { to: '/roles', word: 'roles', icon: ShieldCheck, needs: [] },
    ],
  },
  {
    word: 'insight',
    rooms: [
      { to: '/usage', word: 'usage', icon: ChartNoAxesColumn, needs: ['USAGE_READ', 'ANALYTICS_READ'] },
      { to: '/reports', word: 'reports', icon: FileSpreadsheet, needs: ['REPORT_READ', 'TENANT_REPORT_READ', 'REPORT_MANAGE'] },
    ],
  },
  {
    word: 'settings',
    rooms: [
      { to: '/webhooks', word: 'webhooks', icon: Webhook, needs: ['WEBHOOK_READ'] },
      { to: '/api', word: 'api', icon: KeyRound, needs: ['API_CREDENTIAL_READ', 'API_SERVICE_CONFIGURE'] },
      { to: '/storage', word: 'storage', icon: HardDrive, needs: ['STORAGE_ACCOUNT_READ'] },
      { to: '/models', word: 'models', icon: Sparkles, needs: ['CUSTOM_MODEL_READ'] },
    ],
  },
]

export function Shell() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_1fr]">
      <a href="#main" className="sr-only z-70 rounded-lg bg-primary px-3 py-2 text-on-primary focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
        {t('skip')}
      </a>
      <header className="sticky top-0 z-30 flex items-center gap-2 border-b border-line bg-card px-3 py-2 lg:hidden">
        <Button look="quiet" size="icon" aria-label={t('nav.menu')} aria-expanded={open} onClick={() => setOpen(!open)}>
          <MenuIcon aria-hidden />
        </Button>
        <Mark />
      </header>
      <aside className={cn('flex-col border-line bg-card lg:sticky lg:top-0 lg:flex lg:h-dvh lg:border-r', open ? 'flex border-b' : 'hidden')}>
        <div className="hidden px-5 pt-5 pb-4 lg:block">
          <Mark />
        </div>
        <Rooms onGo={() => setOpen(false)} />
        <Person />
      </aside>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none sm:px-6 lg:px-8">
        <Outlet />
      </main>
    </div>
  )
}

const Mark = () => (
  <span className="flex items-center gap-2.5 font-semibold">
    <img src="/console/icon.svg" alt="" className="size-6" />
    Tenantry
  </span>
)

function Rooms({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation()
  const viewer = useViewer()
  return (
    <nav aria-label={t('nav.label')} className="grow overflow-y-auto px-3 py-2">
      {groups.map(({ word, rooms }) => {
        const open = rooms.filter(({ needs }) => needs.length === 0 || may(viewer, ...needs))
        return (
          open.length > 0 && (
            <section key={word} className="space-y-0.5 pb-3">
              <h2 className="px-2.5 pb-1 text-xs font-medium text-soft">{t(`nav.groups.${word}`)}</h2>
              {open.map((room) => (
                <RoomLink key={room.word} room={room} onGo={onGo} />
              ))}
            </section>
          )
        )
      })}
    </nav>
  )
}

function RoomLink({ room: { to, word, icon: Icon }, onGo }: { room: Room; onGo: () => void }) {
  const { t } = useTranslation()
  return (
    <Link
      to={to}
      onClick={onGo}
      className="flex items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm text-soft hover:bg-hover hover:text-ink"
      activeProps={{ className: 'bg-tint font-medium text-primary hover:bg-tint hover:text-primary' }}
    >
      <Icon className="size-4.5" aria-hidden />
      {t(`nav.rooms.${word}`)}
    </Link>
  )
}

function Person() {
  const { t, i18n } = useTranslation()
  const { user, organization } = useViewer()
  const [theme, setTheme] = useTheme()
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = useMutation({
    mutationFn: () => gql(SignOutDocument),
    onSuccess: async () => {
      await navigate({ to: '/signin' })
      client.clear()
    },
  })
  const themes = { light: Sun, dark: Moon, system: SunMoon } as const
  return (
    <div className="border-t border-line p-3">
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
        {(Object.keys(themes) as (keyof typeof themes)[])
          .filter((one) => one !== theme)
          .map((one) => {
            const Icon = themes[one]
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
            <MenuItem
              key={one}
              icon={<Languages aria-hidden />}
              onSelect={() => {
                keep(one)
                void speak(one)
              }}
            >
              <span lang={one}>{languages[one]}</span>
            </MenuItem>
          ))}
        <MenuLine />
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => leave.mutate()}>
          {t('nav.signOut')}
        </MenuItem>
      </Menu>
    </div>
  )
}
