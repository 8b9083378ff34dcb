import type { UserRowFragment, UserStatus } from '@contract'
import type { TFunction } from 'i18next'
import { Avatar } from '@/ui/avatar'
import { Badge, type Tone } from '@/ui/badge'

export type Words = TFunction<['users', 'translation']>

/** A cell is drawn once a row, so the list hands it the words. */
export function Person({ user, t }: { user: UserRowFragment; t: Words }) {
  return (
    <span className="flex items-center gap-3">
      <Avatar id={user.id} initials={user.initials} />
      <span className="min-w-0">
        <span className="block truncate font-medium">{user.displayName}</span>
        <span className="block truncate text-xs text-soft">{user.email}</span>
        {user.status !== 'ACTIVE' && <span className="block text-xs text-soft sm:hidden">{t(`state.${user.status}`)}</span>}
      </span>
    </span>
  )
}

const tones: Record<UserStatus, Tone> = { ACTIVE: 'good', PENDING: 'warn', SUSPENDED: 'bad', DELETED: 'plain' }

export function Status({ status, t }: { status: UserStatus; t: Words }) {
  return (
    <Badge tone={tones[status]} dot>
      {t(`state.${status}`)}
    </Badge>
  )
}

export function Roles({ user }: { user: UserRowFragment }) {
  const { roles } = user
  if (roles.length === 0) return <span className="text-soft">–</span>
  return (
    <span className="flex gap-1">
      <Badge tone="tint">{roles[0]?.name}</Badge>
      {roles.length > 1 && (
        <span title={roles.slice(1).map((one) => one.name).join(', ')}>
          <Badge>+{roles.length - 1}</Badge>
        </span>
      )}
    </span>
  )
}
