import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Dialog, DialogBody, DialogFoot } from './dialog'
import { Field, Input } from './field'

interface ConfirmProps {
  title: string
  /** What will happen, and whether it can be taken back. */
  text: ReactNode
  submit: string
  /** What not going on is called, where "Cancel" would not say it. */
  cancel?: string
  busy: boolean
  onConfirm: (typed: string) => void
  onClose: () => void
  /** Asks for this word, letter by letter but for its case, before it goes on. */
  type?: { word: string; label: string } | undefined
  danger?: boolean
  /** Mistakes of the change. */
  above?: ReactNode
  children?: ReactNode
}

/** Asks once more before something that is hard to take back. */
export function Confirm({ title, text, submit, cancel, busy, onConfirm, onClose, type, danger = true, above, children }: ConfirmProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const ready = !type || typed.trim().toLowerCase() === type.word.trim().toLowerCase()
  return (
    <Dialog open onClose={onClose} title={title} description={text}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) onConfirm(typed.trim())
        }}
      >
        <DialogBody className="flex flex-col gap-4 empty:hidden">
          {above}
          {children}
          {type && (
            <Field label={type.label}>
              <Input value={typed} onValueChange={setTyped} autoComplete="off" autoFocus />
            </Field>
          )}
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{cancel ?? t('cancel')}</Button>
          <Button look={danger ? 'danger' : 'primary'} type="submit" busy={busy} disabled={!ready}>
            {submit}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
