import type { HomeNumbersQuery, Permission } from '@contract'
import { Link, type LinkProps } from '@tanstack/react-router'
import { ArrowRight, Building2, Check, Fingerprint, Palette, Tags, UserPlus, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { may, useViewer } from '@/app/session'
import { Card } from '@/ui/page'

interface Step {
  key: 'customer' | 'team' | 'look' | 'plan' | 'factor'
  icon: LucideIcon
  to: LinkProps['to']
  search?: object
  needs: Permission[]
  done?: boolean
}

/** For somebody whose place is still empty: what to do first. Gone once there is life. */
export function Steps({ numbers }: { numbers: HomeNumbersQuery }) {
  const { t } = useTranslation(['home', 'translation'])
  const viewer = useViewer()
  const staff = viewer.organization.kind === 'RESELLER'
  const customers = numbers.organizationStats?.customers ?? 0
  const users = numbers.userStats?.total ?? 0
  const steps: Step[] = [
    { key: 'customer', icon: Building2, to: '/organizations/new', needs: ['ORGANIZATION_CREATE'], done: customers > 0 },
    { key: 'team', icon: UserPlus, to: '/users', search: { open: 'invite' }, needs: ['INVITATION_CREATE', 'RESELLER_USER_INVITE', 'MEMBER_INVITE'], done: users > 1 },
    { key: 'look', icon: Palette, to: '/branding', needs: ['BRANDING_MANAGE'] },
    { key: 'plan', icon: Tags, to: '/billing', search: { tab: 'plans' }, needs: ['SUBSCRIPTION_MANAGE'] },
    { key: 'factor', icon: Fingerprint, to: '/account', needs: [] },
  ]
  const shown = steps.filter(({ key, needs }) => (needs.length === 0 || may(viewer, ...needs)) && (staff || key === 'team' || key === 'factor'))
  const waiting = shown.filter((one) => one.done === false)
  if (waiting.length === 0) return null
  return (
    <Card title={t('steps.title')} text={t('steps.text')}>
      <ol className="grid gap-3 p-5 pt-3 sm:grid-cols-2 xl:grid-cols-3">
        {shown.map(({ key, icon: Icon, to, search, done }) => (
          <li key={key}>
            <Link to={to} search={(search ?? {}) as never} className="flex h-full items-start gap-3 rounded-xl border border-line p-4 transition-colors hover:border-edge">
              <span className={`grid size-9 shrink-0 place-items-center rounded-xl ${done ? 'bg-good-tint text-good' : 'bg-tint text-primary'}`}>
                {done ? <Check className="size-4.5" aria-label={t('steps.done')} /> : <Icon className="size-4.5" aria-hidden />}
              </span>
              <span className="min-w-0 grow">
                <span className="block text-sm font-medium">{t(`steps.${key}`)}</span>
                <span className="block text-xs text-soft">{t(`steps.${key}Text`)}</span>
              </span>
              <ArrowRight className="mt-1 size-4 shrink-0 text-soft" aria-hidden />
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  )
}
