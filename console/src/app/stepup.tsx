import {
  readFragment,
  SessionStepUpDocument,
  SessionStepUpPasskeyBeginDocument,
  TwoFactorStateFragmentDoc,
  ViewerSecurityDocument,
  type SessionStepUpInput,
} from '@contract'
import { useQuery } from '@tanstack/react-query'
import { createContext, use, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, Refused, RequestError, settled } from '@/api/gql'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { Skeleton } from '@/ui/skeleton'
import { NoPasskey, showPasskey } from './passkey'
import { viewerQuery } from './session'

type Guarded = <Answer>(run: () => Promise<Answer>) => Promise<Answer>

const StepUp = createContext<Guarded>((run) => run())

/** Runs a sensitive change and, when the server asks who is there, asks and runs it once more. */
export const useStepUp = (): Guarded => use(StepUp)

/** The person closed the question: nothing was changed and nothing went wrong. */
export class Withdrawn extends Error {}

const asked = (error: unknown): boolean =>
  (error instanceof RequestError && error.code === 'STEP_UP_REQUIRED') || (error instanceof Refused && error.has('STEP_UP_REQUIRED'))

export function StepUpProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const waiting = useRef<{ go: () => void; stop: () => void }[]>([]) // one proof is enough for all of them

  const guarded: Guarded = async (run) => {
    try {
      return await run()
    } catch (error) {
      if (!asked(error)) throw error
      await new Promise<void>((go, reject) => {
        waiting.current.push({ go, stop: () => reject(new Withdrawn()) })
        setOpen(true)
      })
      return run()
    }
  }
  const close = (proven: boolean) => {
    setOpen(false)
    for (const one of waiting.current.splice(0)) (proven ? one.go : one.stop)()
  }
  return (
    <StepUp value={guarded}>
      {children}
      <Question open={open} onClose={close} />
    </StepUp>
  )
}

type Proof = 'password' | 'code' | 'passkey'

/** Who has a second factor proves himself with that; a password is not enough then. */
function useProofs(open: boolean): Proof[] | undefined {
  const { data, isError } = useQuery({ queryKey: ['stepup'], queryFn: () => gql(ViewerSecurityDocument, { first: 1 }), enabled: open, staleTime: 0 })
  const factor = readFragment(TwoFactorStateFragmentDoc, data?.viewer?.twoFactor)
  if (!factor) return isError ? ['password', 'code'] : undefined
  if (!factor.enabled) return ['password']
  return [...(factor.totpSince ? (['code'] as const) : []), ...(factor.passkeys.length > 0 ? (['passkey'] as const) : [])]
}

async function byPasskey(): Promise<SessionStepUpInput> {
  const { token, options } = settled((await gql(SessionStepUpPasskeyBeginDocument)).sessionStepUpPasskeyBegin)
  return { passkey: { token: token ?? '', credential: await showPasskey(options) } }
}

function Question({ open, onClose }: { open: boolean; onClose: (proven: boolean) => void }) {
  const { t } = useTranslation()
  const proofs = useProofs(open)
  const { data: viewer } = useQuery({ ...viewerQuery, enabled: open })
  const [chosen, setChosen] = useState<Proof>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const proof = chosen && proofs?.includes(chosen) ? chosen : proofs?.[0]

  const close = (proven: boolean) => {
    setError(undefined)
    onClose(proven)
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('proof') ?? '').trim()
    setBusy(true)
    try {
      const input = proof === 'passkey' ? await byPasskey() : proof === 'code' ? { code: typed.replaceAll(' ', '') } : { password: typed }
      settled((await gql(SessionStepUpDocument, { input })).sessionStepUp)
      close(true)
    } catch (failure) {
      setError(textOf(failure))
    } finally {
      setBusy(false)
    }
  }
  const textOf = (failure: unknown): string => {
    if (failure instanceof NoPasskey) return t('stepUp.noPasskey')
    if (failure instanceof Refused && failure.has('INVALID_CREDENTIALS')) return t('stepUp.wrong')
    if (failure instanceof RequestError && failure.code === 'RATE_LIMITED') return t('failure.RATE_LIMITED.text', { seconds: failure.details.retryAfter ?? 60 })
    return failure instanceof Error ? failure.message : String(failure)
  }
  return (
    <Dialog open={open} onClose={() => close(false)} title={t('stepUp.title')} description={t('stepUp.text')}>
      <form onSubmit={submit} key={proof} className="contents">
        <DialogBody className="flex flex-col items-start gap-3">
          {!proof && <Skeleton className="h-16 w-full" />}
          {proof === 'passkey' && <p className="text-sm">{t('stepUp.passkeyText')}</p>}
          {proof === 'passkey' && error && (
            <p role="alert" className="text-sm text-bad">
              {error}
            </p>
          )}
          {(proof === 'password' || proof === 'code') && (
            <Field label={t(`stepUp.${proof}`)} error={error} className="w-full">
              {/* Tells a password manager whose password is asked for. */}
              <input type="text" name="username" autoComplete="username" value={viewer?.user.email ?? ''} readOnly hidden />
              <Input
                name="proof"
                required
                autoFocus
                type={proof === 'code' ? 'text' : 'password'}
                autoComplete={proof === 'code' ? 'one-time-code' : 'current-password'}
                inputMode={proof === 'code' ? 'numeric' : undefined}
              />
            </Field>
          )}
          {proofs
            ?.filter((one) => one !== proof)
            .map((one) => (
              <Button
                key={one}
                look="quiet"
                size="sm"
                className="-ml-2.5"
                onClick={() => {
                  setError(undefined)
                  setChosen(one)
                }}
              >
                {t(`stepUp.use.${one}`)}
              </Button>
            ))}
        </DialogBody>
        <DialogFoot>
          <Button onClick={() => close(false)}>{t('cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!proof}>
            {t(proof === 'passkey' ? 'stepUp.passkey' : 'stepUp.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
