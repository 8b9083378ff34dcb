import { ApiCredentialCreateDocument, ApiCredentialUpdateDocument, type ApiCredentialRowFragment } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
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

interface Written {
  name: string
  costPerMinute: number | null
  expiresAt: string | null
  operations: string[]
}

/** A moment as a field of the browser wants it: local, to the minute. */
const local = (at: string) => new Date(Date.parse(at) - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

export function KeyForm({ credential, onClose, onSecret }: KeyFormProps) {
  const { t, i18n } = useTranslation(['api', 'translation'])
  const own = useViewer().organization
  const { service } = useService()
  const [organization, setOrganization] = useState<OrganizationChoice | null>(own ? { ...own, parent: null } : null)
  const [roles, setRoles] = useState<ReadonlySet<string>>(new Set(credential?.roles.map((one) => one.id)))
  const [operations, setOperations] = useState<ReadonlySet<string>>(new Set(credential?.operations))
  const [some, setSome] = useState((credential?.operations.length ?? 0) > 0)
  const before = credential?.expiresAt ? local(credential.expiresAt) : ''
  const known = useRoles(credential?.organization?.id ?? organization?.id)
  const { run, busy, under, above } = useChange(
    async (input: Written) => {
      if (credential) {
        settled((await gql(ApiCredentialUpdateDocument, { id: credential.id, input: { ...input, expectedVersion: credential.version } })).apiCredentialUpdate)
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
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name)).trim()
    run({
      name: text('name'),
      costPerMinute: text('costPerMinute') ? Number(text('costPerMinute')) : (credential?.costPerMinute ?? null),
      // The field knows no seconds: who leaves it alone keeps the moment as it is.
      expiresAt: text('expiresAt') === before ? (credential?.expiresAt ?? null) : text('expiresAt') ? new Date(text('expiresAt')).toISOString() : null,
      operations: some ? [...operations] : [],
    })
  }
  const number = new Intl.NumberFormat(i18n.language)
  const fields = ['name', 'organizationId', 'roleIds', 'operations', 'costPerMinute', 'expiresAt']
  return (
    <Dialog wide open onClose={onClose} title={t(credential ? 'form.edit' : 'create')} description={credential ? undefined : t('form.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above(...fields)}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('name')} hint={t('form.nameHint')} error={under('name')}>
              <Input name="name" required maxLength={100} defaultValue={credential?.name} autoFocus />
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
            onSome={setSome}
            chosen={operations}
            onChange={setOperations}
            error={under('operations')}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label={`${t('ends')} (${t('translation:optional')})`}
              hint={service?.maxKeyDays ? t('form.endsWithin', { count: service.maxKeyDays }) : t('form.endsHint')}
              error={under('expiresAt')}
            >
              <Input
                name="expiresAt"
                type="datetime-local"
                required={!!service?.maxKeyDays}
                defaultValue={before}
              />
            </Field>
            <Field
              label={`${t('cost')} (${t('translation:optional')})`}
              hint={service && t('form.costHint', { cost: number.format(service.costPerMinute) })}
              error={under('costPerMinute')}
            >
              <Input name="costPerMinute" type="number" min={1} max={service?.costPerMinute} defaultValue={credential?.costPerMinute ?? ''} />
            </Field>
          </div>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            busy={busy}
            disabled={(!credential && (!organization || roles.size === 0)) || (some && operations.size === 0)}
          >
            {t(credential ? 'translation:save' : 'create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
