import { JobRowFragmentDoc, readFragment, ReportCreateDocument, type ReportFormat, type ReportKind } from '@contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { JobProgress } from '@/app/job'
import { may, useViewer } from '@/app/session'
import { addDays, addMonths, firstOfMonth, lastOfMonth, today as dayNow } from '@/pages/usage/days'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { Chooser, organizationsSource, type Chosen } from './chooser'

const periods = ['last', 'month', 'quarter', 'year', 'own'] as const
type Period = (typeof periods)[number]

function daysOf(period: Period, today: string): [string, string] {
  const month = firstOfMonth(today)
  switch (period) {
    case 'month':
      return [month, today]
    case 'quarter':
      return [addDays(addMonths(today, -3), 1), today]
    case 'year':
      return [addDays(addMonths(today, -12), 1), today]
    default:
      return [addMonths(month, -1), lastOfMonth(addMonths(month, -1))]
  }
}

interface MakeDialogProps {
  kind: ReportKind
  onClose: () => void
  /** Leads to all reports made. */
  onAll: () => void
}

/** Asks what a report is about, has it made, and hands over its file. */
export function MakeDialog({ kind, onClose, onAll }: MakeDialogProps) {
  const { t } = useTranslation(['reports', 'translation'])
  const viewer = useViewer()
  const today = dayNow()
  const [period, setPeriod] = useState<Period>('last')
  const [[from, to], setDays] = useState(daysOf('last', today))
  const [organizations, setOrganizations] = useState<Chosen[]>([])
  const [format, setFormat] = useState<ReportFormat>('CSV')
  const [job, setJob] = useState<string>()
  const keyOf = useKeyOf()
  const { run, busy, under, above } = useChange(
    async () => {
      const input = { kind, from, to, format, organizationIds: organizations.length > 0 ? organizations.map(({ id }) => id) : null }
      return settled((await gql(ReportCreateDocument, { input: { ...input, idempotencyKey: keyOf(input) } })).reportCreate)
    },
    ({ job }) => setJob(readFragment(JobRowFragmentDoc, job)?.id),
  )
  const title = t('form.title', { name: t(`kind.${kind}`) })
  if (job) {
    return (
      <Dialog open onClose={onClose} title={t(`kind.${kind}`)} description={t('job.title')}>
        <DialogBody>
          <JobProgress id={job} />
          <p className="mt-3 text-sm text-soft">{t('job.background')}</p>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onAll}>{t('job.another')}</Button>
          <Button look="primary" onClick={onClose}>
            {t('translation:close')}
          </Button>
        </DialogFoot>
      </Dialog>
    )
  }
  return (
    <Dialog open onClose={onClose} title={title} description={t('form.text')}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(undefined)
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {above('from', 'to', 'organizationIds', 'format')}
          <Field label={t('form.period')}>
            <Select
              label={t('form.period')}
              value={period}
              onChange={(next) => {
                setPeriod(next)
                if (next !== 'own') setDays(daysOf(next, today))
              }}
              choices={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
            />
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label={t('form.from')} error={under('from')}>
              <Input
                type="date"
                required
                value={from}
                max={to}
                onValueChange={(day) => {
                  setPeriod('own')
                  setDays([day, to])
                }}
              />
            </Field>
            <Field label={t('form.to')} error={under('to')}>
              <Input
                type="date"
                required
                value={to}
                min={from}
                max={today}
                onValueChange={(day) => {
                  setPeriod('own')
                  setDays([from, day])
                }}
              />
            </Field>
          </div>
          {may(viewer, 'ORGANIZATION_READ', 'SUB_ACCOUNT_READ', 'TENANT_USER_READ', 'MEMBER_READ') && (
            <Field label={`${t('form.organizations')} (${t('translation:optional')})`} hint={t('form.organizationsHint')} error={under('organizationIds')}>
              <Chooser
                label={t('form.organizations')}
                placeholder={t('form.allOrganizations')}
                value={organizations}
                onChange={setOrganizations}
                source={organizationsSource}
              />
            </Field>
          )}
          <Field label={t('form.format')} error={under('format')}>
            <Select
              label={t('form.format')}
              value={format}
              onChange={setFormat}
              choices={(['CSV', 'XLSX'] as const).map((value) => ({ value, label: t(`format.${value}`) }))}
            />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('form.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
