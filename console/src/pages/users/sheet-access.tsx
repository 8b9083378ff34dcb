import '@/pages/roles/permission-words'
import '@/pages/roles/words'
import { MembershipRowFragmentDoc, readFragment, RoleGrantRowFragmentDoc, type MembershipRowFragment, type RoleGrantRowFragment } from '@contract'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoleText } from '@/pages/roles/role-text'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { MembershipDialog, type MembershipAsk } from './membership'
import type { UserDialog } from './actions'
import type { SheetPart } from './sheet-profile'

/** What the user holds, what each role of it allows, and where the user is a member. */
export function SheetAccess({ user, row, onDialog }: SheetPart & { onDialog: (dialog: UserDialog) => void }) {
  const { t } = useTranslation(['users', 'permissions', 'translation'])
  const [ask, setAsk] = useState<MembershipAsk>()
  const textOf = useRoleText()
  // The server tells of grants that ended lately as well.
  const grants = readFragment(RoleGrantRowFragmentDoc, user.grants ?? []).filter(({ expiresAt }) => !expiresAt || Date.parse(expiresAt) > Date.now())
  const toCome = grants.filter((grant) => !user.roles.some((role) => role.id === grant.role.id))
  const keys = new Map(row.roles.map(({ id, key }) => [id, key]))
  const memberships = readFragment(MembershipRowFragmentDoc, user.memberships ?? [])
  return (
    <div className="space-y-6">
      <section>
        <div className="mb-2 flex items-center gap-2">
          <h3 className="grow text-sm font-semibold">{t('sheet.roles')}</h3>
          {row.viewerActions.includes('CHANGE_ROLE') && (
            <Button size="sm" onClick={() => onDialog({ kind: 'CHANGE_ROLE', user: row })}>
              {t('action.CHANGE_ROLE')}
            </Button>
          )}
        </div>
        <ul className="divide-y divide-line rounded-xl border border-line text-sm">
          {user.roles.length === 0 && <li className="px-3 py-2.5 text-soft">{t('sheet.noRoles')}</li>}
          {user.roles.map((role) => {
            const held = grants.filter((grant) => grant.role.id === role.id)
            const text = textOf({ key: keys.get(role.id) ?? '', system: role.family !== 'CUSTOM', description: role.description })
            return (
              <li key={role.id}>
                <details className="group">
                  <summary className="flex cursor-pointer list-none items-center gap-2 px-3 py-2.5 [&::-webkit-details-marker]:hidden">
                    <ChevronRight className="size-4 text-soft transition-transform group-open:rotate-90" aria-hidden />
                    <span className="min-w-0 grow">
                      <span className="block font-medium">{role.name}</span>
                      {held.map((grant, i) => (
                        <Extent key={i} grant={grant} />
                      ))}
                    </span>
                    <Badge>{t('sheet.permissions', { count: role.permissions.length })}</Badge>
                  </summary>
                  <div className="border-t border-line bg-ground px-4 py-3">
                    {text && <p className="mb-2 text-xs text-soft">{text}</p>}
                    <ul className="list-disc space-y-0.5 pl-4 text-xs">
                      {role.permissions.map((permission) => (
                        <li key={permission}>{t(`permissions:of.${permission}`)}</li>
                      ))}
                    </ul>
                  </div>
                </details>
              </li>
            )
          })}
        </ul>
      </section>
      {toCome.length > 0 && (
        <section>
          <h3 className="mb-2 text-sm font-semibold">{t('sheet.toCome')}</h3>
          <ul className="divide-y divide-line rounded-xl border border-line text-sm">
            {toCome.map((grant, i) => (
              <li key={i} className="px-3 py-2.5">
                <span className="block font-medium">{grant.role.name}</span>
                <Extent grant={grant} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {memberships.length > 0 && (
        <section>
          <h3 className="mb-2 text-sm font-semibold">{t('sheet.memberships')}</h3>
          <ul className="divide-y divide-line rounded-xl border border-line text-sm">
            {memberships.map((membership) => (
              <MembershipItem key={membership.id} membership={membership} onAsk={(kind) => setAsk({ kind, membership, name: row.displayName })} />
            ))}
          </ul>
        </section>
      )}
      {ask && (
        <MembershipDialog ask={{ ...ask, membership: memberships.find((one) => one.id === ask.membership.id) ?? ask.membership }} onClose={() => setAsk(undefined)} />
      )}
    </div>
  )
}

/** Where a role holds, from when until when, and who gave it. */
function Extent({ grant: { organization, startsAt, expiresAt, active, grantedBy } }: { grant: RoleGrantRowFragment }) {
  const { t, i18n } = useTranslation(['users', 'translation'])
  const day = (at: string) => new Intl.DateTimeFormat(i18n.language).format(new Date(at))
  return (
    <span className="block text-xs text-soft">
      {[
        organization && t('roleGrant.through', { name: organization.name }),
        startsAt && !active && t('roleGrant.from', { date: day(startsAt) }),
        expiresAt && t('roleGrant.until', { date: day(expiresAt) }),
        grantedBy && t('roleGrant.by', { name: grantedBy.displayName }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}

function MembershipItem({ membership, onAsk }: { membership: MembershipRowFragment; onAsk: (kind: MembershipAsk['kind']) => void }) {
  const { t } = useTranslation(['users', 'translation'])
  return (
    <li className="space-y-2 px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 grow font-medium">{membership.organization.name}</span>
        <Badge tone="tint">{t(`access.of.${membership.access}`)}</Badge>
        {membership.status !== 'ACTIVE' && (
          <Badge tone="bad" dot>
            {t(`filter.members.${membership.status}`)}
          </Badge>
        )}
      </div>
      {membership.access === 'USER' && (
        <p className="text-xs text-soft">
          {t('sheet.modules')}: {membership.modules.join(', ') || t('sheet.noModules')}
          {membership.subAccounts.length > 0 && ` · ${t('access.subAccounts')}: ${membership.subAccounts.map((one) => one.name).join(', ')}`}
        </p>
      )}
      {membership.viewerActions.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {membership.viewerActions.map((action) => (
            <Button key={action} size="sm" onClick={() => onAsk(action)}>
              {t(`member.action.${action}`)}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}
