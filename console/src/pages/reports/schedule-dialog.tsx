import {
  readFragment,
  ReportScheduleCreateDocument,
  ReportScheduleRowFragmentDoc,
  ReportScheduleUpdateDocument,
  type ReportCadence,
  type ReportFormat,
  type ReportKind,
  type ReportScheduleRowFragment,
} from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { patchOf, useSaved } from '@/app/newest'
import { useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { relative } from '@/ui/time'
import { say } from '@/ui/toast'
import { Chooser, organizationsSource, peopleSource, type Chosen } from './chooser'
import { hourText } from './hours'
import { useReports } from './kinds'
import { cadences } from './search'

interface Values {
  name: string
  kind: ReportKind
  cadence: ReportCadence
  hour: string
  format: ReportFormat
  organizations: Chosen[]
  people: Chosen[]
}

const idsOf = (all: readonly Chosen[]): string[] => all.map(({ id }) => id)

const namesOf = (all: readonly Chosen[]): string => all.map(({ name }) => name).join(', ')

const chosen = ({ id, displayName, email }: { id: string; displayName: string; email?: string | null }): Chosen => ({ id, name: displayName, text: email })

const valuesOf = (schedule: ReportScheduleRowFragment | undefined, people: Chosen[]): Values => ({
  name: schedule?.name ?? '',
  kind: schedule?.kind ?? 'USAGE_BY_ORGANIZATION',
  cadence: schedule?.cadence ?? 'MONTHLY',
  hour: String(schedule?.hour ?? 6),
  format: schedule?.format ?? 'XLSX',
  organizations: [...(schedule?.organizations ?? [])],
  people: schedule ? schedule.recipients.map(chosen) : people,
})

/** Organizations and recipients that are hidden from the caller stay, as long as nobody touches the others. */
const inputOf = ({ name, kind, cadence, hour, format, organizations, people }: Values) => ({
  name: name.trim(),
  kind,
  cadence,
  hour: Number(hour),
  format,
  organizationIds: organizations.length > 0 ? idsOf(organizations) : null,
  recipientIds: idsOf(people),
})

/** A schedule, new or to be changed. */
export function ScheduleDialog({ schedule, onClose }: { schedule?: ReportScheduleRowFragment; onClose: () => void }) {
  const { t, i18n } = useTranslation(['reports', 'translation'])
  const { user } = useViewer()
  const reports = useReports()
  const { before, values, change, follow, meanwhile } = useBegun(valuesOf(schedule, [chosen(user)]), schedule?.version ?? 0)
  const [title] = useState(schedule?.name)
  const { name, kind, cadence, hour, format, organizations, people } = values
  const saved = useSaved()
  const keyOf = useKeyOf()
  const input = inputOf(values)
  const patch = patchOf(inputOf(before.values), input)
  const { run, busy, under, above, stale } = useChange(
    async () =>
      schedule
        ? settled((await gql(ReportScheduleUpdateDocument, { id: schedule.id, input: { ...patch, expectedVersion: before.version } })).reportScheduleUpdate)
        : settled((await gql(ReportScheduleCreateDocument, { input: { ...input, idempotencyKey: keyOf(input) } })).reportScheduleCreate),
    ({ reportSchedule }) => {
      onClose()
      const made = readFragment(ReportScheduleRowFragmentDoc, reportSchedule)
      say(
        schedule || !made?.nextRunAt
          ? t('schedule.saved', { name: made?.name ?? name })
          : t('schedule.created', { name: made.name, when: relative(made.nextRunAt, Date.now(), i18n.language) }),
      )
    },
  )
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (schedule && Object.keys(patch).length === 0) onClose()
    else run(undefined)
  }
  const theirs = before.values
  const offered = reports.data?.map((one) => one.kind) ?? [kind]
  return (
    <Dialog open onClose={onClose} title={schedule ? t('schedule.edit', { name: title }) : t('schedule.new')} description={t('schedule.text')}>
      <form className="contents" onSubmit={submit}>
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'kind', 'cadence', 'hour', 'format', 'organizationIds', 'recipientIds')}
          <Field label={t('schedule.name')} hint={t('schedule.nameHint')} error={under('name') ?? meanwhile('name')}>
            <Input required autoFocus maxLength={100} value={name} onValueChange={(name) => change({ ...values, name })} />
          </Field>
          <Field label={t('schedules.kind')} error={under('kind') ?? saved(meanwhile('kind'), t(`kind.${theirs.kind}`))}>
            <Select
              label={t('schedules.kind')}
              value={kind}
              onChange={(kind) => change({ ...values, kind })}
              choices={[...new Set([...offered, kind])].map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-[1.5fr_1fr_1.3fr]">
            <Field label={t('schedules.cadence')} error={under('cadence') ?? saved(meanwhile('cadence'), t(`cadence.${theirs.cadence}`))}>
              <Select
                label={t('schedules.cadence')}
                value={cadence}
                onChange={(cadence) => change({ ...values, cadence })}
                choices={cadences.map((value) => ({ value, label: t(`cadence.${value}`), hint: t(`cadenceHint.${value}`) }))}
              />
            </Field>
            <Field label={t('schedule.hour')} error={under('hour') ?? saved(meanwhile('hour'), hourText(Number(theirs.hour), i18n.language))}>
              <Select
                label={t('schedule.hour')}
                value={hour}
                onChange={(hour) => change({ ...values, hour })}
                choices={Array.from({ length: 24 }, (_, one) => ({ value: String(one), label: hourText(one, i18n.language) }))}
              />
            </Field>
            <Field label={t('form.format')} error={under('format') ?? saved(meanwhile('format'), t(`format.${theirs.format}`))}>
              <Select
                label={t('form.format')}
                value={format}
                onChange={(format) => change({ ...values, format })}
                choices={(['CSV', 'XLSX'] as const).map((value) => ({ value, label: t(`format.${value}`) }))}
              />
            </Field>
          </div>
          <p className="-mt-2 text-xs text-soft">{t('schedule.hourHint')}</p>
          <Field
            label={`${t('schedule.organizations')} (${t('translation:optional')})`}
            hint={t('schedule.organizationsHint')}
            error={under('organizationIds') ?? saved(meanwhile('organizations'), namesOf(theirs.organizations))}
          >
            <Chooser
              label={t('schedule.organizations')}
              placeholder={t('chooser.organizations')}
              value={organizations}
              onChange={(organizations) => change({ ...values, organizations })}
              source={organizationsSource}
            />
          </Field>
          <Field
            label={t('schedule.recipients')}
            hint={t('schedule.recipientsHint')}
            error={under('recipientIds') ?? saved(meanwhile('people'), namesOf(theirs.people))}
          >
            <Chooser
              label={t('schedule.recipients')}
              placeholder={t('chooser.people')}
              value={people}
              onChange={(people) => change({ ...values, people })}
              source={peopleSource}
            />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {schedule ? t('translation:save') : t('schedule.submitNew')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
