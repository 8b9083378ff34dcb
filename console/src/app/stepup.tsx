import { SessionStepUpDocument } from '@contract'
import { createContext, use, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, Refused, RequestError, settled } from '@/api/gql'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'

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
  const waiting = useRef<{ go: () => void; stop: () => void }>(null)

  const guarded: Guarded = async (run) => {
    try {
      return await run()
    } catch (error) {
      if (!asked(error)) throw error
      await new Promise<void>((go, reject) => {
        waiting.current = { go, stop: () => reject(new Withdrawn()) }
        setOpen(true)
      })
      return run()
    }
  }
  const close = (proven: boolean) => {
    setOpen(false)
    if (proven) waiting.current?.go()
    else waiting.current?.stop()
    waiting.current = null
  }
  return (
    <StepUp value={guarded}>
      {children}
      <Question open={open} onClose={close} />
    </StepUp>
  )
}

function Question({ open, onClose }: { open: boolean; onClose: (proven: boolean) => void }) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [code, setCode] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const proof = String(new FormData(event.currentTarget).get('proof'))
    setBusy(true)
    try {
      settled((await gql(SessionStepUpDocument, { input: code ? { code: proof } : { password: proof } })).sessionStepUp)
      setError(undefined)
      onClose(true)
    } catch (failure) {
      // Who has a second factor proves himself with that.
      if (!code && failure instanceof Refused && failure.refusals.some((one) => one.path.includes('code'))) setCode(true)
      else setError(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog open={open} onClose={() => onClose(false)} title={t('stepUp.title')} description={t('stepUp.text')}>
      <form onSubmit={submit} key={String(code)}>
        <DialogBody>
          <Field label={code ? t('stepUp.code') : t('stepUp.password')} error={error}>
            <Input name="proof" required autoFocus type={code ? 'text' : 'password'} autoComplete={code ? 'one-time-code' : 'current-password'} inputMode={code ? 'numeric' : undefined} />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('stepUp.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
