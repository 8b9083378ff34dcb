import type { ServiceIncidentSeverity, ServiceIncidentStatus } from '@contract'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@/ui/badge'

const severe: Record<ServiceIncidentSeverity, Tone> = { CRITICAL: 'bad', MAJOR: 'bad', MINOR: 'warn', MAINTENANCE: 'tint' }

export function Severity({ severity }: { severity: ServiceIncidentSeverity }) {
  const { t } = useTranslation('status')
  return <Badge tone={severe[severity]}>{t(`severities.${severity}`)}</Badge>
}

const far: Record<ServiceIncidentStatus, Tone> = { INVESTIGATING: 'bad', IDENTIFIED: 'warn', MONITORING: 'tint', RESOLVED: 'good' }

export function Step({ status }: { status: ServiceIncidentStatus }) {
  const { t } = useTranslation('status')
  return (
    <Badge dot tone={far[status]}>
      {t(`steps.${status}`)}
    </Badge>
  )
}

/** A moment in full: what is read on a status page days later. */
export function Moment({ at }: { at: string }) {
  const { i18n } = useTranslation()
  return <time dateTime={at}>{new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))}</time>
}
