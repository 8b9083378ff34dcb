import { UserUpdateDocument, type UserUpdateInput } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { say } from '@/ui/toast'
import type { DetailDialogOf } from './dialogs'
import { ProfileFields, profileOf } from './profile-fields'

const plainName = ({ firstName, lastName }: { firstName: string; lastName: string }): string => `${firstName} ${lastName}`.trim()

/** Changes a profile; only what was changed here is sent. */
export function EditDialog({ user, profile, onClose }: DetailDialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  // What was there when the form opened: a version seen later is somebody else's.
  const [{ base, version }] = useState(() => ({
    base: { ...profile, displayName: user.displayName === plainName(profile) ? null : user.displayName },
    version: user.version,
  }))
  const [title] = useState(user.displayName)
  const { run, busy, under, above } = useChange(
    async (input: UserUpdateInput) => settled((await gql(UserUpdateDocument, { id: user.id, input: { ...input, expectedVersion: version } })).userUpdate),
    () => {
      onClose()
      say(t('edit.done', { name: user.displayName }))
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entries = Object.entries(profileOf(event.currentTarget)).filter(([name, value]) => value !== (base[name as keyof typeof base] ?? null))
    if (entries.length === 0) return onClose()
    const input = Object.fromEntries(entries) as UserUpdateInput
    // A full name that is made of the others follows them.
    const follows = base.displayName === null && !('displayName' in input) && ('firstName' in input || 'lastName' in input)
    run(follows ? { ...input, displayName: null } : input)
  }
  return (
    <Dialog open onClose={onClose} title={t('edit.title', { name: title })} description={t('edit.text')}>
      <form onSubmit={submit} className="contents" noValidate>
        <DialogBody className="flex flex-col gap-4">
          {above('firstName', 'lastName', 'displayName', 'phone', 'externalId', 'timezone', 'locale')}
          <ProfileFields base={base} under={under} />
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
