import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Dialog, DialogBody, DialogFoot } from './dialog'
import { Secret } from './secret'

interface SecretDialogProps {
  title: string
  text: ReactNode
  label: string
  value: string
  onClose: () => void
  children?: ReactNode
}

/** Shows a secret this once: whoever closes it without having said to keep it is asked again. */
export function SecretDialog({ title, text, label, value, onClose, children }: SecretDialogProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  return (
    <Dialog open onClose={() => (asked ? onClose() : setAsked(true))} title={title} description={text}>
      <DialogBody className="flex flex-col gap-4">
        <Secret label={label} value={value} />
        {children}
        {asked && (
          <p role="alert" className="rounded-lg bg-warn-tint px-3 py-2 text-sm text-warn">
            {t('secret.sure')}
          </p>
        )}
      </DialogBody>
      <DialogFoot>
        <Button look="primary" onClick={onClose}>
          {t('secret.kept')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
