import { ReportScheduleDeleteDocument, ReportScheduleUpdateDocument, type ReportScheduleRowFragment } from '@contract'
import { MoreHorizontal, Pause, Pencil, Play, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction, useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { say } from '@/ui/toast'

interface ScheduleMenuProps {
  schedule: ReportScheduleRowFragment
  onEdit: () => void
  onDelete: () => void
}

/** What this caller may do to this schedule now. */
export function ScheduleMenu({ schedule, onEdit, onDelete }: ScheduleMenuProps) {
  const { t } = useTranslation(['reports', 'translation'])
  const rest = useRest()
  const can = (action: ReportScheduleRowFragment['viewerActions'][number]) => schedule.viewerActions.includes(action)
  if (schedule.viewerActions.length === 0) return null
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('translation:table.actionsFor', { name: schedule.name })}>
          <MoreHorizontal aria-hidden />
        </Button>
      }
    >
      {can('UPDATE') && (
        <>
          <MenuItem icon={<Pencil aria-hidden />} onSelect={onEdit}>
            {t('schedules.edit')}
          </MenuItem>
          <MenuItem icon={schedule.active ? <Pause aria-hidden /> : <Play aria-hidden />} onSelect={() => rest(schedule)}>
            {t(schedule.active ? 'schedules.pause' : 'schedules.resume')}
          </MenuItem>
        </>
      )}
      {can('DELETE') && (
        <>
          <MenuLine />
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={onDelete}>
            {t('schedules.delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}

/** Pauses a schedule or lets it go on; the way back stands in the message. */
function useRest() {
  const { t } = useTranslation(['reports', 'translation'])
  const { mutate } = useAction(
    async ({ id, active }: Pick<ReportScheduleRowFragment, 'id' | 'name' | 'active'>) =>
      settled((await gql(ReportScheduleUpdateDocument, { id, input: { active: !active } })).reportScheduleUpdate),
    (_, { id, name, active }) =>
      say(t(active ? 'schedules.pausedDone' : 'schedules.resumedDone', { name }), { label: t('translation:undo'), run: () => mutate({ id, name, active: !active }) }),
  )
  return mutate
}

/** Deletes a schedule; files it has made stay. */
export function DeleteDialog({ schedule, onClose }: { schedule: ReportScheduleRowFragment; onClose: () => void }) {
  const { t } = useTranslation(['reports', 'translation'])
  const { name } = schedule
  const { run, busy, above } = useChange(
    async () => settled((await gql(ReportScheduleDeleteDocument, { id: schedule.id, expectedVersion: schedule.version })).reportScheduleDelete),
    () => {
      onClose()
      say(t('remove.done', { name }))
    },
  )
  return (
    <Confirm
      title={t('remove.title', { name })}
      text={t('remove.text')}
      submit={t('remove.submit')}
      busy={busy}
      above={above()}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    />
  )
}
