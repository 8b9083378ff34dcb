import '@/pages/roles/permission-words'
import { readFragment, RefusalFragmentDoc, RoleGrantRowFragmentDoc, UserRolesPreviewDocument, UserRolesSetDocument, type ResellerRole, type UserRolesPreviewQuery } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange, useMessageOf } from '@/app/change'
import { useRefusalText } from '@/app/refusal'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { Skeleton } from '@/ui/skeleton'
import { say } from '@/ui/toast'
import type { DetailDialogOf } from './dialogs'
import { GrantList, StaffRole, type Grant } from './grants'

/** The roles of one user: choosing shows what it would do, and exactly that is then done. */
export function RolesDialog({ user, detail, onClose }: DetailDialogOf) {
  const { t } = useTranslation(['users', 'translation'])
  const messageOf = useMessageOf()
  const staff = user.resellerRole !== null || detail.roles.some((role) => role.family === 'RESELLER' || role.family === 'PERMISSION')
  const before = useMemo<Grant[]>(
    () =>
      readFragment(RoleGrantRowFragmentDoc, detail.grants ?? [])
        .filter((grant) => !grant.expiresAt || Date.parse(grant.expiresAt) > Date.now())
        .map(({ role, organization, startsAt, expiresAt }) => ({ role, organization, startsAt: startsAt ?? null, expiresAt: expiresAt ?? null })),
    [detail],
  )
  const [resellerRole, setResellerRole] = useState<ResellerRole | null>(user.resellerRole ?? null)
  const [grants, setGrants] = useState(before)

  const input = {
    ...(staff && { resellerRole }),
    grants: grants.map(({ role, organization, startsAt, expiresAt }) => ({ roleId: role.id, organizationId: organization?.id ?? null, startsAt, expiresAt })),
  }
  const changed = resellerRole !== (user.resellerRole ?? null) || JSON.stringify(grants) !== JSON.stringify(before)
  const preview = useQuery({
    queryKey: ['users', 'roles-preview', user.id, user.version, input],
    queryFn: () => gql(UserRolesPreviewDocument, { id: user.id, input }),
    enabled: changed,
    placeholderData: keepPreviousData,
    refetchInterval: 600_000, // a plan is good for fifteen minutes
    gcTime: 0,
  })
  const plan = changed ? preview.data?.userRolesPreview : undefined
  const { run, busy, under, above } = useChange(
    async (change: { planToken: string; reason: string | null }) => settled((await gql(UserRolesSetDocument, { id: user.id, input: change })).userRolesSet),
    () => {
      onClose()
      say(t('roles.done', { name: user.displayName }))
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (plan?.planToken) run({ planToken: plan.planToken, reason: String(new FormData(event.currentTarget).get('reason')).trim() || null })
  }
  return (
    <Dialog open wide onClose={onClose} title={t('roles.title', { name: user.displayName })} description={t('roles.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-5">
          {above('reason')}
          {staff && <StaffRole value={resellerRole} onChange={setResellerRole} />}
          <GrantList organizationId={user.organization.id} staff={staff} grants={grants} onChange={setGrants} />
          <Effect plan={plan} waiting={changed && (preview.isPending || preview.isPlaceholderData)} failed={preview.error ? messageOf(preview.error) : undefined} />
          <Field label={`${t('roles.reason')} (${t('translation:optional')})`} hint={t('roles.reasonHint')} error={under('reason')}>
            <Input name="reason" maxLength={500} autoComplete="off" />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!plan?.planToken || preview.isPlaceholderData}>
            {t('roles.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

interface EffectProps {
  plan: UserRolesPreviewQuery['userRolesPreview'] | undefined
  waiting: boolean
  failed: string | undefined
}

/** What the chosen roles would give and take, and what stands in their way. */
function Effect({ plan, waiting, failed }: EffectProps) {
  const { t } = useTranslation(['users', 'permissions', 'translation'])
  const textOf = useRefusalText()
  if (failed) return <Alert text={failed} />
  if (!plan) return waiting ? <Skeleton className="h-16 w-full" /> : null
  const refusals = readFragment(RefusalFragmentDoc, plan.errors)
  return (
    <section aria-live="polite" aria-busy={waiting} aria-label={t('roles.effect')} className={waiting ? 'opacity-60' : undefined}>
      {refusals.length > 0 && <Alert text={refusals.map(textOf).join(' ')} />}
      {refusals.length === 0 && plan.gained.length + plan.lost.length === 0 && <p className="text-sm text-soft">{t('roles.none')}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        {(['gained', 'lost'] as const).map(
          (side) =>
            plan[side].length > 0 && (
              <div key={side} className={side === 'gained' ? 'rounded-xl bg-good-tint p-3.5' : 'rounded-xl bg-bad-tint p-3.5'}>
                <h3 className={side === 'gained' ? 'text-sm font-semibold text-good' : 'text-sm font-semibold text-bad'}>
                  {t(`roles.${side}`, { count: plan[side].length })}
                </h3>
                <ul className="mt-1.5 max-h-44 space-y-1 overflow-y-auto text-sm" tabIndex={0} aria-label={t(`roles.${side}`, { count: plan[side].length })}>
                  {plan[side].map((permission) => (
                    <li key={permission}>
                      {side === 'gained' ? '+' : '−'} {t(`permissions:of.${permission}`)}
                    </li>
                  ))}
                </ul>
              </div>
            ),
        )}
      </div>
      {plan.sessionsToRenew > 0 && <p className="mt-3 text-sm text-warn">{t('roles.sessions', { count: plan.sessionsToRenew })}</p>}
    </section>
  )
}

const Alert = ({ text }: { text: string }) => (
  <p role="alert" className="rounded-lg bg-bad-tint px-3 py-2 text-sm text-bad">
    {text}
  </p>
)
