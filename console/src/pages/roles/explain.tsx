import { ExplainAccessDocument, type ExplainAccessQuery, type Permission } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Ban, Check, CircleHelp, Link2, ShieldQuestion } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { OrganizationChoiceOf } from '@/pages/organizations/choice'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Field } from '@/ui/field'
import { Failure, Notice } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { say } from '@/ui/toast'
import { PermissionPicker } from './permission-picker'
import { allPermissions } from './permissions'
import type { RolesSearch } from './search'
import { UserPicker, useUserChoice } from './user-picker'

type Explanation = NonNullable<ExplainAccessQuery['explainAccess']>

interface ExplainProps {
  search: RolesSearch
  onChange: (change: Partial<RolesSearch>) => void
}

/** Why somebody may do something, or may not. The question stands in the address. */
export function Explain({ search, onChange }: ExplainProps) {
  const { t } = useTranslation(['roles', 'permissions', 'translation'])
  const person = useUserChoice(search.user).data
  const permission = allPermissions.find((one) => one === search.permission)
  const on = search.on ?? person?.organization.id
  const question = search.user && permission && on ? { userId: search.user, permission, on } : undefined
  const { data, error, refetch } = useQuery({
    queryKey: ['roles', 'explain', question],
    queryFn: () => gql(ExplainAccessDocument, question!),
    enabled: !!question,
  })
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-soft">{t('explain.text')}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t('explain.user')}>
          <UserPicker label={t('explain.user')} value={search.user} onChange={(user) => onChange({ user: user?.id })} />
        </Field>
        <Field label={t('explain.permission')}>
          <PermissionPicker label={t('explain.permission')} value={permission} onChange={(next) => onChange({ permission: next })} />
        </Field>
        <Field label={t('explain.on')}>
          <OrganizationChoiceOf label={t('explain.on')} value={on} onChange={(next) => onChange({ on: next })} />
        </Field>
      </div>
      <Card>
        {!question ? (
          <Notice icon={ShieldQuestion} title={t('explain.ask')} />
        ) : error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Skeleton className="m-5 h-32" />
        ) : !data.explainAccess ? (
          <Notice icon={CircleHelp} title={t('explain.hidden')} />
        ) : (
          <Answer explanation={data.explainAccess} permission={question.permission} name={person?.displayName ?? '…'} />
        )}
      </Card>
    </div>
  )
}

function Answer({ explanation, permission, name }: { explanation: Explanation; permission: Permission; name: string }) {
  const { t } = useTranslation(['roles', 'permissions', 'translation'])
  const { allowed, refusedBy, rules } = explanation
  const denied = rules.some((one) => one.effect === 'DENY')
  return (
    <div className="space-y-6 p-5">
      <header className="flex flex-wrap items-center gap-4">
        <span className={cn('grid size-12 shrink-0 place-items-center rounded-2xl', allowed ? 'bg-good-tint text-good' : 'bg-bad-tint text-bad')}>
          {allowed ? <Check aria-hidden /> : <Ban aria-hidden />}
        </span>
        <div className="min-w-0 grow" role="status">
          <h2 className="text-lg font-semibold">{t(allowed ? 'explain.yes' : 'explain.no', { name })}</h2>
          <p className="text-sm text-soft">{t(`permissions:of.${permission}`)}</p>
        </div>
        <Button size="sm" onClick={() => void navigator.clipboard.writeText(location.href).then(() => say(t('explain.copied')))}>
          <Link2 aria-hidden />
          {t('explain.copy')}
        </Button>
      </header>
      <section>
        <h3 className="mb-3 text-sm font-semibold">{t('explain.chain')}</h3>
        <ol>
          <Step good={!refusedBy} title={t('explain.account')} decides={!!refusedBy}>
            {refusedBy ? t(`explain.accountRefuses.${refusedBy}`) : t('explain.accountFine')}
          </Step>
          {rules.map((rule, i) => {
            const allows = rule.effect === 'ALLOW'
            return (
              <Step
                key={`${rule.role.id}${i}`}
                good={allows}
                quiet={!!refusedBy || (!rule.decides && allows && denied)}
                title={rule.role.name}
                decides={rule.decides && !refusedBy}
                aside={!rule.decides && !refusedBy ? t(allows && denied ? 'explain.overruled' : 'explain.agrees') : undefined}
              >
                {t(allows ? 'explain.allow' : 'explain.deny')},{' '}
                {rule.organization ? t('explain.at', { name: rule.organization.name }) : t('explain.elsewhere')}
              </Step>
            )
          })}
          {rules.length === 0 && (
            <Step good={false} title={t('explain.silent')} decides={!refusedBy}>
              {t('explain.silentText')}
            </Step>
          )}
          <Step good={allowed} title={t('explain.result')} last>
            {t(allowed ? 'explain.allowed' : 'explain.refused')}
          </Step>
        </ol>
      </section>
    </div>
  )
}

interface StepProps {
  good: boolean
  /** It would have counted, had nothing before decided. */
  quiet?: boolean
  title: string
  decides?: boolean
  aside?: string | undefined
  last?: boolean
  children: ReactNode
}

function Step({ good, quiet, title, decides, aside, last, children }: StepProps) {
  const { t } = useTranslation(['roles', 'translation'])
  const Icon = good ? Check : Ban
  return (
    <li className="flex gap-3">
      <span aria-hidden className="flex flex-col items-center">
        <span className={cn('grid size-7 shrink-0 place-items-center rounded-full', quiet ? 'bg-hover text-soft' : good ? 'bg-good-tint text-good' : 'bg-bad-tint text-bad')}>
          <Icon className="size-4" />
        </span>
        {!last && <span className="w-px grow bg-line" />}
      </span>
      <div className="min-w-0 pb-5">
        <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
          {title}
          {decides && <Badge tone={good ? 'good' : 'bad'}>{t('explain.decides')}</Badge>}
          {aside && <Badge>{aside}</Badge>}
        </p>
        <p className="text-sm text-soft">{children}</p>
      </div>
    </li>
  )
}
