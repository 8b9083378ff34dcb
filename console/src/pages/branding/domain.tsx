import { BrandingDomainRemoveDocument, BrandingDomainSetDocument, BrandingDomainVerifyDocument, type BrandingRowFragment } from '@contract'
import { Globe, ShieldCheck } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Field, Input } from '@/ui/field'
import { Card } from '@/ui/page'
import { Secret } from '@/ui/secret'
import { Ago } from '@/ui/time'
import { say } from '@/ui/toast'
import type { Place } from './portal'

type Domain = NonNullable<BrandingRowFragment['domain']>

interface DomainCardProps {
  place: Place
  branding: BrandingRowFragment
  disabled: boolean
}

/** The host of a portal: named, proven by a record, serving. */
export function DomainCard({ place, branding: { domain }, disabled }: DomainCardProps) {
  const { t } = useTranslation(['branding', 'translation'])
  return (
    <Card
      title={t('domain.title')}
      text={t('domain.text')}
      actions={
        domain && (
          <Badge dot tone={domain.verified ? 'good' : 'warn'}>
            {t(domain.verified ? 'domain.verified' : 'domain.waiting')}
          </Badge>
        )
      }
    >
      <div className="p-5">
        {domain ? <Known place={place} domain={domain} disabled={disabled} /> : disabled ? <p className="text-sm text-soft">{t('domain.none')}</p> : <Naming place={place} />}
      </div>
    </Card>
  )
}

function Naming({ place }: { place: Place }) {
  const { t } = useTranslation(['branding', 'translation'])
  const { run, busy, under, above } = useChange(
    async (domain: string) => settled((await gql(BrandingDomainSetDocument, { ...place, domain })).brandingDomainSet),
    () => say(t('domain.set')),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(String(new FormData(event.currentTarget).get('domain')).trim())
  }
  return (
    <form onSubmit={submit}>
      {above('domain')}
      <div className="flex flex-wrap items-start gap-2">
        <Field label={t('domain.name')} hint={t('domain.hint')} error={under('domain')} className="min-w-56 grow">
          <Input name="domain" required placeholder="portal.northwind.test" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Button type="submit" busy={busy} className="mt-6.5">
          <Globe aria-hidden />
          {t('domain.use')}
        </Button>
      </div>
    </form>
  )
}

function Known({ place, domain, disabled }: { place: Place; domain: Domain; disabled: boolean }) {
  const { t } = useTranslation(['branding', 'translation'])
  const [removing, setRemoving] = useState(false)
  const verify = useChange(
    async () => settled((await gql(BrandingDomainVerifyDocument, place)).brandingDomainVerify),
    () => say(t('domain.proven', { name: domain.name })),
  )
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-mono text-sm font-medium">{domain.name}</span>
        {domain.verified && (
          <span className="text-xs text-soft">
            {t('domain.since')} <Ago at={domain.verifiedAt} />
          </span>
        )}
      </p>
      {!domain.verified && (
        <>
          <ol className="flex list-decimal flex-col gap-2 pl-5 text-sm">
            <li>{t('domain.stepRecord')}</li>
            <li>{t('domain.stepVerify')}</li>
          </ol>
          <div className="flex flex-col gap-3">
            <Record title={t('domain.recordType')} value="TXT" />
            <Record title={t('domain.recordName')} value={domain.recordName} />
            <Record title={t('domain.recordValue')} value={domain.recordValue} />
          </div>
          {verify.above()}
        </>
      )}
      {!disabled && (
        <div className="flex flex-wrap gap-2">
          {!domain.verified && (
            <Button look="primary" busy={verify.busy} onClick={() => verify.run(undefined)}>
              <ShieldCheck aria-hidden />
              {t('domain.verify')}
            </Button>
          )}
          <Button onClick={() => setRemoving(true)}>{t('domain.remove')}</Button>
        </div>
      )}
      {removing && <Remove place={place} domain={domain} onClose={() => setRemoving(false)} />}
    </div>
  )
}

const Record = ({ title, value }: { title: string; value: string }) => (
  <div className="flex flex-col gap-1">
    <span className="text-xs font-medium text-soft">{title}</span>
    <Secret label={title} value={value} />
  </div>
)

function Remove({ place, domain, onClose }: { place: Place; domain: Domain; onClose: () => void }) {
  const { t } = useTranslation(['branding', 'translation'])
  const { run, busy, above } = useChange(
    async () => settled((await gql(BrandingDomainRemoveDocument, place)).brandingDomainRemove),
    () => {
      onClose()
      say(t('domain.removed', { name: domain.name }))
    },
  )
  return (
    <Confirm
      title={t('domain.removeTitle', { name: domain.name })}
      text={t(domain.verified ? 'domain.removeText' : 'domain.removeUnproven')}
      submit={t('domain.remove')}
      type={domain.verified ? { word: domain.name, label: t('domain.removeType', { name: domain.name }) } : undefined}
      busy={busy}
      above={above()}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    />
  )
}
