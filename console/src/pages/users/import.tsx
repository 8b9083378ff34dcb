import { JobRowFragmentDoc, readFragment, RefusalFragmentDoc, UsersImportDocument, type UsersImportMutation } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { useRefusalText } from '@/app/refusal'
import { useViewer } from '@/app/session'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { Paste } from './paste'
import { Verdicts } from './verdicts'

interface ImportDialogProps {
  onClose: () => void
  /** A long file is imported beside the list. */
  onJob: (id: string) => void
  many: boolean
}

type Imported = NonNullable<UsersImportMutation['usersImport']>

const columns = {
  staff: 'email,firstName,lastName,resellerRole,roles\nmira.stone@demo.test,Mira,Stone,RESELLER_SUPPORT,account.service.status',
  others: 'email,firstName,lastName,access,userType,modules,phone,externalId,timezone\nmira.stone@harbor.test,Mira,Stone,USER,AGENT,CAMPAIGNS;CONTACTS,+49 30 901820,E-1001,Europe/Berlin',
}

/** Adds users from a table: first a verdict for each row, then the work itself. */
export function ImportDialog({ onClose, onJob, many }: ImportDialogProps) {
  const { t } = useTranslation(['users', 'translation'])
  const viewer = useViewer()
  const [organization, setOrganization] = useState<OrganizationChoice | null>({ ...viewer.organization, parent: null })
  const [csv, setCsv] = useState('')
  const [answer, setAnswer] = useState<{ imported: Imported; dry: boolean }>()
  const keyOf = useKeyOf()
  const textOf = useRefusalText()
  const { run, busy, under, above } = useChange(
    async (dryRun: boolean) => {
      const input = { organizationId: organization!.id, csv, dryRun }
      return { imported: settled((await gql(UsersImportDocument, { input: { ...input, ...(!dryRun && { idempotencyKey: keyOf(input) }) } })).usersImport), dry: dryRun }
    },
    (next) => {
      const job = readFragment(JobRowFragmentDoc, next.imported.job)
      if (job) onJob(job.id)
      else setAnswer(next)
    },
  )
  // What was checked is what is imported: another text or another place has to be checked again.
  const write = (text: string) => {
    setCsv(text)
    setAnswer(undefined)
  }
  const example = organization?.kind === 'RESELLER' ? columns.staff : columns.others
  const ready = !!organization && csv.trim() !== ''
  const done = answer && !answer.dry
  const ok = answer?.imported.results.filter((one) => one.ok).length ?? 0
  return (
    <Dialog open wide onClose={onClose} title={done ? t('import.done', { count: ok }) : t('import.title')} description={done ? undefined : t('import.text')}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(!answer)
        }}
      >
        <DialogBody className="flex flex-col gap-5">
          {above('csv', 'organizationId')}
          {!done && many && (
            <Field label={t('import.organization')} error={under('organizationId')}>
              <OrganizationPicker
                label={t('import.organization')}
                value={organization}
                onChange={(next) => {
                  setOrganization(next)
                  setAnswer(undefined)
                }}
              />
            </Field>
          )}
          {!done && (
            <div>
              <Paste
                label={t('import.file')}
                hint={t('import.hint')}
                text={csv}
                onText={write}
                error={under('csv')}
                example={example}
              />
              <Button look="quiet" size="sm" className="mt-1 -ml-2" onClick={() => write(`${example}\n`)}>
                {t('import.example')}
              </Button>
            </div>
          )}
          {answer && (
            <Verdicts
              label={t('import.verdicts')}
              verdicts={answer.imported.results.map(({ row, email, ok: good, errors }) => ({
                key: String(row),
                name: email || t('import.row', { row }),
                tone: good ? 'good' : 'bad',
                word: t(good ? (answer.dry ? 'outcome.WOULD' : 'outcome.INVITED') : 'outcome.REFUSED'),
                reason:
                  readFragment(RefusalFragmentDoc, errors)
                    .map((one) => `${t('import.row', { row })}: ${textOf(one)}`)
                    .join(' ') || undefined,
              }))}
            />
          )}
        </DialogBody>
        <DialogFoot>
          {done ? (
            <Button look="primary" onClick={onClose}>
              {t('translation:close')}
            </Button>
          ) : (
            <>
              <Button onClick={onClose}>{t('translation:cancel')}</Button>
              <Button look="primary" type="submit" disabled={!ready || (!!answer && ok === 0)} busy={busy}>
                {answer ? t('import.submit', { count: ok }) : t('import.check')}
              </Button>
            </>
          )}
        </DialogFoot>
      </form>
    </Dialog>
  )
}
