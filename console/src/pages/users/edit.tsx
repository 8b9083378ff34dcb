import { UserUpdateDocument, type UserUpdateInput } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { say } from '@/ui/toast'
import type { DetailDialogOf } from './dialogs'
import { ProfileFields, profileOf, type Profile } from './profile-fields'

const plainName = ({ firstName, lastName }: { firstName: string; lastName: string }): string => `${firstName} ${lastName}`.trim()

/** Changes a profile; only what was changed here is sent. */
export function EditDialog({ user, profile, onClose }: DetailDialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  const now: Profile = { ...profile, displayName: user.displayName === plainName(profile) ? null : user.displayName }
  const { before, values, change, follow, meanwhile } = useBegun(now, user.version)
  const [title] = useState(user.displayName)
  const { run, busy, under, above, stale } = useChange(
    async (input: UserUpdateInput) => settled((await gql(UserUpdateDocument, { id: user.id, input: { ...input, expectedVersion: before.version } })).userUpdate),
    () => {
      onClose()
      say(t('edit.done', { name: user.displayName }))
    },
  )
  follow(stale)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const base = before.values
    const entries = Object.entries(profileOf(event.currentTarget)).filter(([name, value]) => value !== (base[name as keyof Profile] ?? null))
    if (entries.length === 0) return onClose()
    const input = Object.fromEntries(entries) as UserUpdateInput
    // A full name that is made of the others follows them.
    const follows = base.displayName === null && !('displayName' in input) && ('firstName' in input || 'lastName' in input)
    run(follows ? { ...input, displayName: null } : input)
  }
  return (
    <Dialog open onClose={onClose} title={t('edit.title', { name: title })} description={t('edit.text')}>
      <form onSubmit={submit} onInput={(event) => change({ ...values, ...profileOf(event.currentTarget) })} className="contents" noValidate>
        <DialogBody className="flex flex-col gap-4">
          {above('firstName', 'lastName', 'displayName', 'phone', 'externalId', 'timezone', 'locale')}
          <ProfileFields key={before.version} base={values} under={(name) => under(name) ?? meanwhile(name)} />
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
