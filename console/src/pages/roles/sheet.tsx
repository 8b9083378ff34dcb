import { PermissionMatrixDocument, readFragment, RoleRowFragmentDoc, type Permission, type RoleRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Ban, Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Badge } from '@/ui/badge'
import { cn } from '@/ui/cn'
import { Confirm } from '@/ui/confirm'
import { Facts } from '@/ui/facts'
import { Sheet } from '@/ui/sheet'
import { Switch } from '@/ui/switch'
import { RoleMenu, type RoleDialog } from './actions'
import { useFactor, useRole } from './dialogs'
import { groupNames, permissionsOf } from './permissions'
import { useRoleText } from './role-text'

interface RoleSheetProps {
  id: string
  onClose: () => void
  onDialog: (dialog: RoleDialog) => void
}

/** One role beside the list: what it is for, what it gives, and what it refuses. */
export function RoleSheet({ id, onClose, onDialog }: RoleSheetProps) {
  const { t } = useTranslation(['roles', 'translation'])
  const read = useRole(id)
  const matrix = useQuery({ queryKey: ['roles', 'matrix'], queryFn: () => gql(PermissionMatrixDocument), staleTime: 300_000 })
  const role = readFragment(RoleRowFragmentDoc, read.data)
  const textOf = useRoleText()
  const rows = matrix.data?.permissionMatrix
  const denied = rows?.find((one) => one.roleKey === role?.key)?.denied ?? []
  return (
    <Sheet read={read} row={role} title={role?.name} description={role ? textOf(role) || undefined : undefined} list={t('title')} onClose={onClose}>
      {(role) => (
        <>
          <div className="flex items-center gap-2">
            <Badge tone={role.system ? 'plain' : 'tint'}>{t(`families.${role.family}`)}</Badge>
            {read.data?.userCount != null && <span className="text-sm text-soft">{t('sheet.people', { count: read.data.userCount })}</span>}
            <span className="grow" />
            <RoleMenu role={role} onDialog={onDialog} />
          </div>
          <Factor role={role} />
          <Facts
            title={t('sheet.facts')}
            facts={[
              [t('family'), t(`familyText.${role.family}`)],
              [t('owner'), role.organization?.name ?? (role.system ? t('builtIn') : null)],
              [t('sheet.key'), role.system && <code key="key" className="font-mono text-xs">{role.key}</code>],
            ]}
          />
          <Conflicts role={role} permissionRoles={rows?.filter((one) => one.family === 'PERMISSION') ?? []} />
          <Permissions title={`${t('sheet.allows')} · ${t('permissionCount', { count: role.permissions.length })}`} permissions={role.permissions} />
          {denied.length > 0 && <Permissions title={t('sheet.denies')} permissions={denied} refused />}
        </>
      )}
    </Sheet>
  )
}

function Factor({ role }: { role: RoleRowFragment }) {
  const { t } = useTranslation(['roles', 'translation'])
  const { set, busy } = useFactor()
  const [asking, setAsking] = useState(false)
  const may = role.viewerActions.includes('SET_TWO_FACTOR')
  return (
    <section className="flex items-center gap-4 rounded-xl border border-line px-4 py-3">
      <div className="min-w-0 grow">
        <h3 className="text-sm font-semibold">{t('factor')}</h3>
        <p className="text-sm text-soft">{t('sheet.factorText')}</p>
      </div>
      {may ? (
        <Switch
          label={t('sheet.factorText')}
          checked={role.twoFactorRequired}
          disabled={busy}
          onChange={(on) => (on ? setAsking(true) : set({ role, required: false }))}
        />
      ) : (
        <Badge tone={role.twoFactorRequired ? 'good' : 'plain'}>{t(role.twoFactorRequired ? 'factorOn' : 'factorOff')}</Badge>
      )}
      {asking && (
        <Confirm
          title={t('factorDialog.on', { name: role.name })}
          text={t('factorDialog.onText')}
          submit={t('factorDialog.submit')}
          danger={false}
          busy={busy}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            set({ role, required: true })
          }}
        />
      )}
    </section>
  )
}

/** Of the permission roles, what somebody who only reads may have beside his own. */
const harmless = ['account.user', 'account.service.status']

function Conflicts({ role, permissionRoles }: { role: RoleRowFragment; permissionRoles: readonly { roleKey: string; name: string }[] }) {
  const { t } = useTranslation(['roles', 'translation'])
  const reader = ['reseller_viewer', 'viewer', 'analyst'].includes(role.key)
  const refusedToViewers = role.family === 'PERMISSION' && !harmless.includes(role.key)
  if (!reader && !refusedToViewers) return null
  const names = role.key === 'reseller_viewer' ? permissionRoles.filter((one) => !harmless.includes(one.roleKey)).map((one) => one.name) : []
  return (
    <section className="rounded-xl bg-warn-tint p-4 text-sm">
      <h3 className="font-semibold text-warn">{t('sheet.conflicts')}</h3>
      {names.length > 0 && <p className="mt-1 font-medium">{names.join(', ')}</p>}
      <p className="mt-1">{t(refusedToViewers ? 'sheet.viewerText' : names.length > 0 ? 'sheet.conflictsText' : 'sheet.readerText')}</p>
    </section>
  )
}

/** Permissions by what they are about, in plain words. */
export function Permissions({ title, permissions, refused }: { title: string; permissions: readonly Permission[]; refused?: boolean }) {
  const { t } = useTranslation(['permissions', 'translation'])
  const Icon = refused ? Ban : Check
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      <div className="divide-y divide-line rounded-xl border border-line text-sm">
        {groupNames.map((group) => {
          const listed = permissionsOf(group).filter((one) => permissions.includes(one))
          return (
            listed.length > 0 && (
              <div key={group} className="px-4 py-3">
                <h4 className="mb-1 text-xs font-medium text-soft">{t(`groups.${group}`)}</h4>
                <ul className="space-y-1">
                  {listed.map((one) => (
                    <li key={one} className="flex items-start gap-2">
                      <Icon className={cn('mt-0.5 size-4 shrink-0', refused ? 'text-bad' : 'text-good')} aria-hidden />
                      {t(`of.${one}`)}
                    </li>
                  ))}
                </ul>
              </div>
            )
          )
        })}
      </div>
    </section>
  )
}
