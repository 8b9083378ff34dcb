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
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
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

const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id)

/**
 * What was changed and nothing else: what is left out stays. Organizations and recipients that are
 * hidden from the caller stay with it, as long as nobody touches the others.
 */
function patchOf<Input extends object>(before: Input, input: Input): Partial<Input> {
  const changed = Object.entries(input).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Input]))
  return Object.fromEntries(changed) as Partial<Input>
}

/** A schedule, new or to be changed. */
export function ScheduleDialog({ schedule: shown, onClose }: { schedule?: ReportScheduleRowFragment; onClose: () => void }) {
  const { t, i18n } = useTranslation(['reports', 'translation'])
  const { user } = useViewer()
  // What was there when the form was opened: a version seen later is somebody else's.
  const [schedule] = useState(shown)
  const reports = useReports()
  const [name, setName] = useState(schedule?.name ?? '')
  const [kind, setKind] = useState<ReportKind>(schedule?.kind ?? 'USAGE_BY_ORGANIZATION')
  const [cadence, setCadence] = useState<ReportCadence>(schedule?.cadence ?? 'MONTHLY')
  const [hour, setHour] = useState(String(schedule?.hour ?? 6))
  const [format, setFormat] = useState<ReportFormat>(schedule?.format ?? 'XLSX')
  const [organizations, setOrganizations] = useState<Chosen[]>([...(schedule?.organizations ?? [])])
  const [people, setPeople] = useState<Chosen[]>(schedule ? schedule.recipients.map(chosen) : [chosen(user)])
  const keyOf = useKeyOf()
  const { run, busy, under, above } = useChange(
    async () => {
      const input = {
        name: name.trim(),
        kind,
        cadence,
        hour: Number(hour),
        format,
        organizationIds: organizations.length > 0 ? idsOf(organizations) : null,
        recipientIds: idsOf(people),
      }
      if (!schedule) return settled((await gql(ReportScheduleCreateDocument, { input: { ...input, idempotencyKey: keyOf(input) } })).reportScheduleCreate)
      const { organizations: about, recipients, ...rest } = schedule
      const before = { ...rest, organizationIds: about?.length ? idsOf(about) : null, recipientIds: idsOf(recipients) }
      return settled((await gql(ReportScheduleUpdateDocument, { id: schedule.id, input: { ...patchOf<typeof input>(before, input), expectedVersion: schedule.version } })).reportScheduleUpdate)
    },
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
  const offered = reports.data?.map((one) => one.kind) ?? [kind]
  return (
    <Dialog open onClose={onClose} title={schedule ? t('schedule.edit', { name: schedule.name }) : t('schedule.new')} description={t('schedule.text')}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          run(undefined)
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'kind', 'cadence', 'hour', 'format', 'organizationIds', 'recipientIds')}
          <Field label={t('schedule.name')} hint={t('schedule.nameHint')} error={under('name')}>
            <Input required autoFocus maxLength={100} value={name} onValueChange={setName} />
          </Field>
          <Field label={t('schedules.kind')} error={under('kind')}>
            <Select
              label={t('schedules.kind')}
              value={kind}
              onChange={setKind}
              choices={[...new Set([...offered, kind])].map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-[1.5fr_1fr_1.3fr]">
            <Field label={t('schedules.cadence')} error={under('cadence')}>
              <Select
                label={t('schedules.cadence')}
                value={cadence}
                onChange={setCadence}
                choices={cadences.map((value) => ({ value, label: t(`cadence.${value}`), hint: t(`cadenceHint.${value}`) }))}
              />
            </Field>
            <Field label={t('schedule.hour')} error={under('hour')}>
              <Select
                label={t('schedule.hour')}
                value={hour}
                onChange={setHour}
                choices={Array.from({ length: 24 }, (_, one) => ({ value: String(one), label: hourText(one, i18n.language) }))}
              />
            </Field>
            <Field label={t('form.format')} error={under('format')}>
              <Select
                label={t('form.format')}
                value={format}
                onChange={setFormat}
                choices={(['CSV', 'XLSX'] as const).map((value) => ({ value, label: t(`format.${value}`) }))}
              />
            </Field>
          </div>
          <p className="-mt-2 text-xs text-soft">{t('schedule.hourHint')}</p>
          <Field label={`${t('schedule.organizations')} (${t('translation:optional')})`} hint={t('schedule.organizationsHint')} error={under('organizationIds')}>
            <Chooser
              label={t('schedule.organizations')}
              placeholder={t('chooser.organizations')}
              value={organizations}
              onChange={setOrganizations}
              source={organizationsSource}
            />
          </Field>
          <Field label={t('schedule.recipients')} hint={t('schedule.recipientsHint')} error={under('recipientIds')}>
            <Chooser label={t('schedule.recipients')} placeholder={t('chooser.people')} value={people} onChange={setPeople} source={peopleSource} />
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

const chosen = ({ id, displayName, email }: { id: string; displayName: string; email?: string | null }): Chosen => ({ id, name: displayName, text: email })
