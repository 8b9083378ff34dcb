import {
  CustomModelCreateDocument,
  CustomModelRowFragmentDoc,
  CustomModelsPageDocument,
  CustomModelUpdateDocument,
  readFragment,
  type CustomModelRowFragment,
  type CustomModelsPageQuery,
  type CustomModelTask,
} from '@contract'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useBegun } from '@/app/begun'
import { useChange } from '@/app/change'
import { patchOf, useNewest } from '@/app/newest'
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

interface Values {
  name: string
  description: string
  baseModel: string
}

const modelQuery = (id: string) => ({ queryKey: ['models', 'one', id], queryFn: () => gql(CustomModelsPageDocument, { first: 1, where: { id: { eq: id } } }) })

const modelOf = (data: CustomModelsPageQuery) => readFragment(CustomModelRowFragmentDoc, data.customModels?.nodes)?.[0]

const valuesOf = (model: CustomModelRowFragment | undefined): Values => ({
  name: model?.name ?? '',
  description: model?.description ?? '',
  baseModel: model?.baseModel ?? '',
})

const inputOf = ({ name, description, baseModel }: Values) => ({ name: name.trim(), description: description.trim() || null, baseModel: baseModel.trim() || null })

/** A stable name out of a name: what programs will use unless somebody types another. */
const keyOf = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)

export function ModelForm({ model: shown, onClose }: ModelFormProps) {
  const { t } = useTranslation(['models', 'translation'])
  const own = useViewer().organization
  const [organization, setOrganization] = useState<OrganizationChoice | null>(own ? { ...own, parent: null } : null)
  const [task, setTask] = useState<CustomModelTask>('CLASSIFICATION')
  const [key, setKey] = useState<string>()
  const model = useNewest(shown, modelQuery, modelOf)
  const { before, values, change, follow, meanwhile } = useBegun(valuesOf(model), model?.version ?? 0)
  const input = inputOf(values)
  const patch = patchOf(inputOf(before.values), input)
  const { run, busy, under, above, stale } = useChange(
    async () =>
      model
        ? settled((await gql(CustomModelUpdateDocument, { id: model.id, input: { ...patch, expectedVersion: before.version } })).customModelUpdate)
        : settled(
            (await gql(CustomModelCreateDocument, { input: { ...input, key: key ?? keyOf(values.name), task, organizationId: organization?.id ?? '' } })).customModelCreate,
          ),
    () => {
      onClose()
      say(t(model ? 'form.saved' : 'form.made'))
    },
  )
  follow(stale)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (model && Object.keys(patch).length === 0) onClose()
    else run(undefined)
  }
  const told = (name: keyof Values) => under(name) ?? meanwhile(name)
  return (
    <Dialog open onClose={onClose} title={t(model ? 'form.edit' : 'create')} description={model ? undefined : t('form.text')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-4">
          {above('name', 'key', 'task', 'organizationId', 'description', 'baseModel')}
          <Field label={t('name')} error={told('name')}>
            <Input required maxLength={100} value={values.name} onValueChange={(name) => change({ ...values, name })} autoFocus />
          </Field>
          {!model && (
            <>
              <Field label={t('key')} hint={t('form.keyHint')} error={under('key')}>
                <Input required maxLength={60} pattern="[a-z0-9\-]+" className="font-mono" value={key ?? keyOf(values.name)} onValueChange={setKey} />
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
          <Field label={`${t('base')} (${t('translation:optional')})`} hint={t('form.baseHint')} error={told('baseModel')}>
            <Input maxLength={100} value={values.baseModel} onValueChange={(baseModel) => change({ ...values, baseModel })} />
          </Field>
          <Field label={`${t('description')} (${t('translation:optional')})`} error={told('description')}>
            <Area rows={3} maxLength={1000} value={values.description} onChange={(event) => change({ ...values, description: event.target.value })} />
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
