import { WebhookEndpointCreateDocument, WebhookEndpointUpdateDocument, type WebhookEndpointRowFragment } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useViewer } from '@/app/session'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import { Button } from '@/ui/button'
import { Checklist } from '@/ui/checklist'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'
import { useEvents } from './events'

interface EndpointFormProps {
  /** The endpoint to change; without one another is made. */
  endpoint?: WebhookEndpointRowFragment | undefined
  onClose: () => void
  onSecret: (secret: string) => void
}

interface Written {
  name: string
  url: string
  selection: string | null
  events: string[]
}

export function EndpointForm({ endpoint, onClose, onSecret }: EndpointFormProps) {
  const { t } = useTranslation(['webhooks', 'translation'])
  const own = useViewer().organization
  const { groups } = useEvents()
  const [events, setEvents] = useState<ReadonlySet<string>>(new Set(endpoint?.events))
  const [organization, setOrganization] = useState<OrganizationChoice | null>(own ? { ...own, parent: null } : null)
  const { run, busy, under, above } = useChange(
    async (input: Written) => {
      if (endpoint) {
        settled((await gql(WebhookEndpointUpdateDocument, { id: endpoint.id, input: { ...input, expectedVersion: endpoint.version } })).webhookEndpointUpdate)
        return null
      }
      return settled((await gql(WebhookEndpointCreateDocument, { input: { ...input, organizationId: organization?.id ?? '' } })).webhookEndpointCreate)
    },
    (answer) => {
      onClose()
      if (answer?.secret) onSecret(answer.secret)
      else say(t(endpoint ? 'form.saved' : 'form.made'))
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name)).trim()
    run({ name: text('name'), url: text('url'), selection: text('selection') || null, events: [...events] })
  }
  return (
    <Dialog wide open onClose={onClose} title={t(endpoint ? 'form.edit' : 'form.create')} description={endpoint ? undefined : t('form.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'url', 'selection', 'events', 'organizationId')}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('name')} error={under('name')}>
              <Input name="name" required maxLength={100} defaultValue={endpoint?.name} autoFocus />
            </Field>
            {!endpoint && (
              <Field label={t('organization')} hint={t('form.organizationHint')} error={under('organizationId')}>
                <OrganizationPicker label={t('organization')} value={organization} onChange={setOrganization} />
              </Field>
            )}
          </div>
          <Field label={t('url')} hint={t('form.urlHint')} error={under('url')}>
            <Input name="url" type="url" required maxLength={500} placeholder="https://hooks.northwind.test/tenantry" defaultValue={endpoint?.url} />
          </Field>
          <div className="flex flex-col gap-1.5">
            <span className="text-sm font-medium">
              {t('events')} <span className="font-normal text-soft tabular-nums">({t('eventCount', { count: events.size })})</span>
            </span>
            <Checklist label={t('events')} groups={groups} chosen={events} onChange={setEvents} search={t('form.findEvent')} />
            {under('events') && <p className="text-sm text-bad">{under('events')}</p>}
          </div>
          <Field label={`${t('selection')} (${t('translation:optional')})`} hint={t('form.selectionHint')} error={under('selection')}>
            <Area name="selection" rows={4} maxLength={10_000} className="font-mono text-xs" defaultValue={endpoint?.selection ?? ''} />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={events.size === 0 || (!endpoint && !organization)}>
            {t(endpoint ? 'translation:save' : 'form.create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
