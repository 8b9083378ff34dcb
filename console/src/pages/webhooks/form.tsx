import {
  readFragment,
  WebhookEndpointCreateDocument,
  WebhookEndpointDocument,
  WebhookEndpointRowFragmentDoc,
  WebhookEndpointUpdateDocument,
  type WebhookEndpointQuery,
  type WebhookEndpointRowFragment,
} from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { patchOf, sorted, useNewest } from '@/app/newest'
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

interface Values {
  name: string
  url: string
  selection: string
  events: string[]
}

export const endpointQuery = (id: string) => ({ queryKey: ['webhooks', 'one', id], queryFn: () => gql(WebhookEndpointDocument, { id }) })

const endpointOf = (data: WebhookEndpointQuery) => readFragment(WebhookEndpointRowFragmentDoc, data.webhookEndpoint)

const valuesOf = (endpoint: WebhookEndpointRowFragment | undefined): Values => ({
  name: endpoint?.name ?? '',
  url: endpoint?.url ?? '',
  selection: endpoint?.selection ?? '',
  events: sorted(endpoint?.events ?? []),
})

const inputOf = ({ name, url, selection, events }: Values) => ({ name: name.trim(), url: url.trim(), selection: selection.trim() || null, events })

export function EndpointForm({ endpoint: shown, onClose, onSecret }: EndpointFormProps) {
  const { t } = useTranslation(['webhooks', 'translation'])
  const own = useViewer().organization
  const { groups } = useEvents()
  const [organization, setOrganization] = useState<OrganizationChoice | null>(own ? { ...own, parent: null } : null)
  const endpoint = useNewest(shown, endpointQuery, endpointOf)
  const { before, values, change, follow, meanwhile } = useBegun(valuesOf(endpoint), endpoint?.version ?? 0)
  const events = new Set(values.events)
  const input = inputOf(values)
  const patch = patchOf(inputOf(before.values), input)
  const { run, busy, under, above, stale } = useChange(
    async () => {
      if (endpoint) {
        settled((await gql(WebhookEndpointUpdateDocument, { id: endpoint.id, input: { ...patch, expectedVersion: before.version } })).webhookEndpointUpdate)
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
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (endpoint && Object.keys(patch).length === 0) onClose()
    else run(undefined)
  }
  const told = (name: keyof Values) => under(name) ?? meanwhile(name)
  return (
    <Dialog wide open onClose={onClose} title={t(endpoint ? 'form.edit' : 'form.create')} description={endpoint ? undefined : t('form.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'url', 'selection', 'events', 'organizationId')}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('name')} error={told('name')}>
              <Input required maxLength={100} value={values.name} onValueChange={(name) => change({ ...values, name })} autoFocus />
            </Field>
            {!endpoint && (
              <Field label={t('organization')} hint={t('form.organizationHint')} error={under('organizationId')}>
                <OrganizationPicker label={t('organization')} value={organization} onChange={setOrganization} />
              </Field>
            )}
          </div>
          <Field label={t('url')} hint={t('form.urlHint')} error={told('url')}>
            <Input
              type="url"
              required
              maxLength={500}
              placeholder="https://hooks.northwind.test/tenantry"
              value={values.url}
              onValueChange={(url) => change({ ...values, url })}
            />
          </Field>
          <div className="flex flex-col gap-1.5">
            <span className="text-sm font-medium">
              {t('events')} <span className="font-normal text-soft tabular-nums">({t('eventCount', { count: events.size })})</span>
            </span>
            <Checklist label={t('events')} groups={groups} chosen={events} onChange={(next) => change({ ...values, events: sorted(next) })} search={t('form.findEvent')} />
            {told('events') && <p className="text-sm text-bad">{told('events')}</p>}
          </div>
          <Field label={`${t('selection')} (${t('translation:optional')})`} hint={t('form.selectionHint')} error={told('selection')}>
            <Area
              rows={4}
              maxLength={10_000}
              className="font-mono text-xs"
              value={values.selection}
              onChange={(event) => change({ ...values, selection: event.target.value })}
            />
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
