import { OrganizationChoicesDocument, UserChoicesDocument } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Building2, CircleUser, Languages, ListChecks, LogOut, Plus, UserPlus, type LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { languages, type Language } from '@/i18n'
import { useLeave } from './leave'
import { matches } from './match'
import { useMayInvite } from './offers'
import { chooseLanguage, themeIcons } from './person'
import { may, useViewer } from './session'
import { useTheme, type Theme } from './theme'

export interface RoomEntry {
  to: string
  title: string
  icon: LucideIcon
}

export interface Entry {
  id: string
  title: string
  detail?: string | undefined
  icon: LucideIcon
  run: () => void
}

interface Group {
  key: string
  title: string
  entries: Entry[]
}

/** What fits the text, in groups: pages and actions at once, people and organizations once the server has answered. */
export function useEntries(text: string, rooms: readonly RoomEntry[]): { groups: Group[]; searching: boolean } {
  const { t } = useTranslation(['command', 'translation'])
  const router = useRouter()
  const actions = useActions()
  const { found, searching } = useFound(text)
  const go = (href: string) => void router.navigate({ href })
  const groups: Group[] = [
    {
      key: 'rooms',
      title: t('rooms'),
      entries: [...rooms, { to: '/jobs', title: t('jobs'), icon: ListChecks }].map(({ to, title, icon }) => ({ id: `go${to}`, title, icon, run: () => go(to) })),
    },
    { key: 'actions', title: t('actions'), entries: actions },
  ]
  return {
    groups: [...groups.map((group) => ({ ...group, entries: group.entries.filter(({ title }) => matches(title, text)) })), ...found].filter(({ entries }) => entries.length > 0),
    searching,
  }
}

function useActions(): Entry[] {
  const { t, i18n } = useTranslation(['command', 'translation'])
  const router = useRouter()
  const viewer = useViewer()
  const invites = useMayInvite()
  const [theme, setTheme] = useTheme()
  const leave = useLeave()
  const others = (Object.keys(languages) as Language[]).filter((one) => one !== i18n.language)
  const looks = (Object.keys(themeIcons) as Theme[]).filter((one) => one !== theme)
  return [
    ...(invites ? [{ id: 'invite', title: t('invite'), icon: UserPlus, run: () => void router.navigate({ to: '/users', search: { open: 'invite' } }) }] : []),
    ...(may(viewer, 'ORGANIZATION_CREATE')
      ? [{ id: 'client', title: t('client'), icon: Plus, run: () => void router.navigate({ href: '/organizations/new' }) }]
      : []),
    ...looks.map((one) => ({ id: one, title: t('appearance', { theme: t(`translation:nav.${one}`) }), icon: themeIcons[one], run: () => setTheme(one) })),
    ...others.map((one) => ({ id: one, title: languages[one], detail: t('translation:nav.language'), icon: Languages, run: () => chooseLanguage(one) })),
    { id: 'leave', title: t('translation:nav.signOut'), icon: LogOut, run: () => leave.mutate(undefined) },
  ]
}

/** People and organizations of that name, after a pause in typing. */
function useFound(text: string): { found: Group[]; searching: boolean } {
  const { t } = useTranslation(['command', 'translation'])
  const router = useRouter()
  const viewer = useViewer()
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const wait = setTimeout(() => setAsked(text), 200)
    return () => clearTimeout(wait)
  }, [text])
  const enough = asked.length >= 2
  const readsUsers = may(viewer, 'RESELLER_USER_READ', 'TENANT_USER_READ', 'MEMBER_READ')
  const readsOrganizations = may(viewer, 'ORGANIZATION_READ', 'SUB_ACCOUNT_READ')
  const users = useQuery({
    queryKey: ['command', 'users', asked],
    queryFn: () => gql(UserChoicesDocument, { search: asked }),
    enabled: enough && readsUsers,
    placeholderData: keepPreviousData,
  })
  const organizations = useQuery({
    queryKey: ['command', 'organizations', asked],
    queryFn: () => gql(OrganizationChoicesDocument, { search: asked }),
    enabled: enough && readsOrganizations,
    placeholderData: keepPreviousData,
  })
  if (text.length < 2) return { found: [], searching: false }
  const found: Group[] = [
    {
      key: 'people',
      title: t('people'),
      entries: (users.data?.users?.nodes ?? []).slice(0, 6).map(({ id, displayName, email, organization }) => ({
        id,
        title: displayName,
        detail: [email, organization?.name].filter(Boolean).join(' · '),
        icon: CircleUser,
        run: () => void router.navigate({ to: '/users', search: { user: id } }),
      })),
    },
    {
      key: 'organizations',
      title: t('organizations'),
      entries: (organizations.data?.organizations?.nodes ?? []).slice(0, 6).map(({ id, name, parent }) => ({
        id,
        title: name,
        detail: parent?.name,
        icon: Building2,
        run: () => void router.navigate({ href: `/organizations/${id}` }),
      })),
    },
  ]
  return { found, searching: asked !== text || users.isFetching || organizations.isFetching }
}
