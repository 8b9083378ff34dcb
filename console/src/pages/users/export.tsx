import { ExportCreateDocument, JobRowFragmentDoc, readFragment, type ExportFormat, type UserColumn, type UsersExportInput } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Checklist } from '@/ui/checklist'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { Select } from '@/ui/select'

interface ExportDialogProps {
  /** The list as it is shown. */
  list: Pick<UsersExportInput, 'search' | 'where' | 'orderBy'>
  total: number | null | undefined
  onClose: () => void
  onJob: (id: string) => void
}

const all: UserColumn[] = [
  'DISPLAY_NAME', 'FIRST_NAME', 'LAST_NAME', 'EMAIL', 'PHONE', 'STATUS', 'USER_TYPE', 'RESELLER_ROLE', 'ROLES', 'ORGANIZATION', 'EXTERNAL_ID',
  'TIMEZONE', 'LOCALE', 'TWO_FACTOR_ENABLED', 'LAST_LOGIN_AT', 'LAST_ACTIVITY_AT', 'CREATED_AT', 'ID', 'ORGANIZATION_ID',
]
const usual = new Set<string>(['DISPLAY_NAME', 'EMAIL', 'STATUS', 'ROLES', 'ORGANIZATION', 'TWO_FACTOR_ENABLED', 'LAST_LOGIN_AT', 'CREATED_AT'])

/** A file of the list just as it is filtered and sorted. */
export function ExportDialog({ list, total, onClose, onJob }: ExportDialogProps) {
  const { t, i18n } = useTranslation(['users', 'translation'])
  const [format, setFormat] = useState<ExportFormat>('CSV')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(usual)
  const { run, busy, under, above } = useChange(
    async () => settled((await gql(ExportCreateDocument, { input: { format, users: { ...list, columns: all.filter((one) => chosen.has(one)) } } })).exportCreate),
    ({ job }) => {
      const made = readFragment(JobRowFragmentDoc, job)
      if (made) onJob(made.id)
    },
  )
  return (
    <Dialog open onClose={onClose} title={t('export.title')} description={t('export.text', { count: total ?? 0, shown: new Intl.NumberFormat(i18n.language).format(total ?? 0) })}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(undefined)
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {above('format', 'columns')}
          <Field label={t('export.format')} error={under('format')}>
            <Select
              label={t('export.format')}
              value={format}
              onChange={setFormat}
              choices={(['CSV', 'XLSX', 'NDJSON'] as const).map((value) => ({ value, label: t(`export.formats.${value}`) }))}
            />
          </Field>
          <Field label={t('export.columns')} error={under('columns')}>
            <Checklist
              label={t('export.columns')}
              groups={[{ key: 'all', title: t('export.allColumns'), items: all.map((key) => ({ key, label: t(`export.column.${key}`) })) }]}
              chosen={chosen}
              onChange={setChosen}
            />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={chosen.size === 0}>
            {t('export.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
