import {
  ServiceIncidentOpenDocument,
  ServiceIncidentUpdateDocument,
  type ServiceIncidentRowFragment,
  type ServiceIncidentSeverity,
  type ServiceIncidentStatus,
} from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
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

interface Written {
  title: string
  body: string
  startedAt: string | null
}

export function IncidentForm({ incident, resolve, onClose }: IncidentFormProps) {
  const { t } = useTranslation(['status', 'translation'])
  const [severity, setSeverity] = useState<ServiceIncidentSeverity>(incident?.severity ?? 'MAJOR')
  const [status, setStatus] = useState<ServiceIncidentStatus>(resolve ? 'RESOLVED' : (incident?.status ?? 'INVESTIGATING'))
  const { run, busy, under, above } = useChange(
    async ({ title, body, startedAt }: Written) =>
      incident
        ? settled(
            (await gql(ServiceIncidentUpdateDocument, { id: incident.id, input: { title, body, severity, status, expectedVersion: incident.version } })).serviceIncidentUpdate,
          )
        : settled((await gql(ServiceIncidentOpenDocument, { input: { title, body, severity, status, startedAt } })).serviceIncidentOpen),
    () => {
      onClose()
      say(t(incident ? (status === 'RESOLVED' ? 'incident.over' : 'incident.told') : 'incident.opened'))
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const began = String(form.get('startedAt') ?? '')
    run({ title: String(form.get('title')).trim(), body: String(form.get('body')).trim(), startedAt: began ? new Date(began).toISOString() : null })
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
          <Field label={t('incident.title')} hint={t('incident.titleHint')} error={under('title')}>
            <Input name="title" required maxLength={200} defaultValue={incident?.title} autoFocus={!incident} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('severity')} error={under('severity')}>
              <Select
                label={t('severity')}
                value={severity}
                onChange={setSeverity}
                choices={severities.map((value) => ({ value, label: t(`severities.${value}`), hint: t(`severityHints.${value}`) }))}
              />
            </Field>
            <Field label={t('step')} error={under('status')}>
              <Select
                label={t('step')}
                value={status}
                onChange={setStatus}
                choices={steps.map((value) => ({ value, label: t(`steps.${value}`), hint: t(`stepHints.${value}`) }))}
              />
            </Field>
          </div>
          <Field label={t('incident.body')} hint={t('incident.bodyHint')} error={under('body')}>
            <Area name="body" required rows={5} maxLength={5000} autoFocus={!!incident} />
          </Field>
          {!incident && (
            <Field label={`${t('began')} (${t('translation:optional')})`} hint={t('incident.beganHint')} error={under('startedAt')}>
              <Input name="startedAt" type="datetime-local" />
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
