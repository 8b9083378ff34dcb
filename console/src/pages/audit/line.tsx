import type { AuditEventRowFragment } from '@contract'
import { ChevronRight, Copy, Filter, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Facts, type Fact } from '@/ui/facts'
import { Ago } from '@/ui/time'
import { say } from '@/ui/toast'
import { useActionName, useTypeName } from './action-words'
import { unhappy } from './actions'
import { Changes } from './changes'
import type { AuditSearch } from './search'

interface LineProps {
  event: AuditEventRowFragment
  open: boolean
  onOpen: (open: boolean) => void
  onFilter?: ((change: Partial<AuditSearch>) => void) | undefined
}

/** One line of the log; unfolded it tells all that is known. */
export function Line({ event, open, onOpen, onFilter }: LineProps) {
  const nameOf = useActionName()
  return (
    <li className={cn(open && 'bg-ground')}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
        className="flex w-full items-center gap-3 px-4 py-3 text-left -outline-offset-2 hover:bg-hover/60"
      >
        <ChevronRight className={cn('size-4 shrink-0 text-soft transition-transform', open && 'rotate-90')} aria-hidden />
        <Face event={event} />
        <span className="min-w-0 grow text-sm">
          <span className="block">
            <span className="font-medium">{nameOf(event.action)}</span>
            {event.target.displayName && event.target.typeName !== 'Session' && <span> · {event.target.displayName}</span>}
          </span>
          <span className="block text-xs text-soft">
            <Actor event={event} />
            {event.organization && ` · ${event.organization.name}`}
          </span>
        </span>
        <span className="shrink-0 text-right text-xs text-soft">
          <Ago at={event.occurredAt} />
        </span>
      </button>
      {open && <Details event={event} onFilter={onFilter} />}
    </li>
  )
}

/** Who acted, and in whose place if in another's: both, always. */
export function Actor({ event }: { event: AuditEventRowFragment }) {
  const { t } = useTranslation(['audit', 'translation'])
  const actor = event.actor?.displayName ?? t('system')
  return event.onBehalfOf ? t('actingFor', { actor, person: event.onBehalfOf.displayName }) : actor
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

export function Face({ event }: { event: AuditEventRowFragment }) {
  if (unhappy(event.action)) {
    return (
      <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-full bg-bad-tint text-bad">
        <TriangleAlert className="size-4" />
      </span>
    )
  }
  return <Avatar id={event.actor?.userId ?? ''} initials={event.actor ? initials(event.actor.displayName) : 'T'} />
}

function Details({ event, onFilter }: Pick<LineProps, 'event' | 'onFilter'>) {
  const { t, i18n } = useTranslation(['audit', 'translation'])
  const typeOf = useTypeName()
  const person = (one: NonNullable<AuditEventRowFragment['actor']>) => (one.email ? `${one.displayName} · ${one.email}` : one.displayName)
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'long' }).format(new Date(event.occurredAt))
  const facts: Fact[] = [
    [t('exact'), exact],
    [t('actor'), event.actor ? person(event.actor) : t('system')],
    ...(event.onBehalfOf ? [[t('onBehalfOf'), person(event.onBehalfOf)] as Fact] : []),
    [t('target'), [event.target.displayName, typeOf(event.target.typeName)].filter(Boolean).join(' · ')],
    [t('organization'), event.organization?.name],
    ...(event.reason ? [[t('reason'), event.reason] as Fact] : []),
    [t('ip'), event.ipAddress],
    [t('event'), <code key="action" className="font-mono text-xs">{event.action}</code>],
    [t('request'), <RequestId key="request" id={event.requestId} />],
  ]
  const { actor, target } = event
  return (
    <div className="grid gap-6 px-4 pt-2 pb-5 sm:pl-14 lg:grid-cols-[minmax(20rem,26rem)_1fr]">
      <div className="space-y-4">
        <Facts facts={facts} />
        {onFilter && (
          <div className="flex flex-wrap gap-2">
            {target.targetId && (
              <Button size="sm" onClick={() => onFilter({ target: target.targetId ?? undefined })}>
                <Filter aria-hidden />
                {t('more.target')}
              </Button>
            )}
            {actor?.userId && (
              <Button size="sm" onClick={() => onFilter({ actor: actor.userId ?? undefined })}>
                <Filter aria-hidden />
                {t('more.actor')}
              </Button>
            )}
          </div>
        )}
      </div>
      <Changes changes={event.changes} />
    </div>
  )
}

function RequestId({ id }: { id: string }) {
  const { t } = useTranslation(['audit', 'translation'])
  return (
    <span className="flex items-center gap-1">
      <code className="min-w-0 truncate font-mono text-xs" title={id}>
        {id}
      </code>
      <Button look="quiet" size="icon" className="-my-2 size-8" aria-label={t('copyRequest')} onClick={() => void navigator.clipboard.writeText(id).then(() => say(t('copied')))}>
        <Copy aria-hidden />
      </Button>
    </span>
  )
}
