import { readFragment, RoleDeleteDocument, RoleDetailDocument, RoleRowFragmentDoc, RoleTwoFactorSetDocument, type RoleRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { Checkbox } from '@/ui/checkbox'
import { Confirm } from '@/ui/confirm'
import { say } from '@/ui/toast'
import { RoleEditor } from './editor'

/** One role, asked for by its id; null when it is gone or hidden. */
export function useRole(id: string | undefined) {
  return useQuery({
    queryKey: ['roles', 'detail', id],
    queryFn: async () => {
      const { node } = await gql(RoleDetailDocument, { id: id! })
      return node?.__typename === 'Role' ? node : null
    },
    enabled: !!id,
  })
}

/** Sets whether holders of a role need a second factor; what was set can be taken back. */
export function useFactor() {
  const { t } = useTranslation(['roles', 'translation'])
  const { mutate, isPending } = useAction(
    async ({ role, required }: { role: RoleRowFragment; required: boolean }) =>
      settled((await gql(RoleTwoFactorSetDocument, { id: role.id, required })).roleTwoFactorSet),
    (_, { role, required }) =>
      say(t(required ? 'factorDialog.doneOn' : 'factorDialog.doneOff', { name: role.name }), {
        label: t('translation:undo'),
        run: () => mutate({ role, required: !required }),
      }),
  )
  return { set: mutate, busy: isPending }
}

/** The editor, and the role as of now: after somebody else's change the next try begins from that. */
export function EditDialog({ role, onClose }: { role: RoleRowFragment; onClose: () => void }) {
  const { data } = useRole(role.id)
  return <RoleEditor role={readFragment(RoleRowFragmentDoc, data) ?? role} onClose={onClose} />
}

interface RemoveDialogProps {
  role: RoleRowFragment
  onClose: () => void
  onDone: () => void
}

export function RemoveDialog({ role, onClose, onDone }: RemoveDialogProps) {
  const { t } = useTranslation(['roles', 'translation'])
  const { data } = useRole(role.id)
  const { version } = readFragment(RoleRowFragmentDoc, data) ?? role
  const [unassign, setUnassign] = useState(false)
  const held = data?.userCount ?? 0
  const { run, busy, above } = useChange(
    async () => settled((await gql(RoleDeleteDocument, { id: role.id, input: { expectedVersion: version, unassign } })).roleDelete),
    () => {
      onDone()
      say(t('remove.done', { name: role.name }))
    },
  )
  return (
    <Confirm
      title={t('remove.title', { name: role.name })}
      text={t('remove.text')}
      submit={t('remove.submit')}
      busy={busy}
      onConfirm={() => run(undefined)}
      onClose={onClose}
      type={{ word: role.name, label: t('remove.confirm', { name: role.name }) }}
      above={above()}
    >
      {held > 0 && (
        <div className="rounded-xl bg-warn-tint p-4 text-sm">
          <p className="text-warn">{t('remove.held', { count: held })}</p>
          <label className="mt-2 flex cursor-pointer items-center gap-2.5 font-medium">
            <Checkbox label={t('remove.unassign')} checked={unassign} onChange={setUnassign} />
            {t('remove.unassign')}
          </label>
        </div>
      )}
    </Confirm>
  )
}
