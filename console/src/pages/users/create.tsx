import { readFragment, UserCreateDocument, UserRowFragmentDoc, type CredentialMode, type UserCreateInput } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { may, useViewer } from '@/app/session'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { SecretDialog } from '@/ui/secret-dialog'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import { AccessFields, accessInput, leastAccess } from './access-fields'
import { ProfileFields, profileOf } from './profile-fields'

interface CreateDialogProps {
  onClose: () => void
  onMade: (id: string) => void
  many: boolean
}

/** Adds one user with all that is known, by a mailed link or with a temporary password. */
export function CreateDialog({ onClose, onMade, many }: CreateDialogProps) {
  const { t, i18n } = useTranslation(['users', 'translation'])
  const viewer = useViewer()
  const [organization, setOrganization] = useState<OrganizationChoice | null>({ ...viewer.organization, parent: null })
  const [access, setAccess] = useState(leastAccess)
  const [mode, setMode] = useState<CredentialMode>('INVITE_LINK')
  const [secret, setSecret] = useState<{ name: string; password: string; id: string }>()
  const keyOf = useKeyOf()
  const staff = organization?.kind === 'RESELLER'
  // Staff choose their own password, whoever adds them.
  const temporary = !staff && may(viewer, 'TENANT_USER_CREATE')

  const { run, busy, under, above } = useChange(
    async (input: UserCreateInput) => settled((await gql(UserCreateDocument, { input: { ...input, idempotencyKey: keyOf(input) } })).userCreate),
    ({ user, temporaryPassword }) => {
      const made = readFragment(UserRowFragmentDoc, user)
      if (!made) return onClose()
      if (temporaryPassword) return setSecret({ name: made.displayName, password: temporaryPassword, id: made.id })
      onClose()
      say(t(mode === 'INVITE_LINK' ? 'create.invited' : 'create.done', { name: made.displayName, email: made.email }))
    },
  )
  if (secret) {
    return <SecretDialog title={t('password.title')} text={t('password.text', { name: secret.name })} label={t('password.label')} value={secret.password} onClose={() => onMade(secret.id)} />
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!organization) return
    const data = new FormData(event.currentTarget)
    run({
      ...profileOf(event.currentTarget),
      email: String(data.get('email')).trim(),
      primaryTenant: organization.id,
      credentialMode: temporary ? mode : 'INVITE_LINK',
      message: String(data.get('message') ?? '').trim() || null,
      ...accessInput(access, staff),
    })
  }
  const fields = ['firstName', 'lastName', 'email', 'phone', 'externalId', 'timezone', 'locale', 'message', 'primaryTenant', 'credentialMode', 'resellerRole', 'userType', 'access', 'roleIds', 'modules', 'subAccountIds']
  return (
    <Dialog open wide onClose={onClose} title={t('create.title')} description={t('create.text')}>
      <form onSubmit={submit} className="contents" noValidate>
        <DialogBody className="flex flex-col gap-5">
          {above(...fields)}
          {many && (
            <Field label={t('create.organization')} hint={t('create.organizationHint')} error={under('primaryTenant')}>
              <OrganizationPicker
                label={t('create.organization')}
                value={organization}
                onChange={(next) => {
                  setOrganization(next)
                  setAccess(leastAccess)
                }}
              />
            </Field>
          )}
          <Field label={t('create.email')} error={under('email')}>
            <Input name="email" type="email" required maxLength={200} autoComplete="off" />
          </Field>
          <ProfileFields under={under} base={{ locale: i18n.language }} required />
          {organization && <AccessFields organization={organization} value={access} onChange={setAccess} under={under} />}
          {temporary && (
            <Field label={t('create.credential')} error={under('credentialMode')}>
              <Select
                label={t('create.credential')}
                value={mode}
                onChange={setMode}
                choices={(['INVITE_LINK', 'TEMPORARY_PASSWORD'] as const).map((value) => ({ value, label: t(`create.mode.${value}`), hint: t(`create.modeText.${value}`) }))}
              />
            </Field>
          )}
          {(!temporary || mode === 'INVITE_LINK') && (
            <Field label={`${t('invitePeople.message')} (${t('translation:optional')})`} error={under('message')}>
              <Area name="message" maxLength={1000} rows={3} />
            </Field>
          )}
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!organization}>
            {t(temporary && mode === 'TEMPORARY_PASSWORD' ? 'create.submit' : 'create.submitInvite')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
