import './words'
import { readFragment, SessionCreateBySsoDocument, SignInChallengeFragmentDoc, type SignInChallengeFragment } from '@contract'
import { Link } from '@tanstack/react-router'
import { Link2Off, LogIn, Unplug } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, Refused, settled } from '@/api/gql'
import { buttonLook } from '@/ui/button'
import { useAttempt } from '../signin/attempt'
import { Steps } from '../signin/challenge'
import { useFinish } from '../signin/finish'
import { Frame, Go, Heading, Told, useLook } from '../signin/frame'
import { usedUp, useToken } from '../signin/link'

/** A link of single sign-on. It waits for a click, so that nobody is signed in by a page that merely leads here. */
export function SignInByLink() {
  const token = useToken()
  return (
    <Frame>
      <Linked key={token} token={token} />
    </Frame>
  )
}

function Linked({ token }: { token: string }) {
  const { t } = useTranslation(['links', 'entry'])
  const { product } = useLook()
  const [challenge, setChallenge] = useState<SignInChallengeFragment>()
  const [dead, setDead] = useState<string>()
  const finish = useFinish()
  const attempt = useAttempt()
  const signIn = (
    <Link to="/signin" className={buttonLook({ size: 'lg' })}>
      {t('entry:back')}
    </Link>
  )
  if (challenge) return <Steps challenge={challenge} onDone={() => void finish()} onAgain={() => setDead(t('sso.dead.text'))} />
  if (dead) {
    return (
      <Told icon={Link2Off} tone="warn" title={t('sso.dead.title')} action={signIn}>
        {dead}
      </Told>
    )
  }
  if (!token) {
    return (
      <Told icon={Unplug} tone="warn" title={t('entry:incomplete.title')} action={signIn}>
        {t('entry:incomplete.text')}
      </Told>
    )
  }
  const open = async () => {
    usedUp()
    const payload = await attempt.run(async () => {
      try {
        return settled((await gql(SessionCreateBySsoDocument, { input: { token } })).sessionCreateBySso)
      } catch (cause) {
        if (cause instanceof Refused) setDead(cause.has('EXPIRED') ? t('sso.expired') : cause.has('ACCOUNT_SUSPENDED') ? t('entry:refusal.ACCOUNT_SUSPENDED') : t('sso.dead.text'))
        throw cause
      }
    })
    if (!payload) return
    const next = readFragment(SignInChallengeFragmentDoc, payload.challenge)
    if (next) setChallenge(next)
    else await finish()
  }
  return (
    <div className="flex flex-col gap-5">
      <Heading title={t('entry:to', { product })}>{t('sso.text')}</Heading>
      {attempt.above()}
      <Go type="button" busy={attempt.busy} disabled={attempt.waiting} onClick={() => void open()}>
        <LogIn aria-hidden />
        {t('entry:submit')}
      </Go>
    </div>
  )
}
