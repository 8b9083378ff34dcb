import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused, RequestError, type Refusal } from '@/api/gql'
import { NoPasskey } from '@/app/passkey'
import { useSecondsUntil } from '@/ui/countdown'
import { useRefusalText as useCommonText } from '@/app/refusal'

/** Address and password together are wrong: that belongs to neither field. */
const isPair = (one: Refusal): boolean => one.code === 'INVALID_CREDENTIALS' && one.path?.at(-1) === 'email'

/** Why somebody was turned away: around the sign-in some codes have words of their own. */
export function useRefusalText() {
  const { t, i18n } = useTranslation(['entry', 'translation'])
  const textOf = useCommonText()
  return (one: Refusal): string => {
    if (isPair(one)) return t('refusal.INVALID_CREDENTIALS')
    if (i18n.language === 'en') return one.message
    if (one.code === 'INVALID_CREDENTIALS' && ['code', 'recoveryCode', 'passkey', 'currentPassword'].includes(one.path?.at(-1) ?? '')) return t('refusal.wrongProof')
    return t(`refusal.${one.code as 'INVALID'}`, { defaultValue: textOf(one) })
  }
}

/**
 * One try after the other to get in, without a session: what went wrong belongs
 * `under` a field or into `above`, and after too many the form waits.
 */
export function useAttempt() {
  const { t } = useTranslation(['entry', 'translation'])
  const textOf = useRefusalText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [until, setUntil] = useState(0)
  const left = useSecondsUntil(until)
  const refusals = failure instanceof Refused ? failure.refusals : []
  const belongs = (one: Refusal, names: string[]) => names.includes(one.path?.at(-1) ?? '') && !isPair(one)

  const run = async <Answer,>(work: () => Promise<Answer>): Promise<Answer | undefined> => {
    setBusy(true)
    try {
      const answer = await work()
      setFailure(undefined)
      return answer
    } catch (cause) {
      if (cause instanceof RequestError && cause.code === 'RATE_LIMITED') setUntil(Date.now() + (cause.details.retryAfter ?? 60) * 1000)
      setFailure(cause)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const textAbove = (names: string[]): string => {
    if (failure instanceof Refused) return refusals.filter((one) => !belongs(one, names)).map(textOf).join(' ')
    if (failure instanceof NoPasskey) return t('passkeyFailed')
    if (failure instanceof RequestError && failure.code === 'OFFLINE') return t('translation:failure.OFFLINE.text')
    return failure instanceof Error ? failure.message : ''
  }
  return {
    run,
    busy,
    waiting: left > 0,
    refusals,
    forget: () => setFailure(undefined),
    under: (...names: string[]) => refusals.filter((one) => belongs(one, names)).map(textOf)[0],
    above: (...names: string[]): ReactNode => {
      if (failure instanceof RequestError && failure.code === 'RATE_LIMITED') return left > 0 && <Wait key={until} seconds={left} />
      const text = textAbove(names)
      return text && <Alert>{text}</Alert>
    },
  }
}

export const Alert = ({ children }: { children: ReactNode }) => (
  <p role="alert" className="rounded-lg bg-bad-tint px-3 py-2 text-sm text-bad">
    {children}
  </p>
)

/** Said once, counted down for the eye. */
function Wait({ seconds }: { seconds: number }) {
  const { t, i18n } = useTranslation(['entry', 'translation'])
  const [said] = useState(seconds)
  const time = (all: number) =>
    [
      ...(all >= 60 ? [new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(Math.floor(all / 60))] : []),
      ...(all % 60 > 0 ? [new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(all % 60)] : []),
    ].join(' ')
  return (
    <div className="rounded-lg bg-warn-tint px-3 py-2 text-sm text-warn">
      <p role="alert" className="sr-only">
        {t('wait', { time: time(said) })}
      </p>
      <p aria-hidden className="tabular-nums">
        {t('wait', { time: time(seconds) })}
      </p>
    </div>
  )
}
