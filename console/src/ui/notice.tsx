import { CircleAlert, CloudOff, Hourglass, Lock, RefreshCw, SearchX, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestError } from '@/api/gql'
import { Button } from './button'

interface NoticeProps {
  icon: LucideIcon
  title: string
  children?: ReactNode
  action?: ReactNode
}

/** Fills the place of what cannot be shown, and says what to do about it. */
export function Notice({ icon: Icon, title, children, action }: NoticeProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-16 text-center">
      <span className="grid size-12 place-items-center rounded-2xl bg-tint text-primary">
        <Icon aria-hidden className="size-6" />
      </span>
      <h2 className="text-base font-semibold">{title}</h2>
      {children && <p className="max-w-md text-sm text-soft">{children}</p>}
      {action}
    </div>
  )
}

const icons: Record<string, LucideIcon> = {
  FORBIDDEN: Lock,
  NOT_FOUND: SearchX,
  RATE_LIMITED: Hourglass,
  STALE: RefreshCw,
  OFFLINE: CloudOff,
  PERSISTED_DOCUMENT_NOT_FOUND: RefreshCw,
}

type Kind = 'FORBIDDEN' | 'NOT_FOUND' | 'RATE_LIMITED' | 'STALE' | 'OFFLINE' | 'PERSISTED_DOCUMENT_NOT_FOUND' | 'INTERNAL'

interface FailureProps {
  error: unknown
  retry?: () => void
  /** Where the read was of a page in the midst of a list: leads to the first. */
  onFirst?: (() => void) | undefined
}

/** What a failed read looks like: each kind has its own words and its own way on. */
export function Failure({ error, retry, onFirst }: FailureProps) {
  const { t } = useTranslation()
  const code = error instanceof RequestError ? error.code : 'INTERNAL'
  const known = code in icons ? (code as Kind) : 'INTERNAL'
  const details = error instanceof RequestError ? error.details : {}
  // The address names a place that the list does not know (any more): asking again leads nowhere.
  if (onFirst && code === 'BAD_USER_INPUT') {
    return (
      <div role="alert">
        <Notice icon={SearchX} title={t('list.lost')} action={<Button onClick={onFirst}>{t('pager.first')}</Button>}>
          {t('list.lostText')}
        </Notice>
      </div>
    )
  }
  return (
    <div role="alert">
      <Notice
        icon={icons[known] ?? CircleAlert}
        title={t(`failure.${known}.title`)}
        action={
          known === 'PERSISTED_DOCUMENT_NOT_FOUND' ? (
            <Button onClick={() => location.reload()}>{t('failure.reload')}</Button>
          ) : retry && known !== 'FORBIDDEN' && known !== 'NOT_FOUND' ? (
            <Button onClick={retry}>{t('failure.retry')}</Button>
          ) : undefined
        }
      >
        {t(`failure.${known}.text`, { seconds: details.retryAfter ?? 10 })}
        {known === 'INTERNAL' && details.requestId && <span className="mt-2 block font-mono text-xs">{details.requestId}</span>}
      </Notice>
    </div>
  )
}
