import { ApiServiceConfigureDocument, type ApiServiceQuery, type ApiServiceRowFragment } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Switch } from '@/ui/switch'
import { say } from '@/ui/toast'

interface Written {
  allowedNetworks: string[]
  allowedOrigins: string[]
  costPerMinute: number
  maxKeyDays: number | null
}

/** One entry a line. */
const lines = (text: FormDataEntryValue | null): string[] =>
  String(text ?? '')
    .split(/[\s,]+/)
    .filter((one) => one !== '')

export function ServiceForm({ service: shown, onClose }: { service: ApiServiceRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['api', 'translation'])
  const client = useQueryClient()
  // What was there when the form opened: a version seen later is somebody else's.
  const [service] = useState(shown)
  const [enabled, setEnabled] = useState(service.enabled)
  const { run, busy, under, above } = useChange(
    async (input: Written) =>
      settled((await gql(ApiServiceConfigureDocument, { input: { ...input, enabled, expectedVersion: service.version } })).apiServiceConfigure),
    ({ apiService }) => {
      // Known at once: whoever opens the form again right away must not meet the version before.
      if (apiService) client.setQueryData<ApiServiceQuery>(['apiService'], { apiService })
      onClose()
      say(t('service.saved'))
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const days = String(form.get('maxKeyDays')).trim()
    run({
      allowedNetworks: lines(form.get('allowedNetworks')),
      allowedOrigins: lines(form.get('allowedOrigins')),
      costPerMinute: Number(form.get('costPerMinute')),
      maxKeyDays: days ? Number(days) : null,
    })
  }
  return (
    <Dialog open onClose={onClose} title={t('service.configure')} description={t('service.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('allowedNetworks', 'allowedOrigins', 'costPerMinute', 'maxKeyDays')}
          <div className="flex items-center gap-3 rounded-xl border border-line p-3">
            <span className="grow text-sm">
              <span className="block font-medium">{t('service.enabled')}</span>
              <span className="block text-xs text-soft">{t('service.enabledHint')}</span>
            </span>
            <Switch label={t('service.enabled')} checked={enabled} onChange={setEnabled} />
          </div>
          <Field label={t('service.networks')} hint={t('service.networksHint')} error={under('allowedNetworks')}>
            <Area name="allowedNetworks" rows={3} className="font-mono text-xs" placeholder="198.51.100.0/24" defaultValue={service.allowedNetworks.join('\n')} />
          </Field>
          <Field label={t('service.origins')} hint={t('service.originsHint')} error={under('allowedOrigins')}>
            <Area
              name="allowedOrigins"
              rows={3}
              className="font-mono text-xs"
              placeholder="https://app.northwind.test"
              defaultValue={service.allowedOrigins.join('\n')}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('service.cost')} hint={t('service.costHint')} error={under('costPerMinute')}>
              <Input name="costPerMinute" type="number" required min={100} max={1_000_000} defaultValue={service.costPerMinute} />
            </Field>
            <Field label={`${t('service.days')} (${t('translation:optional')})`} hint={t('service.daysHint')} error={under('maxKeyDays')}>
              <Input name="maxKeyDays" type="number" min={1} max={3650} defaultValue={service.maxKeyDays ?? ''} />
            </Field>
          </div>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('translation:save')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
