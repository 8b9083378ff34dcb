import './words'
import { InvitationAcceptDocument, InvitationPreviewDocument, readFragment, SignInChallengeFragmentDoc, type InvitationPreviewQuery, type SignInChallengeFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { DoorClosed, Hourglass, Link2Off, Unplug } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { buttonLook } from '@/ui/button'
import { Field, Input } from '@/ui/field'
import { Failure } from '@/ui/notice'
import { Skeleton } from '@/ui/skeleton'
import { useAttempt } from '../signin/attempt'
import { Steps } from '../signin/challenge'
import { useFinish } from '../signin/finish'
import { Frame, Go, Heading, Told } from '../signin/frame'
import { usedUp, useToken } from '../signin/link'
import { NewPassword, Username } from '../signin/new-password'
import { Offer } from './offer'
import { useVerdict } from './verdict'

export type Preview = NonNullable<InvitationPreviewQuery['invitationPreview']>

/** What the link of an invitation opens: who asks whom to join what, a password, and in. */
export function Accept() {
  const token = useToken()
  return (
    <Frame>
      <Opened key={token} token={token} />
    </Frame>
  )
}

function Opened({ token }: { token: string }) {
  const { t, i18n } = useTranslation(['invitation', 'entry', 'translation'])
  const [challenge, setChallenge] = useState<SignInChallengeFragment>()
  const [closed, setClosed] = useState(false)
  const [kept, setKept] = useState<Preview>() // what was accepted is not asked for again
  const finish = useFinish()
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: async () => (await gql(InvitationPreviewDocument, { token })).invitationPreview,
    enabled: !!token && !kept,
    refetchOnWindowFocus: false,
  })
  const signIn = (
    <Link to="/signin" className={buttonLook({ size: 'lg' })}>
      {t('entry:back')}
    </Link>
  )
  const preview = kept ?? data
  if (challenge) return <Steps challenge={challenge} onDone={() => void finish()} onAgain={() => void finish()} />
  if (!token && !kept) {
    return (
      <Told icon={Unplug} title={t('entry:incomplete.title')} action={signIn} tone="warn">
        {t('entry:incomplete.text')}
      </Told>
    )
  }
  if (closed) {
    return (
      <Told icon={DoorClosed} title={t('closed.title')} tone="warn">
        {t('closed.text')}
      </Told>
    )
  }
  if (error && !preview) return <Failure error={error} retry={() => void refetch()} />
  if (preview === undefined) return <Skeleton className="h-72 w-full" />
  if (!preview) {
    return (
      <Told icon={Link2Off} title={t('dead.title')} action={signIn} tone="warn">
        {t('dead.text')}
      </Told>
    )
  }
  if (preview.status !== 'PENDING') {
    const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(preview.expiresAt))
    return (
      <Told icon={Hourglass} title={t('expired.title')} tone="warn">
        {t('expired.text', { time, organization: preview.organizationName })}
      </Told>
    )
  }
  const onAccepted = (next: SignInChallengeFragment | null) => {
    setKept(preview)
    usedUp()
    if (next) setChallenge(next)
    else void finish()
  }
  return <Join token={token} preview={preview} onAccepted={onAccepted} onDead={() => void refetch()} onClosed={() => setClosed(true)} />
}

interface JoinProps {
  token: string
  preview: Preview
  onAccepted: (challenge: SignInChallengeFragment | null) => void
  onDead: () => void
  onClosed: () => void
}

function Join({ token, preview, onAccepted, onDead, onClosed }: JoinProps) {
  const { t } = useTranslation(['invitation', 'entry', 'translation'])
  const attempt = useAttempt()
  const [first, setFirst] = useState(preview.firstName)
  const [last, setLast] = useState(preview.lastName)
  const [password, setPassword] = useState('')
  const [terms, setTerms] = useState(false)
  const [asked, setAsked] = useState(false)
  const names = { firstName: first.trim(), lastName: last.trim() }
  const verdict = useVerdict({ token, password, ...names })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!terms) return
    const input = { token, password, acceptedTermsVersion: preview.termsVersion, ...names }
    const payload = await attempt.run(async () => {
      const { invitationAccept } = await gql(InvitationAcceptDocument, { input })
      const codes = invitationAccept?.errors.map((one) => String((one as { code?: string }).code)) ?? []
      if (codes.some((code) => code === 'TOKEN_INVALID' || code === 'EXPIRED')) onDead()
      if (codes.includes('WRONG_STATE')) onClosed()
      return settled(invitationAccept)
    })
    if (payload) onAccepted(readFragment(SignInChallengeFragmentDoc, payload.challenge) ?? null)
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-5" noValidate>
      <Username />
      <Heading title={t('title', { organization: preview.organizationName })}>{preview.inviterName ? t('by', { name: preview.inviterName }) : t('byNobody')}</Heading>
      <Offer preview={preview} />
      {attempt.above('firstName', 'lastName', 'password', 'acceptedTermsVersion')}
      <div className="grid gap-4 min-[400px]:grid-cols-2">
        <Field label={t('first')} error={attempt.under('firstName')}>
          <Input name="firstName" autoComplete="given-name" maxLength={100} value={first} onValueChange={setFirst} />
        </Field>
        <Field label={t('last')} error={attempt.under('lastName')}>
          <Input name="lastName" autoComplete="family-name" maxLength={100} value={last} onValueChange={setLast} />
        </Field>
      </div>
      <NewPassword label={t('password')} name="password" value={password} onChange={setPassword} verdict={verdict.state} error={attempt.under('password') ?? verdict.reason} />
      <div className="flex flex-col gap-1.5">
        <label className="flex items-start gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={terms}
            onChange={(event) => setTerms(event.target.checked)}
            aria-invalid={asked && !terms}
            aria-describedby="terms-missing"
            className="mt-0.5 size-4.5 accent-(--primary)"
          />
          {t('terms', { version: preview.termsVersion })}
        </label>
        <p id="terms-missing" className="text-sm text-bad empty:hidden">
          {(asked && !terms && t('termsMissing')) || attempt.under('acceptedTermsVersion')}
        </p>
      </div>
      {preview.twoFactorRequired && <p className="text-sm text-soft">{t('factor')}</p>}
      <Go busy={attempt.busy} disabled={attempt.waiting}>
        {t('submit')}
      </Go>
    </form>
  )
}
