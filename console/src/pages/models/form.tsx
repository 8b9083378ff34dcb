import { CustomModelCreateDocument, CustomModelUpdateDocument, type CustomModelRowFragment, type CustomModelTask } from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useViewer } from '@/app/session'
import { OrganizationPicker, type OrganizationChoice } from '@/pages/organizations/picker'
import { Button } from '@/ui/button'
import { Dialog, DialogBody, DialogFoot } from '@/ui/dialog'
import { Area, Field, Input } from '@/ui/field'
import { Select } from '@/ui/select'
import { say } from '@/ui/toast'
import { tasks } from './search'

interface ModelFormProps {
  /** The model to change; without one another is registered. */
  model?: CustomModelRowFragment | undefined
  onClose: () => void
}

interface Written {
  name: string
  description: string | null
  baseModel: string | null
}

/** A stable name out of a name: what programs will use unless somebody types another. */
const keyOf = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)

export function ModelForm({ model, onClose }: ModelFormProps) {
  const { t } = useTranslation(['models', 'translation'])
  const own = useViewer().organization
  const [organization, setOrganization] = useState<OrganizationChoice | null>(own ? { ...own, parent: null } : null)
  const [task, setTask] = useState<CustomModelTask>('CLASSIFICATION')
  const [name, setName] = useState(model?.name ?? '')
  const [key, setKey] = useState<string>()
  const { run, busy, under, above } = useChange(
    async (input: Written) =>
      model
        ? settled((await gql(CustomModelUpdateDocument, { id: model.id, input: { ...input, expectedVersion: model.version } })).customModelUpdate)
        : settled(
            (await gql(CustomModelCreateDocument, { input: { ...input, key: key ?? keyOf(name), task, organizationId: organization?.id ?? '' } })).customModelCreate,
          ),
    () => {
      onClose()
      say(t(model ? 'form.saved' : 'form.made'))
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (field: string) => String(form.get(field)).trim() || null
    run({ name: name.trim(), description: text('description'), baseModel: text('baseModel') })
  }
  return (
    <Dialog open onClose={onClose} title={t(model ? 'form.edit' : 'create')} description={model ? undefined : t('form.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'key', 'task', 'organizationId', 'description', 'baseModel')}
          <Field label={t('name')} error={under('name')}>
            <Input required maxLength={100} value={name} onValueChange={setName} autoFocus />
          </Field>
          {!model && (
            <>
              <Field label={t('key')} hint={t('form.keyHint')} error={under('key')}>
                <Input required maxLength={60} pattern="[a-z0-9\-]+" className="font-mono" value={key ?? keyOf(name)} onValueChange={setKey} />
              </Field>
              <Field label={t('organization')} hint={t('form.organizationHint')} error={under('organizationId')}>
                <OrganizationPicker label={t('organization')} value={organization} onChange={setOrganization} />
              </Field>
              <Field label={t('task')} hint={t('form.taskHint')} error={under('task')}>
                <Select
                  label={t('task')}
                  value={task}
                  onChange={setTask}
                  choices={tasks.map((value) => ({ value, label: t(`tasks.${value}`), hint: t(`taskHints.${value}`) }))}
                />
              </Field>
            </>
          )}
          <Field label={`${t('base')} (${t('translation:optional')})`} hint={t('form.baseHint')} error={under('baseModel')}>
            <Input name="baseModel" maxLength={100} defaultValue={model?.baseModel ?? ''} />
          </Field>
          <Field label={`${t('description')} (${t('translation:optional')})`} error={under('description')}>
            <Area name="description" rows={3} maxLength={1000} defaultValue={model?.description ?? ''} />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>{t('translation:cancel')}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!model && !organization}>
            {t(model ? 'translation:save' : 'create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
