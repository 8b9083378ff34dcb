import type { Permission } from '@contract'
import { Link, Outlet, useMatches, type LinkProps } from '@tanstack/react-router'
import { Activity, Building2, ChartNoAxesColumn, Coins, FileSpreadsheet, HardDrive, House, KeyRound, MailPlus, Menu as MenuIcon, Palette, ReceiptText, ScrollText, Settings, ShieldCheck, Sparkles, Users, Webhook, type LucideIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestError } from '@/api/gql'
import type { Words } from '@/i18n'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Failure } from '@/ui/notice'
import { Page } from '@/ui/page'
import { useArrival } from './arrival'
import { Mark } from './mark'
import { Offline } from './offline'
import { Person } from './person'
import { may, useViewer, type Viewer } from './session'
import { SearchButton, useShellKeys } from './shortcuts'
import { WorkButton } from './work-button'

interface Room {
  to: LinkProps['to']
  word: keyof Words['nav']['rooms']
  icon: LucideIcon
  /** Any of these opens it. Without any it is there for everybody. */
  needs: Permission[]
  /** Its page has an answer of its own for everybody else. */
  answers?: true
}

const home: Room = { to: '/', word: 'home', icon: House, needs: [] }

/** The menu, by what people come for: a room is there for whoever may read what it shows. */
const groups: { word: keyof Words['nav']['groups']; rooms: Room[] }[] = [
  {
    word: 'people',
    rooms: [
      { to: '/users', word: 'users', icon: Users, needs: ['RESELLER_USER_READ', 'TENANT_USER_READ', 'MEMBER_READ'] },
      { to: '/invitations', word: 'invitations', icon: MailPlus, needs: ['INVITATION_READ'] },
      { to: '/organizations', word: 'organizations', icon: Building2, needs: ['ORGANIZATION_READ', 'SUB_ACCOUNT_READ', 'TENANT_USER_READ', 'MEMBER_READ'] },
      { to: '/roles', word: 'roles', icon: ShieldCheck, needs: [] },
    ],
  },
  {
    word: 'business',
    rooms: [
      { to: '/billing', word: 'billing', icon: ReceiptText, needs: ['SUBSCRIPTION_READ', 'BILLING_READ', 'MODULE_PRICING_ACCESS', 'MODULE_PAYMENT_ACCESS'] },
      { to: '/credits', word: 'credits', icon: Coins, needs: ['ORGANIZATION_CREDIT_READ', 'MODULE_PAYMENT_ACCESS'], answers: true },
    ],
  },
  {
    word: 'insight',
    rooms: [
      { to: '/usage', word: 'usage', icon: ChartNoAxesColumn, needs: ['USAGE_READ', 'ANALYTICS_READ'] },
      { to: '/reports', word: 'reports', icon: FileSpreadsheet, needs: ['REPORT_READ', 'TENANT_REPORT_READ', 'REPORT_MANAGE'] },
      { to: '/audit', word: 'audit', icon: ScrollText, needs: ['AUDIT_READ'], answers: true },
      { to: '/status', word: 'status', icon: Activity, needs: ['SERVICE_STATUS_SUBSCRIBE', 'SERVICE_STATUS_MANAGE'] },
    ],
  },
  {
    word: 'settings',
    rooms: [
      { to: '/branding', word: 'branding', icon: Palette, needs: ['BRANDING_READ'] },
      { to: '/webhooks', word: 'webhooks', icon: Webhook, needs: ['WEBHOOK_READ'] },
      { to: '/api', word: 'api', icon: KeyRound, needs: ['API_CREDENTIAL_READ', 'API_SERVICE_CONFIGURE'] },
      { to: '/storage', word: 'storage', icon: HardDrive, needs: ['STORAGE_ACCOUNT_READ'] },
      { to: '/models', word: 'models', icon: Sparkles, needs: ['CUSTOM_MODEL_READ'] },
      { to: '/settings', word: 'settings', icon: Settings, needs: ['ORGANIZATION_READ', 'SUB_ACCOUNT_READ', 'TENANT_USER_READ', 'MEMBER_READ', 'BRANDING_MANAGE', 'MAIL_READ'] },
    ],
  },
]

export function Shell() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [over, setOver] = useState<'command' | 'keys' | 'work'>()
  useShellKeys(setOver, over !== undefined)
  useArrival()
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_1fr]">
      <a href="#main" className="sr-only z-70 rounded-lg bg-primary px-3 py-2 text-on-primary focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
        {t('skip')}
      </a>
      <header className="sticky top-0 z-30 flex items-center gap-2 border-b border-line bg-card px-3 py-2 lg:hidden">
        <Button look="quiet" size="icon" aria-label={t('nav.menu')} aria-expanded={open} onClick={() => setOpen(!open)}>
          <MenuIcon aria-hidden />
        </Button>
        <div className="min-w-0 grow">
          <Mark />
        </div>
        <SearchButton small onOpen={() => setOver('command')} />
      </header>
      <aside className={cn('flex-col border-line bg-card lg:sticky lg:top-0 lg:flex lg:h-dvh lg:border-r', open ? 'flex border-b' : 'hidden')}>
        <div className="hidden px-5 pt-5 pb-3 lg:block">
          <Mark />
        </div>
        <div className="hidden px-3 pb-2 lg:block">
          <SearchButton onOpen={() => setOver('command')} />
        </div>
        <Rooms onGo={() => setOpen(false)} />
        <div className="border-t border-line p-3">
          <WorkButton onOpen={() => setOver('work')} />
          <Person onKeys={() => setOver('keys')} />
        </div>
      </aside>
      <div className="min-w-0">
        <Offline />
        <Suspense>
          <Impersonation />
        </Suspense>
        <main id="main" tabIndex={-1} className="px-4 py-6 outline-none sm:px-6 lg:px-8">
          <Content />
        </main>
      </div>
      <Suspense>
        {over === 'command' && <CommandMenu onClose={() => setOver(undefined)} />}
        {over === 'keys' && <Keys onClose={() => setOver(undefined)} />}
        {over === 'work' && <WorkSheet onClose={() => setOver(undefined)} />}
      </Suspense>
    </div>
  )
}

// Not needed for the first page, so they arrive later.
const Impersonation = lazy(() => import('./impersonation'))
const Commands = lazy(async () => ({ default: (await import('./commands')).Commands }))
const Keys = lazy(async () => ({ default: (await import('./keys')).Keys }))
const WorkSheet = lazy(async () => ({ default: (await import('./work')).WorkSheet }))

/** The rooms that are open to somebody. */
const openTo = (viewer: Viewer, rooms: Room[]): Room[] => rooms.filter(({ needs }) => needs.length === 0 || may(viewer, ...needs))

/** The page of the address, or, of a room that is not open to the viewer, a word on that and nothing else. */
function Content() {
  const { t } = useTranslation()
  const viewer = useViewer()
  const at = useMatches({ select: (matches) => matches.at(-1)?.fullPath })
  const closed = groups.flatMap(({ rooms }) => rooms).find((room) => room.to === at && !room.answers && openTo(viewer, [room]).length === 0)
  if (!closed) return <Outlet />
  return (
    <Page title={t(`nav.rooms.${closed.word}`)}>
      <Failure error={new RequestError('', 'FORBIDDEN')} />
    </Page>
  )
}

function CommandMenu({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const viewer = useViewer()
  const rooms = openTo(viewer, [home, ...groups.flatMap((group) => group.rooms)]).map(({ to, word, icon }) => ({ to: String(to), title: t(`nav.rooms.${word}`), icon }))
  return <Commands rooms={rooms} onClose={onClose} />
}

function Rooms({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation()
  const viewer = useViewer()
  return (
    <nav aria-label={t('nav.label')} className="grow overflow-y-auto px-3 py-2">
      <div className="pb-3">
        <RoomLink room={home} onGo={onGo} />
      </div>
      {groups.map(({ word, rooms }) => {
        const open = openTo(viewer, rooms)
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
      activeOptions={{ exact: to === '/', includeSearch: false }}
      onClick={onGo}
      className="flex items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm text-soft hover:bg-hover hover:text-ink"
      activeProps={{ className: 'bg-tint font-medium text-primary hover:bg-tint hover:text-primary' }}
    >
      <Icon className="size-4.5" aria-hidden />
      {t(`nav.rooms.${word}`)}
    </Link>
  )
}
