import {
  ApiCredentialCreateDocument,
  ApiCredentialDocument,
  ApiCredentialRowFragmentDoc,
  ApiCredentialUpdateDocument,
  readFragment,
  type ApiCredentialQuery,
  type ApiCredentialRowFragment,
} from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { patchOf, sorted, useNewest, useSaved } from '@/app/newest'
import { useViewer } from '@/app/session'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'
import { Operations, Roles, useRoles } from './rights'
import { useService } from './service'

interface KeyFormProps {
  /** The key to change; without one another is made. */
  credential?: ApiCredentialRowFragment | undefined
  onClose: () => void
  onSecret: (secret: string) => void
}

interface Values {
  name: string
  costPerMinute: string
  /** As a field of the browser has it, which knows no seconds: who leaves it alone keeps the moment as it is. */
  expiresAt: string
  /** Only those chosen, or whatever the roles allow; the choice is kept for whoever thinks twice. */
  operations: { some: boolean; chosen: string[] }
}

export const keyQuery = (id: string) => ({ queryKey: ['apiCredentials', 'one', id], queryFn: () => gql(ApiCredentialDocument, { id }) })

const keyOf = (data: ApiCredentialQuery) => readFragment(ApiCredentialRowFragmentDoc, data.apiCredential)

/** A moment as a field of the browser wants it: local, to the minute. */
const local = (at: string) => new Date(Date.parse(at) - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

const valuesOf = (credential: ApiCredentialRowFragment | undefined): Values => ({
  name: credential?.name ?? '',
  costPerMinute: String(credential?.costPerMinute ?? ''),
  expiresAt: credential?.expiresAt ? local(credential.expiresAt) : '',
  operations: { some: (credential?.operations.length ?? 0) > 0, chosen: sorted(credential?.operations ?? []) },
})

const inputOf = ({ name, costPerMinute, expiresAt, operations: { some, chosen } }: Values) => ({
  name: name.trim(),
  // Nothing said stands for the budget as it is.
  ...(costPerMinute && { costPerMinute: Number(costPerMinute) }),
  expiresAt: expiresAt ? new Date(expiresAt).toISOString() : null,
  operations: some ? chosen : [],
})

export function KeyForm({ credential: shown, onClose, onSecret }: KeyFormProps) {
  const { t, i18n } = useTranslation(['api', 'translation'])
  const own = useViewer().organization
  const { service } = useService()
  const [organization, setOrganization] = useState<OrganizationChoice | null>(own ? { ...own, parent: null } : null)
  const [roles, setRoles] = useState<ReadonlySet<string>>(new Set(shown?.roles.map((one) => one.id)))
  const credential = useNewest(shown, keyQuery, keyOf)
  const { before, values, change, follow, meanwhile } = useBegun(valuesOf(credential), credential?.version ?? 0)
  const { some, chosen } = values.operations
  const saved = useSaved()
  const input = inputOf(values)
  const patch = patchOf(inputOf(before.values), input)
  const known = useRoles(credential?.organization?.id ?? organization?.id)
  const { run, busy, under, above, stale } = useChange(
    async () => {
      if (credential) {
        settled((await gql(ApiCredentialUpdateDocument, { id: credential.id, input: { ...patch, expectedVersion: before.version } })).apiCredentialUpdate)
        return null
      }
      return settled(
        (await gql(ApiCredentialCreateDocument, { input: { ...input, organizationId: organization?.id ?? '', roleIds: [...roles] } })).apiCredentialCreate,
      )
    },
    (answer) => {
      onClose()
      if (answer?.secret) onSecret(answer.secret)
      else say(t('form.saved'))
    },
  )
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (credential && Object.keys(patch).length === 0) onClose()
    else run(undefined)
  }
  const text = (name: Exclude<keyof Values, 'operations'>) => ({ value: values[name], onValueChange: (next: string) => change({ ...values, [name]: next }) })
  const setOperations = (next: Partial<Values['operations']>) => change({ ...values, operations: { ...values.operations, ...next } })
  const theirs = before.values
  const ends = theirs.expiresAt && new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(theirs.expiresAt))
  const number = new Intl.NumberFormat(i18n.language)
  const fields = ['name', 'organizationId', 'roleIds', 'operations', 'costPerMinute', 'expiresAt']
  return (
    <Dialog wide open onClose={onClose} title={t(credential ? 'form.edit' : 'create')} description={credential ? undefined : t('form.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above(...fields)}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('name')} hint={t('form.nameHint')} error={under('name') ?? meanwhile('name')}>
              <Input {...text('name')} required maxLength={100} autoFocus />
            </Field>
            {!credential && (
              <Field label={t('organization')} hint={t('form.organizationHint')} error={under('organizationId')}>
                <OrganizationPicker
                  label={t('organization')}
                  value={organization}
                  onChange={(next) => {
                    setOrganization(next)
                    setRoles(new Set())
                  }}
                />
              </Field>
            )}
          </div>
          {!credential && <Roles roles={known} chosen={roles} onChange={setRoles} error={under('roleIds')} />}
          <Operations
            held={known.filter((one) => roles.has(one.id))}
            some={some}
            onSome={(some) => setOperations({ some })}
            chosen={new Set(chosen)}
            onChange={(next) => setOperations({ chosen: sorted(next) })}
            error={under('operations') ?? saved(meanwhile('operations'), theirs.operations.some ? theirs.operations.chosen.join(', ') : t('allOperations'))}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label={`${t('ends')} (${t('translation:optional')})`}
              hint={service?.maxKeyDays ? t('form.endsWithin', { count: service.maxKeyDays }) : t('form.endsHint')}
              error={under('expiresAt') ?? saved(meanwhile('expiresAt'), ends)}
            >
              <Input {...text('expiresAt')} type="datetime-local" required={!!service?.maxKeyDays} />
            </Field>
            <Field
              label={`${t('cost')} (${t('translation:optional')})`}
              hint={service && t('form.costHint', { cost: number.format(service.costPerMinute) })}
              error={under('costPerMinute') ?? meanwhile('costPerMinute')}
            >
              <Input {...text('costPerMinute')} type="number" min={1} max={service?.costPerMinute} />
            </Field>
          </div>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            busy={busy}
            disabled={(!credential && (!organization || roles.size === 0)) || (some && chosen.length === 0)}
          >
            {t(credential ? 'translation:save' : 'create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
