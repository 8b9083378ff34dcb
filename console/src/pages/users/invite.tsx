import { InvitationItemsParseDocument, InvitationsCreateDocument, readFragment, RefusalFragmentDoc, type InvitationsCreateMutation, type InviteOutcome } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange, useMessageOf } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { useRefusalText } from '@/app/refusal'
import { useViewer } from '@/app/session'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import type { Tone } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field } from '@/ui/field'
import { Select } from '@/ui/select'
import { AccessFields, accessInput, leastAccess } from './access-fields'
import { Paste, usePause } from './paste'
import { Verdicts } from './verdicts'

type Result = NonNullable<InvitationsCreateMutation['invitationsCreate']>['results'][number]

interface InviteDialogProps {
  onClose: () => void
  many: boolean
  /** Whom and where, when somebody is invited again. */
  text?: string
  organization?: OrganizationChoice
}

const batch = 500

/** Invites a pasted list, with a verdict for each address. */
export function InviteDialog({ onClose, many, text: given = '', organization: where }: InviteDialogProps) {
  const { t, i18n } = useTranslation(['users', 'translation'])
  const viewer = useViewer()
  const [organization, setOrganization] = useState<OrganizationChoice | null>(where ?? { ...viewer.organization, parent: null })
  const [text, setText] = useState(given)
  const [access, setAccess] = useState(leastAccess)
  const [message, setMessage] = useState('')
  const [locale, setLocale] = useState<string>(i18n.language)
  const [checked, setChecked] = useState<{ results: Result[]; sent: boolean }>()
  const keyOf = useKeyOf()
  const messageOf = useMessageOf()

  const paused = usePause(text)
  const parsed = useQuery({
    queryKey: ['invitations', 'parse', paused],
    queryFn: () => gql(InvitationItemsParseDocument, { text: paused }),
    enabled: paused.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
  const read = text.trim() ? parsed.data?.invitationItemsParse : undefined
  const good = read?.items.filter((one) => !one.problem) ?? []
  const bad = read?.items.filter((one) => one.problem) ?? []

  const { run, busy, under, above, reset } = useChange(
    async (dryRun: boolean) => {
      const each = accessInput(access, organization?.kind === 'RESELLER')
      const results: Result[] = []
      for (let at = 0; at < good.length; at += batch) {
        const items = good.slice(at, at + batch).map(({ email, firstName, lastName }) => ({ email, firstName: firstName ?? null, lastName: lastName ?? null, ...each }))
        const input = { organizationId: organization!.id, items, locale, message: message.trim() || null, dryRun }
        const { invitationsCreate } = await gql(InvitationsCreateDocument, { input: { ...input, ...(!dryRun && { idempotencyKey: keyOf(input) }) } })
        results.push(...settled(invitationsCreate).results)
      }
      return { results, sent: !dryRun }
    },
    setChecked,
  )
  const again = () => {
    reset()
    setChecked(undefined)
  }
  const change = <Value,>(set: (value: Value) => void) => (value: Value) => {
    set(value)
    if (!checked?.sent) setChecked(undefined)
  }
  const ready = !!organization && good.length > 0 && text === paused && !parsed.isPlaceholderData

  if (checked?.sent) {
    const count = checked.results.filter((one) => one.outcome === 'INVITED').length
    return (
      <Dialog open wide onClose={onClose} title={t('invitePeople.sent', { count })} description={count > 0 ? t('invitePeople.sentText') : undefined}>
        <DialogBody>
          <Outcomes results={checked.results} sent />
        </DialogBody>
        <DialogFoot>
          <Button
            onClick={() => {
              setText('')
              again()
            }}
          >
            {t('invitePeople.more')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('translation:close')}
          </Button>
        </DialogFoot>
      </Dialog>
    )
  }
  return (
    <Dialog open wide onClose={onClose} title={t('invitePeople.title')} description={t('invitePeople.text')}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) run(false)
        }}
      >
        <DialogBody className="flex flex-col gap-5">
          {above('organizationId', 'message', 'locale', 'resellerRole', 'userType', 'access', 'roleIds', 'modules', 'subAccountIds')}
          <Paste label={t('invitePeople.list')} hint={t('invitePeople.listHint')} text={text} onText={change(setText)} error={read?.problem ?? (text.trim() && parsed.error ? messageOf(parsed.error) : undefined)} example={'mira@harbor.test\nTom Ross <tom.ross@harbor.test>'} />
          {read && (
            <div className="text-sm" role="status">
              <p className={good.length > 0 ? 'text-good' : 'text-soft'}>{t('invitePeople.found', { count: good.length })}</p>
              {bad.length > 0 && (
                <ul className="mt-1 max-h-32 overflow-y-auto text-bad" tabIndex={0} aria-label={t('invitePeople.problems')}>
                  {bad.map((one) => (
                    <li key={one.line}>{t('invitePeople.problem', { line: one.line, email: one.email, problem: one.problem })}</li>
                  ))}
                </ul>
              )}
            </div>
          )}
          {checked && <Outcomes results={checked.results} />}
          {many && (
            <Field label={t('invitePeople.organization')} error={under('organizationId')}>
              <OrganizationPicker
                label={t('invitePeople.organization')}
                value={organization}
                onChange={change((next) => {
                  setOrganization(next)
                  setAccess(leastAccess)
                })}
              />
            </Field>
          )}
          {organization && <AccessFields organization={organization} value={access} onChange={change(setAccess)} under={under} />}
          <Field label={`${t('invitePeople.message')} (${t('translation:optional')})`} error={under('message')}>
            <Area value={message} onChange={(event) => setMessage(event.target.value)} maxLength={1000} rows={3} />
          </Field>
          <Field label={t('invitePeople.locale')} error={under('locale')}>
            <Select label={t('invitePeople.locale')} value={locale} onChange={setLocale} choices={[{ value: 'en', label: 'English' }, { value: 'de', label: 'Deutsch' }]} className="self-start" />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button disabled={!ready} busy={busy} onClick={() => run(true)}>
            {t('invitePeople.check')}
          </Button>
          <Button look="primary" type="submit" disabled={!ready} busy={busy}>
            {good.length > 0 ? t('invitePeople.submit', { count: good.length }) : t('invite')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

const tone = (outcome: InviteOutcome): Tone => (outcome === 'INVITED' ? 'good' : outcome.startsWith('SKIPPED') ? 'warn' : 'bad')

function Outcomes({ results, sent = false }: { results: readonly Result[]; sent?: boolean }) {
  const { t } = useTranslation(['users', 'translation'])
  const textOf = useRefusalText()
  return (
    <Verdicts
      label={t('invitePeople.outcome')}
      verdicts={results.map(({ email, outcome, errors }, i) => ({
        key: `${email}${i}`,
        name: email,
        tone: tone(outcome),
        word: t(outcome === 'INVITED' && !sent ? 'outcome.WOULD' : `outcome.${outcome}`),
        reason: readFragment(RefusalFragmentDoc, errors).map(textOf).join(' ') || undefined,
      }))}
    />
  )
}
