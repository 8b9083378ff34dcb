import { ReleaseNotePublishDocument, ReleaseNoteUpdateDocument, type ReleaseNoteRowFragment } from '@contract'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { say } from '@/ui/toast'

interface NoteFormProps {
  /** The note to change; without one another is published. */
  note?: ReleaseNoteRowFragment
  onClose: () => void
}

export function NoteForm({ note, onClose }: NoteFormProps) {
  const { t } = useTranslation(['status', 'translation'])
  const { run, busy, under, above } = useChange(
    async (input: { release: string; title: string; body: string }) =>
      note
        ? settled((await gql(ReleaseNoteUpdateDocument, { id: note.id, input: { ...input, expectedVersion: note.version } })).releaseNoteUpdate)
        : settled((await gql(ReleaseNotePublishDocument, { input })).releaseNotePublish),
    () => {
      onClose()
      say(t(note ? 'release.saved' : 'release.published'))
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name)).trim()
    run({ release: text('release'), title: text('title'), body: text('body') })
  }
  return (
    <Dialog wide open onClose={onClose} title={t(note ? 'release.editTitle' : 'release.publish')} description={note ? undefined : t('release.mails')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('release', 'title', 'body')}
          <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
            <Field label={t('release.name')} hint={t('release.nameHint')} error={under('release')}>
              <Input name="release" required maxLength={40} defaultValue={note?.release} autoFocus />
            </Field>
            <Field label={t('release.title')} error={under('title')}>
              <Input name="title" required maxLength={200} defaultValue={note?.title} />
            </Field>
          </div>
          <Field label={t('release.body')} error={under('body')}>
            <Area name="body" required rows={10} maxLength={20_000} defaultValue={note?.body} />
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
