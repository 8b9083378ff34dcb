import { readFragment, TwoFactorStateFragmentDoc, ViewerSecurityDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useVisit } from '@/app/session'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Failure } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { CodesCard, CodesDialog } from './codes'
import { Passkeys } from './passkeys'
import { PasswordDialog } from './password'
import { TotpCard } from './totp'

/** The part about proofs, which is for the account's own people alone. */
export function Security() {
  const { t } = useTranslation(['account', 'translation'])
  const visit = useVisit()
  return visit ? <p className="max-w-3xl rounded-xl bg-tint px-4 py-3 text-sm">{t('visit')}</p> : <Proofs />
}

/** How one proves who one is: the password, the second factors, the codes for an emergency. */
function Proofs() {
  const { t } = useTranslation(['account', 'translation'])
  const [password, setPassword] = useState(false)
  const [codes, setCodes] = useState<readonly string[]>([])
  const { data, error, refetch } = useQuery({ queryKey: ['account', 'security'], queryFn: () => gql(ViewerSecurityDocument, { first: 1 }) })
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  const factor = readFragment(TwoFactorStateFragmentDoc, data?.viewer?.twoFactor)
  if (!factor) return <Skeleton className="h-96 w-full max-w-3xl" />
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <Card title={t('password.title')} text={t('password.text')} actions={<Button onClick={() => setPassword(true)}>{t('password.change')}</Button>}>
        <div className="pb-4" />
      </Card>
      {factor.required && <p className="rounded-xl bg-tint px-4 py-3 text-sm">{t('factor.requiredText')}</p>}
      <TotpCard factor={factor} onCodes={setCodes} />
      <Passkeys factor={factor} onCodes={setCodes} />
      {factor.enabled && <CodesCard left={factor.recoveryCodesLeft} onCodes={setCodes} />}
      {password && <PasswordDialog onClose={() => setPassword(false)} />}
      {codes.length > 0 && <CodesDialog codes={codes} onClose={() => setCodes([])} />}
    </div>
  )
}

/** Whether one way of proof is set up. */
export function State({ on, required }: { on: boolean; required?: boolean }) {
  const { t } = useTranslation(['account', 'translation'])
  return (
    <Badge tone={on ? 'good' : required ? 'warn' : 'plain'} dot>
      {t(on ? 'factor.on' : required ? 'factor.required' : 'factor.off')}
    </Badge>
  )
}
