import { readFragment, ServiceIncidentRowFragmentDoc } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { Sheet } from '@/ui/sheet'
import { IncidentMenu } from './actions'
import { Moment, Severity, Step } from './cells'
import type { StatusDialog } from './dialogs'
import { incidentQuery } from './incident-form'

interface IncidentSheetProps {
  id: string
  onClose: () => void
  onDialog: (dialog: StatusDialog) => void
}

/** One incident with all the news about it, the newest first. */
export function IncidentSheet({ id, onClose, onDialog }: IncidentSheetProps) {
  const { t } = useTranslation(['status', 'translation'])
  const read = useQuery(incidentQuery(id))
  const incident = readFragment(ServiceIncidentRowFragmentDoc, read.data?.serviceIncident)
  return (
    <Sheet read={read} row={incident} title={incident?.title} list={t('title')} onClose={onClose}>
      {(incident) => (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <Severity severity={incident.severity} />
            <Step status={incident.status} />
            <span className="grow" />
            {incident.viewerActions.includes('UPDATE') && (
              <Button size="sm" onClick={() => onDialog({ kind: 'UPDATE', incident })}>
                {t('incident.tell')}
              </Button>
            )}
            {incident.viewerActions.length > 0 && <IncidentMenu incident={incident} onDialog={onDialog} />}
          </div>
          <Facts
            facts={[
              [t('began'), <Moment key="began" at={incident.startedAt} />],
              [t('resolved'), incident.resolvedAt && <Moment key="resolved" at={incident.resolvedAt} />],
            ]}
          />
          <section>
            <h3 className="mb-3 text-sm font-semibold">{t('news')}</h3>
            <ol className="flex flex-col gap-5 border-l border-line pl-5">
              {incident.updates.map((one, i) => (
                <li key={`${one.createdAt} ${i}`} className="relative">
                  <span className="absolute top-2 -left-[1.57rem] size-2 rounded-full bg-primary" aria-hidden />
                  <p className="flex flex-wrap items-center gap-2 text-xs text-soft">
                    <Step status={one.status} />
                    <Moment at={one.createdAt} />
                  </p>
                  <p className="mt-1.5 text-sm whitespace-pre-line">{one.body}</p>
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </Sheet>
  )
}
