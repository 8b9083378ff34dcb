import { Bookmark, Trash2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { addWords } from '@/i18n'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Field, Input } from '@/ui/field'
import { Menu, MenuItem, MenuLine } from '@/ui/menu'
import { say } from '@/ui/toast'
import { useKept } from './kept'

const en = {
  label: 'Views',
  save: 'Save this view…',
  manage: 'Remove views…',
  title: 'Save this view',
  text: 'Search, filters and order under a name of yours. Only you see it, in this browser.',
  name: 'Name',
  saved: 'View “{{name}}” saved',
  remove: 'Remove {{name}}',
  manageTitle: 'Your views',
}

const de: typeof en = {
  label: 'Ansichten',
  save: 'Ansicht sichern …',
  manage: 'Ansichten entfernen …',
  title: 'Diese Ansicht sichern',
  text: 'Suche, Filter und Reihenfolge unter einem eigenen Namen. Nur Sie sehen ihn, in diesem Browser.',
  name: 'Name',
  saved: 'Ansicht „{{name}}“ gesichert',
  remove: '{{name}} entfernen',
  manageTitle: 'Ihre Ansichten',
}

addWords('views', { en, de })

declare module '@/i18n' {
  interface PageWords {
    views: typeof en
  }
}

const list = v.array(v.object({ name: v.string(), search: v.record(v.string(), v.unknown()) }))

interface ViewsProps {
  /** Which list they are of. */
  room: string
  /** What the address says now, without what belongs to one moment, such as the page or an open sheet. */
  search: Record<string, unknown>
  /** Shows a view; its fields go through the page's own reading of the address. */
  onPick: (search: Record<string, unknown>) => void
}

/** Named views of a list, which this person keeps. */
export function Views({ room, search, onPick }: ViewsProps) {
  const { t } = useTranslation(['views', 'translation'])
  const [views, keep] = useKept(`views.${room}`, [], (kept) => (v.is(list, kept) ? kept : undefined))
  const [open, setOpen] = useState<'save' | 'manage'>()
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name')).trim()
    if (!name) return
    keep([...views.filter((one) => one.name !== name), { name, search: JSON.parse(JSON.stringify(search)) as Record<string, unknown> }])
    setOpen(undefined)
    say(t('saved', { name }))
  }
  return (
    <>
      <Menu
        trigger={
          <Button>
            <Bookmark aria-hidden />
            {t('label')}
          </Button>
        }
      >
        {views.map((one) => (
          <MenuItem key={one.name} onSelect={() => onPick(one.search)}>
            {one.name}
          </MenuItem>
        ))}
        {views.length > 0 && <MenuLine />}
        <MenuItem onSelect={() => setOpen('save')}>{t('save')}</MenuItem>
        {views.length > 0 && <MenuItem onSelect={() => setOpen('manage')}>{t('manage')}</MenuItem>}
      </Menu>
      {open === 'save' && (
        <Dialog open onClose={() => setOpen(undefined)} title={t('title')} description={t('text')}>
          <form onSubmit={save} className="contents">
            <DialogBody>
              <Field label={t('name')}>
                <Input name="name" required maxLength={60} autoFocus autoComplete="off" />
              </Field>
            </DialogBody>
            <DialogFoot>
              <Button onClick={() => setOpen(undefined)}>{t('translation:cancel')}</Button>
              <Button look="primary" type="submit">
                {t('translation:save')}
              </Button>
            </DialogFoot>
          </form>
        </Dialog>
      )}
      {open === 'manage' && (
        <Dialog open onClose={() => setOpen(undefined)} title={t('manageTitle')}>
          <DialogBody>
            <ul className="divide-y divide-line rounded-xl border border-line text-sm">
              {views.map((one) => (
                <li key={one.name} className="flex items-center gap-2 py-1 pr-1 pl-3">
                  <span className="min-w-0 grow truncate">{one.name}</span>
                  <Button look="quiet" size="icon" aria-label={t('remove', { name: one.name })} onClick={() => keep(views.filter((other) => other !== one))}>
                    <Trash2 aria-hidden />
                  </Button>
                </li>
              ))}
            </ul>
          </DialogBody>
        </Dialog>
      )}
    </>
  )
}
