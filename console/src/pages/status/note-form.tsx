import {
  readFragment,
  ReleaseNotePublishDocument,
  ReleaseNoteRowFragmentDoc,
  ReleaseNotesPageDocument,
  ReleaseNoteUpdateDocument,
  type ReleaseNoteRowFragment,
  type ReleaseNotesPageQuery,
} from '@contract'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { patchOf, useNewest } from '@/app/newest'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'

interface NoteFormProps {
  /** The note to change; without one another is published. */
  note?: ReleaseNoteRowFragment
  onClose: () => void
}

const noteQuery = (id: string) => ({ queryKey: ['status', 'release', id], queryFn: () => gql(ReleaseNotesPageDocument, { first: 1, where: { id: { eq: id } } }) })

const noteOf = (data: ReleaseNotesPageQuery) => readFragment(ReleaseNoteRowFragmentDoc, data.releaseNotes?.nodes)?.[0]

interface Values {
  release: string
  title: string
  body: string
}

const valuesOf = (note: ReleaseNoteRowFragment | undefined): Values => ({ release: note?.release ?? '', title: note?.title ?? '', body: note?.body ?? '' })

const inputOf = ({ release, title, body }: Values) => ({ release: release.trim(), title: title.trim(), body: body.trim() })

export function NoteForm({ note: shown, onClose }: NoteFormProps) {
  const { t } = useTranslation(['status', 'translation'])
  const note = useNewest(shown, noteQuery, noteOf)
  const { before, values, change, follow, meanwhile } = useBegun(valuesOf(note), note?.version ?? 0)
  const input = inputOf(values)
  const patch = patchOf(inputOf(before.values), input)
  const { run, busy, under, above, stale } = useChange(
    async () =>
      note
        ? settled((await gql(ReleaseNoteUpdateDocument, { id: note.id, input: { ...patch, expectedVersion: before.version } })).releaseNoteUpdate)
        : settled((await gql(ReleaseNotePublishDocument, { input })).releaseNotePublish),
    () => {
      onClose()
      say(t(note ? 'release.saved' : 'release.published'))
    },
  )
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (note && Object.keys(patch).length === 0) onClose()
    else run(undefined)
  }
  const told = (name: keyof Values) => under(name) ?? meanwhile(name)
  return (
    <Dialog wide open onClose={onClose} title={t(note ? 'release.editTitle' : 'release.publish')} description={note ? undefined : t('release.mails')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('release', 'title', 'body')}
          <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
            <Field label={t('release.name')} hint={t('release.nameHint')} error={told('release')}>
              <Input required maxLength={40} value={values.release} onValueChange={(release) => change({ ...values, release })} autoFocus />
            </Field>
            <Field label={t('release.title')} error={told('title')}>
              <Input required maxLength={200} value={values.title} onValueChange={(title) => change({ ...values, title })} />
            </Field>
          </div>
          <Field label={t('release.body')} error={told('body')}>
            <Area required rows={10} maxLength={20_000} value={values.body} onChange={(event) => change({ ...values, body: event.target.value })} />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t(note ? 'translation:save' : 'release.submit')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
