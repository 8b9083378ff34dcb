import {
  readFragment,
  RoleCreateDocument,
  RoleRowFragmentDoc,
  RolesDocument,
  RoleUpdateDocument,
  type Permission,
  type RoleRowFragment,
} from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useViewer } from '@/app/session'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import { Button } from '@/ui/button'
import { Checklist } from '@/ui/checklist'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import { allPermissions, barred, groupNames, permissionsOf } from './permissions'

interface RoleEditorProps {
  /** The role to change; without it a new one is made, perhaps from another. */
  role?: RoleRowFragment
  from?: RoleRowFragment | undefined
  onClose: () => void
  onDone?: (id: string) => void
}

/** Makes a custom role or changes one; what its author cannot give cannot be chosen. */
export function RoleEditor({ role, from, onClose, onDone }: RoleEditorProps) {
  const { t } = useTranslation(['roles', 'permissions', 'translation'])
  const viewer = useViewer()
  // What was there when the form opened, and what the choices here are laid over: a version seen later is somebody else's.
  const [opened] = useState(role)
  const [base, setBase] = useState(role)
  const [source, setSource] = useState(from)
  const [name, setName] = useState(role?.name ?? (from ? t('edit.copyOf', { name: from.name }) : ''))
  const [description, setDescription] = useState(role?.description ?? from?.description ?? '')
  const [organization, setOrganization] = useState(role?.organization?.id ?? viewer.organization.id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(role?.permissions ?? from?.permissions))

  const staff = viewer.organization.kind === 'RESELLER'
  const ofReseller = staff && organization === viewer.organization.id
  const barOf = (one: Permission) => barred(one, { permissions: viewer.permissions, staff }, ofReseller)
  const permissions = allPermissions.filter((one) => chosen.has(one) && !barOf(one))
  const leftOut = allPermissions.filter((one) => chosen.has(one) && barOf(one)).length

  const values = { name: name.trim(), description: description.trim() || null, permissions }
  const changes = base && changesOf(base, values)
  const { run, busy, under, above, refusals } = useChange(
    async () =>
      role
        ? settled((await gql(RoleUpdateDocument, { id: role.id, input: { ...changes, expectedVersion: base?.version } })).roleUpdate)
        : settled((await gql(RoleCreateDocument, { input: { ...values, organizationId: organization } })).roleCreate),
    (answer) => {
      const saved = readFragment(RoleRowFragmentDoc, answer.role)
      onClose()
      say(t(role ? 'edit.saved' : 'edit.created', { name: name.trim() }))
      if (saved && !role) onDone?.(saved.id)
    },
  )
  // After a refusal the new state comes in, with what was changed here laid over it; nothing of it is undone unseen.
  if (role && base && role.version !== base.version && refusals.some((one) => one.code === 'STALE')) {
    setBase(role)
    if (values.name === base.name) setName(role.name)
    if (values.description === (base.description || null)) setDescription(role.description ?? '')
    setChosen(new Set([...role.permissions.filter((one) => chosen.has(one) || !base.permissions.includes(one)), ...[...chosen].filter((one) => !base.permissions.some((had) => had === one))]))
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (changes && Object.keys(changes).length === 0) onClose()
    else run(undefined)
  }
  const copyFrom = (next: RoleRowFragment | undefined) => {
    setSource(next)
    setChosen(new Set(next?.permissions))
    if (next && !name) setName(t('edit.copyOf', { name: next.name }))
  }
  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title={role ? t('edit.title', { name: role.name }) : t('edit.newTitle')}
      description={role ? t('edit.text') : t('edit.newText')}
    >
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'description', 'organizationId')}
          {opened && base && opened !== base && <Difference from={opened.permissions} to={base.permissions} gained={t('edit.gainedMeanwhile')} lost={t('edit.lostMeanwhile')} />}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('edit.name')} error={under('name')}>
              <Input value={name} onValueChange={setName} maxLength={100} placeholder={t('edit.namePlaceholder')} autoFocus required />
            </Field>
            {!role && (
              <Field label={t('edit.organization')} error={under('organizationId')}>
                <OrganizationChoiceOf label={t('edit.organization')} value={organization} onChange={(id) => id && setOrganization(id)} />
              </Field>
            )}
          </div>
          <Field label={`${t('edit.description')} (${t('translation:optional')})`} error={under('description')}>
            <Area value={description} onChange={(event) => setDescription(event.target.value)} maxLength={500} rows={2} />
          </Field>
          {!role && <Source value={source} onChange={copyFrom} />}
          {leftOut > 0 && source && (
            <p role="status" className="rounded-lg bg-warn-tint px-3 py-2 text-sm text-warn">
              {t('edit.leftOut', { count: leftOut, name: source.name })}
            </p>
          )}
          <div>
            <p className="mb-1.5 flex items-baseline justify-between gap-3 text-sm">
              <span className="font-medium">{t('edit.permissions')}</span>
              <span className="text-xs text-soft" aria-live="polite">
                {t('edit.chosen', { count: permissions.length })}
              </span>
            </p>
            <Checklist
              label={t('edit.permissions')}
              search={t('edit.search')}
              chosen={new Set(permissions)}
              onChange={setChosen}
              groups={groupNames.map((group) => ({
                key: group,
                title: t(`permissions:groups.${group}`),
                items: permissionsOf(group).map((one) => {
                  const bar = barOf(one)
                  return { key: one, label: t(`permissions:of.${one}`), hint: bar && t(`edit.${bar}`), disabled: !!bar }
                }),
              }))}
            />
          </div>
          {base && changes?.permissions && <Difference from={base.permissions} to={permissions} gained={t('edit.gained')} lost={t('edit.lost')} />}
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!name.trim() || permissions.length === 0}>
            {role ? t('translation:save') : t('edit.create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

interface Values {
  name: string
  description: string | null
  permissions: Permission[]
}

/** What the form changes of a role. */
function changesOf(base: RoleRowFragment, { name, description, permissions }: Values): Partial<Values> {
  const same = permissions.length === base.permissions.length && permissions.every((one) => base.permissions.includes(one))
  return {
    ...(name !== base.name && { name }),
    ...(description !== (base.description || null) && { description }),
    ...(!same && { permissions }),
  }
}

/** Another role whose permissions the new one begins with. */
function Source({ value, onChange }: { value: RoleRowFragment | undefined; onChange: (role: RoleRowFragment | undefined) => void }) {
  const { t } = useTranslation(['roles', 'translation'])
  const variables = { first: 100 }
  const { data } = useQuery({ queryKey: ['roles', 'sources'], queryFn: () => gql(RolesDocument, variables), staleTime: 60_000 })
  const roles = readFragment(RoleRowFragmentDoc, data?.roles?.nodes ?? [])
  const offered = value && !roles.some((one) => one.id === value.id) ? [value, ...roles] : roles
  return (
    <Field label={t('edit.from')}>
      <Select
        label={t('edit.from')}
        value={value?.id ?? ''}
        onChange={(id) => onChange(offered.find((one) => one.id === id))}
        choices={[
          { value: '', label: t('edit.fromNothing') },
          ...offered.map((one) => ({ value: one.id, label: one.name, hint: t(`families.${one.family}`) })),
        ]}
      />
    </Field>
  )
}

interface DifferenceProps {
  from: readonly Permission[]
  to: readonly Permission[]
  gained: string
  lost: string
}

/** What a role has more, and what less, under a word for each. */
function Difference({ from, to, gained, lost }: DifferenceProps) {
  const { t } = useTranslation(['permissions', 'translation'])
  const parts = [
    { title: gained, look: 'text-good', of: to.filter((one) => !from.includes(one)) },
    { title: lost, look: 'text-bad', of: from.filter((one) => !to.includes(one)) },
  ]
  if (parts.every(({ of }) => of.length === 0)) return null
  return (
    <div className="grid gap-3 rounded-xl border border-line p-4 text-sm sm:grid-cols-2" aria-live="polite">
      {parts.map(
        ({ title, look, of }) =>
          of.length > 0 && (
            <div key={title}>
              <p className={`mb-1 font-medium ${look}`}>{title}</p>
              <ul className="space-y-0.5">
                {of.map((one) => (
                  <li key={one}>{t(`permissions:of.${one}`)}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </div>
  )
}
