import './words'
import { UserEmailConfirmDocument } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Link2Off, MailCheck, Unplug } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, Refused, settled } from '@/api/gql'
import { buttonLook } from '@/ui/button'
import { useAttempt } from '../signin/attempt'
import { Frame, Go, Heading, Told } from '../signin/frame'
import { usedUp, useToken } from '../signin/link'

/** The link of the mail to a new address. It waits for a click: programs that look into mails open links, too. */
export function ConfirmEmail() {
  const token = useToken()
  return (
    <Frame>
      <Confirm key={token} token={token} />
    </Frame>
  )
}

function Confirm({ token }: { token: string }) {
  const { t } = useTranslation(['links', 'entry'])
  const [email, setEmail] = useState<string>()
  const [dead, setDead] = useState<string>()
  const client = useQueryClient()
  const attempt = useAttempt()
  const on = (
    <Link to="/" className={buttonLook({ look: 'primary', size: 'lg' })}>
      {t('confirm.go')}
    </Link>
  )
  if (email) {
    return (
      <Told icon={MailCheck} tone="good" title={t('confirm.done.title')} action={on}>
        {t('confirm.done.text', { email })}
      </Told>
    )
  }
  if (dead) {
    return (
      <Told icon={Link2Off} tone="warn" title={t('confirm.dead.title')} action={on}>
        {dead}
      </Told>
    )
  }
  if (!token) {
    return (
      <Told icon={Unplug} tone="warn" title={t('entry:incomplete.title')} action={on}>
        {t('entry:incomplete.text')}
      </Told>
    )
  }
  const confirm = async () => {
    const payload = await attempt.run(async () => {
      try {
        return settled((await gql(UserEmailConfirmDocument, { token })).userEmailConfirm)
      } catch (cause) {
        if (cause instanceof Refused) setDead(cause.has('EXPIRED') ? t('confirm.expired') : cause.has('TAKEN') ? t('entry:refusal.TAKEN') : t('confirm.dead.text'))
        throw cause
      }
    })
    if (!payload) return
    setEmail(payload.email ?? '')
    client.clear()
  }
  return (
    <div className="flex flex-col gap-5">
      <Heading title={t('confirm.title')}>{t('confirm.text')}</Heading>
      {attempt.above()}
      <Go type="button" busy={attempt.busy} disabled={attempt.waiting} onClick={() => void confirm().then(usedUp)}>
        {t('confirm.submit')}
      </Go>
    </div>
  )
}
