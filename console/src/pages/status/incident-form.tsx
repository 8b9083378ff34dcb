import {
  readFragment,
  ServiceIncidentDocument,
  ServiceIncidentOpenDocument,
  ServiceIncidentRowFragmentDoc,
  ServiceIncidentUpdateDocument,
  type ServiceIncidentQuery,
  type ServiceIncidentRowFragment,
  type ServiceIncidentSeverity,
  type ServiceIncidentStatus,
} from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { patchOf, useNewest, useSaved } from '@/app/newest'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import { severities, steps } from './search'

interface IncidentFormProps {
  /** The incident there is news about; without one another is opened. */
  incident?: ServiceIncidentRowFragment
  /** The news is that it is over. */
  resolve?: boolean
  onClose: () => void
}

interface Values {
  title: string
  severity: ServiceIncidentSeverity
  status: ServiceIncidentStatus
}

export const incidentQuery = (id: string) => ({ queryKey: ['status', 'incident', id], queryFn: () => gql(ServiceIncidentDocument, { id }) })

const incidentOf = (data: ServiceIncidentQuery) => readFragment(ServiceIncidentRowFragmentDoc, data.serviceIncident)

/** Who tells that it is over means that, whatever state it is in meanwhile. */
const valuesOf = (incident: ServiceIncidentRowFragment | undefined, resolve: boolean | undefined): Values => ({
  title: incident?.title ?? '',
  severity: incident?.severity ?? 'MAJOR',
  status: resolve ? 'RESOLVED' : (incident?.status ?? 'INVESTIGATING'),
})

export function IncidentForm({ incident: shown, resolve, onClose }: IncidentFormProps) {
  const { t } = useTranslation(['status', 'translation'])
  const incident = useNewest(shown, incidentQuery, incidentOf)
  const { before, values, change, follow, meanwhile } = useBegun(valuesOf(incident, resolve), incident?.version ?? 0)
  const { title, severity, status } = values
  // The news itself, which is always another.
  const [body, setBody] = useState('')
  const [began, setBegan] = useState('')
  const saved = useSaved()
  const { run, busy, under, above, stale } = useChange(
    async () => {
      const input = { title: title.trim(), severity }
      const news = { body: body.trim(), status }
      if (!incident) {
        const startedAt = began ? new Date(began).toISOString() : null
        return settled((await gql(ServiceIncidentOpenDocument, { input: { ...input, ...news, startedAt } })).serviceIncidentOpen)
      }
      const patch = { ...patchOf<typeof input>(before.values, input), ...news, expectedVersion: before.version }
      return settled((await gql(ServiceIncidentUpdateDocument, { id: incident.id, input: patch })).serviceIncidentUpdate)
    },
    () => {
      onClose()
      say(t(incident ? (status === 'RESOLVED' ? 'incident.over' : 'incident.told') : 'incident.opened'))
    },
  )
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(undefined)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(incident ? (resolve ? 'incident.resolveTitle' : 'incident.tellTitle') : 'incident.open')}
      description={t('incident.mails')}
    >
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('title', 'body', 'severity', 'status', 'startedAt')}
          <Field label={t('incident.title')} hint={t('incident.titleHint')} error={under('title') ?? meanwhile('title')}>
            <Input required maxLength={200} value={title} onValueChange={(title) => change({ ...values, title })} autoFocus={!incident} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('severity')} error={under('severity') ?? saved(meanwhile('severity'), t(`severities.${before.values.severity}`))}>
              <Select
                label={t('severity')}
                value={severity}
                onChange={(severity) => change({ ...values, severity })}
                choices={severities.map((value) => ({ value, label: t(`severities.${value}`), hint: t(`severityHints.${value}`) }))}
              />
            </Field>
            <Field label={t('step')} error={under('status') ?? saved(meanwhile('status'), t(`steps.${before.values.status}`))}>
              <Select
                label={t('step')}
                value={status}
                onChange={(status) => change({ ...values, status })}
                choices={steps.map((value) => ({ value, label: t(`steps.${value}`), hint: t(`stepHints.${value}`) }))}
              />
            </Field>
          </div>
          <Field label={t('incident.body')} hint={t('incident.bodyHint')} error={under('body')}>
            <Area required rows={5} maxLength={5000} value={body} onChange={(event) => setBody(event.target.value)} autoFocus={!!incident} />
          </Field>
          {!incident && (
            <Field label={`${t('began')} (${t('translation:optional')})`} hint={t('incident.beganHint')} error={under('startedAt')}>
              <Input type="datetime-local" value={began} onValueChange={setBegan} />
            </Field>
          )}
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t(incident ? (status === 'RESOLVED' ? 'incident.resolveSubmit' : 'incident.tellSubmit') : 'incident.openSubmit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
