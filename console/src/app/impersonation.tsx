import '@/pages/organizations/login-as-words'
import { ImpersonationsEndDocument, LoginAsDecideDocument, type ImpersonationRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { KeyRound, UserRoundCheck } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { begin, impersonations, leave } from '@/pages/organizations/entering'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { useSecondsUntil } from '@/ui/countdown'
import { say } from '@/ui/toast'
import { useAction } from './change'
import { may, useViewer, useVisit, type Visit } from './session'

/** Above every page: who is really there in a customer's session, and what customer and staff have to decide about one. */
export default function Impersonation() {
  const viewer = useViewer()
  const visit = useVisit()
  if (visit === undefined) return null
  if (visit) return <Inside visit={visit} />
  return may(viewer, 'LOGIN_AS_CONSENT', 'LOGIN_AS_CLIENT', 'LOGIN_AS_PARTNER') && <Open />
}

interface BarProps {
  label: string
  loud?: boolean
  icon: ReactNode
  text: ReactNode
  children: ReactNode
}

const Bar = ({ label, loud, icon, text, children }: BarProps) => (
  <section
    aria-label={label}
    className={cn(
      'flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2 text-sm sm:px-6 lg:px-8 [&>svg]:size-4.5 [&>svg]:shrink-0',
      loud ? 'sticky top-0 z-20 bg-warn-tint text-warn max-lg:top-13' : 'bg-tint',
    )}
  >
    {icon}
    <div className="min-w-0 grow basis-60">{text}</div>
    <div className="flex flex-wrap items-center gap-2">{children}</div>
  </section>
)

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

function Inside({ visit }: { visit: NonNullable<Visit> }) {
  const { t } = useTranslation('loginAs')
  const { user, organization } = useViewer()
  const left = useSecondsUntil(Date.parse(visit.expiresAt))
  const { mutate, isPending } = useAction(() => leave(organization.id))
  // Shortly before the session would refuse everything, the own one comes back.
  const over = left <= 1
  useEffect(() => {
    if (over) mutate(undefined)
  }, [over, mutate])
  return (
    <Bar
      loud
      label={t('banner.label')}
      icon={<UserRoundCheck aria-hidden />}
      text={
        <>
          <span className="font-medium">{t('banner.who', { actor: visit.actorName, user: user.displayName, organization: organization.name })}</span>{' '}
          {t(`banner.mode.${visit.mode}`)} · {visit.reason}
        </>
      }
    >
      <span className="tabular-nums" role="timer">
        {over ? t('banner.over') : t('banner.left', { time: clock(left) })}
      </span>
      <Button size="sm" busy={isPending} onClick={() => mutate(undefined)}>
        {t('banner.leave')}
      </Button>
    </Bar>
  )
}

/** Questions to this customer's administrators, sessions in their account, and answers to this member of staff. */
function Open() {
  const { user, organization } = useViewer()
  const staff = organization.kind === 'RESELLER'
  const { data } = useQuery({
    queryKey: ['impersonations', 'open'],
    queryFn: () =>
      impersonations(staff ? { status: { in: ['APPROVED'] }, actorId: { eq: user.id } } : { status: { in: ['REQUESTED', 'ACTIVE'] } }, 5),
    refetchInterval: 20_000,
  })
  return data?.map((one) => {
    if (one.viewerActions.includes('DECIDE')) return <Question key={one.id} request={one} />
    if (one.viewerActions.includes('START')) return <Ready key={one.id} request={one} />
    return !staff && one.viewerActions.includes('END') && <Guest key={one.id} request={one} />
  })
}

function Question({ request }: { request: ImpersonationRowFragment }) {
  const { t } = useTranslation('loginAs')
  const { actorName: actor, user, organization, minutes, reason } = request
  const decide = useAction(
    async (approve: boolean) => settled((await gql(LoginAsDecideDocument, { id: request.id, approve })).loginAsDecide),
    (_, approve) => say(t(approve ? 'notice.allowed' : 'notice.denied', { actor })),
  )
  const words = { actor, organization: organization.name, minutes }
  return (
    <Bar
      label={t('notice.label', { actor })}
      icon={<KeyRound aria-hidden />}
      text={
        <>
          <span className="font-medium">{user ? t('notice.asks', { ...words, user: user.displayName }) : t('notice.asksAny', words)}</span> {reason}
        </>
      }
    >
      <Button size="sm" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
        {t('notice.deny')}
      </Button>
      <Button size="sm" look="primary" disabled={decide.isPending} onClick={() => decide.mutate(true)}>
        {t('notice.allow')}
      </Button>
    </Bar>
  )
}

function Guest({ request }: { request: ImpersonationRowFragment }) {
  const { t } = useTranslation('loginAs')
  const { actorName: actor, organization, reason } = request
  const end = useAction(
    async () => settled((await gql(ImpersonationsEndDocument, { organizationId: organization.id })).impersonationsEnd),
    () => say(t('notice.ended', { actor })),
  )
  return (
    <Bar
      label={t('notice.label', { actor })}
      icon={<UserRoundCheck aria-hidden />}
      text={
        <>
          <span className="font-medium">{t('notice.inside', { actor, organization: organization.name })}</span> {reason}
        </>
      }
    >
      <Button size="sm" busy={end.isPending} onClick={() => end.mutate(undefined)}>
        {t('notice.end')}
      </Button>
    </Bar>
  )
}

function Ready({ request }: { request: ImpersonationRowFragment }) {
  const { t, i18n } = useTranslation('loginAs')
  const start = useAction(() => begin(request.id))
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(request.expiresAt))
  return (
    <Bar
      label={t('banner.label')}
      icon={<KeyRound aria-hidden />}
      text={<span className="font-medium">{t('notice.ready', { organization: request.organization.name, time })}</span>}
    >
      <Button size="sm" look="primary" busy={start.isPending} onClick={() => start.mutate(undefined)}>
        {t('notice.start')}
      </Button>
    </Bar>
  )
}
