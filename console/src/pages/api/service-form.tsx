import { ApiServiceConfigureDocument, type ApiServiceQuery, type ApiServiceRowFragment } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { patchOf, useSaved } from '@/app/newest'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Switch } from '@/ui/switch'
import { say } from '@/ui/toast'

interface Values {
  enabled: boolean
  allowedNetworks: string
  allowedOrigins: string
  costPerMinute: string
  maxKeyDays: string
}

/** One entry a line. */
const lines = (text: string): string[] => text.split(/[\s,]+/).filter((one) => one !== '')

const valuesOf = (service: ApiServiceRowFragment): Values => ({
  enabled: service.enabled,
  allowedNetworks: service.allowedNetworks.join('\n'),
  allowedOrigins: service.allowedOrigins.join('\n'),
  costPerMinute: String(service.costPerMinute),
  maxKeyDays: String(service.maxKeyDays ?? ''),
})

const inputOf = ({ enabled, allowedNetworks, allowedOrigins, costPerMinute, maxKeyDays }: Values) => ({
  enabled,
  allowedNetworks: lines(allowedNetworks),
  allowedOrigins: lines(allowedOrigins),
  costPerMinute: Number(costPerMinute),
  maxKeyDays: maxKeyDays ? Number(maxKeyDays) : null,
})

export function ServiceForm({ service, onClose }: { service: ApiServiceRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['api', 'translation'])
  const client = useQueryClient()
  const { before, values, change, follow, meanwhile } = useBegun(valuesOf(service), service.version)
  const { enabled } = values
  const saved = useSaved()
  const patch = patchOf(inputOf(before.values), inputOf(values))
  const { run, busy, under, above, stale } = useChange(
    async () => settled((await gql(ApiServiceConfigureDocument, { input: { ...patch, expectedVersion: before.version } })).apiServiceConfigure),
    ({ apiService }) => {
      // Known at once: whoever opens the form again right away must not meet the version before.
      if (apiService) client.setQueryData<ApiServiceQuery>(['apiService'], { apiService })
      onClose()
      say(t('service.saved'))
    },
  )
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(patch).length === 0) onClose()
    else run(undefined)
  }
  const told = (name: keyof Values) => under(name) ?? meanwhile(name)
  const enabledTold = saved(meanwhile('enabled'), t(before.values.enabled ? 'service.on' : 'service.off'))
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
            <Switch label={t('service.enabled')} checked={enabled} onChange={(enabled) => change({ ...values, enabled })} />
          </div>
          {enabledTold && <p className="-mt-2 text-sm text-bad">{enabledTold}</p>}
          <Field label={t('service.networks')} hint={t('service.networksHint')} error={told('allowedNetworks')}>
            <Area
              rows={3}
              className="font-mono text-xs"
              placeholder="198.51.100.0/24"
              value={values.allowedNetworks}
              onChange={(event) => change({ ...values, allowedNetworks: event.target.value })}
            />
          </Field>
          <Field label={t('service.origins')} hint={t('service.originsHint')} error={told('allowedOrigins')}>
            <Area
              rows={3}
              className="font-mono text-xs"
              placeholder="https://app.northwind.test"
              value={values.allowedOrigins}
              onChange={(event) => change({ ...values, allowedOrigins: event.target.value })}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('service.cost')} hint={t('service.costHint')} error={told('costPerMinute')}>
              <Input
                type="number"
                required
                min={100}
                max={1_000_000}
                value={values.costPerMinute}
                onValueChange={(costPerMinute) => change({ ...values, costPerMinute })}
              />
            </Field>
            <Field label={`${t('service.days')} (${t('translation:optional')})`} hint={t('service.daysHint')} error={told('maxKeyDays')}>
              <Input type="number" min={1} max={3650} value={values.maxKeyDays} onValueChange={(maxKeyDays) => change({ ...values, maxKeyDays })} />
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
