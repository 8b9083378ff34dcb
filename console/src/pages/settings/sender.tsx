import { MailSenderDocument, MailSenderSetDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { may, useViewer } from '@/app/session'
import { MailPreview } from '@/pages/branding/preview'
import { Button } from '@/ui/button'
import { Field, Input } from '@/ui/field'
import { Failure } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { say } from '@/ui/toast'

/** The name mails are sent under, beside how an inbox shows it. */
export function Sender() {
  const { data, error, refetch } = useQuery({ queryKey: ['mailSender'], queryFn: () => gql(MailSenderDocument) })
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data?.mailSender) return <Skeleton className="h-48 w-full rounded-2xl" />
  return <Form key={data.mailSender.name} name={data.mailSender.name} />
}

function Form({ name: stored }: { name: string }) {
  const { t } = useTranslation(['settings', 'translation'])
  const viewer = useViewer()
  const own = viewer.organization?.name ?? ''
  const editable = may(viewer, 'BRANDING_MANAGE')
  const [name, setName] = useState(stored)
  const { run, busy, under, above } = useChange(
    async (next: string | null) => settled((await gql(MailSenderSetDocument, { name: next })).mailSenderSet),
    () => say(t('sender.saved')),
  )
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card title={t('sender.title')} text={t('sender.text')}>
        <form
          className="flex flex-col gap-4 p-5"
          onSubmit={(event) => {
            event.preventDefault()
            run(name.trim() || null)
          }}
        >
          {above('name')}
          <Field label={t('sender.name')} hint={t('sender.hint', { own })} error={under('name')}>
            <Input value={name} onValueChange={setName} maxLength={100} placeholder={own} disabled={!editable} />
          </Field>
          {editable && (
            <div className="flex flex-wrap items-center gap-2">
              <Button look="primary" type="submit" busy={busy} disabled={name.trim() === stored}>
                {t('translation:save')}
              </Button>
              <Link to="/branding" search={{ portal: 'CUSTOMER' }} className="rounded text-sm text-primary hover:underline">
                {t('sender.customers')}
              </Link>
            </div>
          )}
        </form>
      </Card>
      <MailPreview sender={name.trim() || own} product={own} />
    </div>
  )
}
