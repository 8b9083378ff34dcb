import { RecoveryCodesRenewDocument } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Card } from '@/ui/page'
import { Codes } from '../signin/codes'

interface CodesCardProps {
  left: number
  onCodes: (codes: readonly string[]) => void
}

const few = 3

export function CodesCard({ left, onCodes }: CodesCardProps) {
  const { t } = useTranslation(['account', 'translation'])
  const [asked, setAsked] = useState(false)
  const renew = useChange(
    async () => settled((await gql(RecoveryCodesRenewDocument)).recoveryCodesRenew),
    ({ recoveryCodes }) => {
      setAsked(false)
      onCodes(recoveryCodes)
    },
  )
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t('codes.title')}
          <Badge tone={left <= few ? 'warn' : 'plain'}>{t('codes.left', { count: left })}</Badge>
        </span>
      }
      text={t('codes.text')}
      actions={<Button onClick={() => setAsked(true)}>{t('codes.renew')}</Button>}
    >
      <div className="pb-4" />
      {asked && (
        <Confirm
          title={t('codes.renewTitle')}
          text={t('codes.renewText')}
          submit={t('codes.renewSubmit')}
          danger={false}
          busy={renew.busy}
          above={renew.above()}
          onConfirm={() => renew.run(undefined)}
          onClose={() => setAsked(false)}
        />
      )}
    </Card>
  )
}

/** Shows new codes this once: whoever closes them without having said to keep them is asked again. */
export function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation(['account', 'translation'])
  const [asked, setAsked] = useState(false)
  return (
    <Dialog open onClose={() => (asked ? onClose() : setAsked(true))} title={t('codes.dialog')} description={t('codes.dialogText')}>
      <DialogBody className="flex flex-col gap-4">
        <Codes codes={codes} />
        {asked && (
          <p role="alert" className="rounded-lg bg-warn-tint px-3 py-2 text-sm text-warn">
            {t('codes.sure')}
          </p>
        )}
      </DialogBody>
      <DialogFoot>
        <Button look="primary" onClick={onClose}>
          {t('codes.kept')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
