import type { ServiceIncidentRowFragment } from '@contract'
import { CircleCheck, TriangleAlert, Wrench } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'
import { Ago } from '@/ui/time'
import { IncidentMenu } from './actions'
import { Severity, Step } from './cells'
import type { StatusDialog } from './dialogs'

/** One sentence on how things are. */
export function Banner({ incidents }: { incidents: readonly ServiceIncidentRowFragment[] }) {
  const { t } = useTranslation('status')
  const troubles = incidents.filter((one) => one.severity !== 'MAINTENANCE')
  const worst = troubles.some((one) => one.severity !== 'MINOR')
  const Icon = troubles.length > 0 ? TriangleAlert : incidents.length > 0 ? Wrench : CircleCheck
  return (
    <div
      role="status"
      className={cn(
        'flex items-center gap-4 rounded-2xl px-5 py-4',
        troubles.length > 0 ? (worst ? 'bg-bad-tint text-bad' : 'bg-warn-tint text-warn') : incidents.length > 0 ? 'bg-tint text-primary' : 'bg-good-tint text-good',
      )}
    >
      <Icon className="size-7 shrink-0" aria-hidden />
      <p className="text-lg font-semibold">
        {troubles.length > 0 ? t('banner.trouble', { count: troubles.length }) : t(incidents.length > 0 ? 'banner.maintenance' : 'banner.well')}
      </p>
    </div>
  )
}

interface LastingProps {
  incidents: readonly ServiceIncidentRowFragment[]
  more: boolean
  onOpen: (id: string) => void
  onDialog: (dialog: StatusDialog) => void
}

/** What lasts, each with the newest that is known. */
export function Lasting({ incidents, more, onOpen, onDialog }: LastingProps) {
  const { t } = useTranslation('status')
  return (
    <section aria-label={t('lasting')} className="flex flex-col gap-3">
      {incidents.map((one) => (
        <article key={one.id} className="flex items-start gap-3 rounded-2xl border border-line bg-card p-5">
          <div className="min-w-0 grow">
            <h2 className="font-semibold">
              <button type="button" className="rounded text-left hover:underline" onClick={() => onOpen(one.id)}>
                {one.title}
              </button>
            </h2>
            <p className="mt-1.5 flex flex-wrap items-center gap-2 text-xs text-soft">
              <Severity severity={one.severity} />
              <Step status={one.status} />
              <span>
                {t(Date.parse(one.startedAt) > Date.now() ? 'begins' : 'began')} <Ago at={one.startedAt} />
              </span>
            </p>
            {one.updates[0] && (
              <p className="mt-3 text-sm whitespace-pre-line">
                {one.updates[0].body}{' '}
                <span className="text-soft">
                  – <Ago at={one.updates[0].createdAt} />
                </span>
              </p>
            )}
          </div>
          {one.viewerActions.length > 0 && <IncidentMenu incident={one} onDialog={onDialog} />}
        </article>
      ))}
      {more && <p className="text-sm text-soft">{t('more')}</p>}
    </section>
  )
}
