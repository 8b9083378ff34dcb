import { JobRowFragmentDoc, readFragment, RefusalFragmentDoc, UserRowFragmentDoc, UsersBulkChangeDocument, type SuspensionMotive, type UserBulkAction, type UsersBulkChangeInput, type UsersBulkChangeMutation, type UserWhereInput } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange, useMessageOf } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { useRefusalText } from '@/app/refusal'
import { useStepUp } from '@/app/stepup'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Skeleton } from '@/ui/skeleton'
import { say } from '@/ui/toast'
import { sizeOf, type Selection } from './bulk'
import { SuspendFields, suspendWords } from './suspend'
import { Verdicts } from './verdicts'

type Changed = NonNullable<UsersBulkChangeMutation['usersBulkChange']>

interface BulkDialogProps {
  action: UserBulkAction
  selection: Selection
  matching: { search: string | null; where: UserWhereInput }
  onClose: (done: boolean) => void
  onJob: (id: string) => void
}

const atOnce = 100

/** The same change to many: first what would happen, then the change, then what became of each. */
export function BulkDialog({ action, selection, matching, onClose, onJob }: BulkDialogProps) {
  const { t, i18n } = useTranslation(['users', 'translation'])
  const guarded = useStepUp()
  const keyOf = useKeyOf()
  const messageOf = useMessageOf()
  const textOf = useRefusalText()
  const [count, setCount] = useState(sizeOf(selection))
  const [motive, setMotive] = useState<SuspensionMotive>('ON_LEAVE')
  const [typed, setTyped] = useState('')
  const [done, setDone] = useState<Changed>()
  const names = new Map(selection.kind === 'rows' ? [...selection.rows].map(([id, row]) => [id, row.displayName]) : [])
  const users: UsersBulkChangeInput['users'] = selection.kind === 'all' ? { matching: { ...matching, expectedCount: count } } : { ids: [...selection.rows.keys()] }

  const dry = useQuery({
    queryKey: ['users', 'bulk', action, users],
    queryFn: () => guarded(async () => settled((await gql(UsersBulkChangeDocument, { input: { action, users, dryRun: true } })).usersBulkChange)),
    enabled: !done && selection.kind === 'rows' && count <= atOnce,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  const { run, busy, refusals, under, above, reset } = useChange(
    async (words: Partial<UsersBulkChangeInput>) => {
      const input = { action, users, ...words }
      const { usersBulkChange } = await gql(UsersBulkChangeDocument, { input: { ...input, idempotencyKey: keyOf(input) } })
      // The number that there is by now comes beside the refusal.
      if (usersBulkChange && usersBulkChange.errors.length > 0) setNow(usersBulkChange.matched)
      return settled(usersBulkChange)
    },
    (answer) => {
      const job = readFragment(JobRowFragmentDoc, answer.job)
      if (job) return onJob(job.id)
      setDone(answer)
      if (answer.results.every((one) => one.ok)) {
        say(t(`bulk.done.${action}`, { count: answer.results.length }))
        onClose(true)
      }
    },
  )
  const [now, setNow] = useState<number>()
  const stale = refusals.some((one) => one.code === 'STALE')
  const number = new Intl.NumberFormat(i18n.language)
  const danger = action === 'DELETE' || action === 'SUSPEND'
  const ready = action !== 'DELETE' || typed.trim() === String(count)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!ready) return
    const form = event.currentTarget
    run(action === 'SUSPEND' ? suspendWords(form, motive) : action === 'DELETE' ? { reason: String(new FormData(form).get('reason')).trim() || null } : {})
  }
  const verdicts = (results: Changed['results'], would: boolean) =>
    results.map((one) => ({
      key: one.userId,
      name: names.get(one.userId) ?? readFragment(UserRowFragmentDoc, one.user)?.displayName ?? one.userId,
      tone: one.ok ? ('good' as const) : ('bad' as const),
      word: t(one.ok ? (would ? 'bulk.would' : 'bulk.ok') : 'bulk.refused'),
      reason: readFragment(RefusalFragmentDoc, one.errors).map(textOf).join(' ') || undefined,
    }))
  const shown = done ?? dry.data
  return (
    <Dialog open wide onClose={() => onClose(!!done)} title={done ? t('bulk.outcome') : t(`bulk.title.${action}`, { count, shown: number.format(count) })} description={done ? undefined : t(`bulk.text.${action}`)}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {stale && now !== undefined ? (
            <div role="alert" className="flex flex-wrap items-center gap-2 rounded-lg bg-warn-tint px-3 py-2 text-sm text-warn">
              <span className="grow">{t('bulk.stale', { shown: number.format(now) })}</span>
              <Button
                size="sm"
                onClick={() => {
                  setCount(now)
                  setTyped('')
                  reset()
                }}
              >
                {t('bulk.useNow', { shown: number.format(now) })}
              </Button>
            </div>
          ) : (
            above('motive', 'reason', 'until')
          )}
          {!done && count > atOnce && <p className="text-sm text-soft">{t('bulk.asJob')}</p>}
          {!done && action === 'SUSPEND' && <SuspendFields motive={motive} onMotive={setMotive} under={under} />}
          {!done && action === 'DELETE' && (
            <>
              <Field label={`${t('suspend.reason')} (${t('translation:optional')})`} error={under('reason')}>
                <Area name="reason" maxLength={500} rows={2} />
              </Field>
              <Field label={t('bulk.typeCount', { count })}>
                <Input value={typed} onValueChange={setTyped} inputMode="numeric" autoComplete="off" />
              </Field>
            </>
          )}
          {dry.isFetching && <Skeleton className="h-24 w-full" />}
          {dry.isError && <p className="text-sm text-soft">{messageOf(dry.error)}</p>}
          {shown && shown.results.length > 0 && <Verdicts label={t(done ? 'bulk.outcome' : 'bulk.preview')} verdicts={verdicts(shown.results, !done)} />}
        </DialogBody>
        <DialogFoot>
          {done ? (
            <Button look="primary" onClick={() => onClose(true)}>
              {t('translation:close')}
            </Button>
          ) : (
            <>
              <Button onClick={() => onClose(false)}>{t('translation:cancel')}</Button>
              <Button look={danger ? 'danger' : 'primary'} type="submit" busy={busy} disabled={!ready || (!!dry.data && dry.data.results.every((one) => !one.ok))}>
                {t(`bulk.submit.${action}`)}
              </Button>
            </>
          )}
        </DialogFoot>
      </form>
    </Dialog>
  )
}
