import './words'
import { getRouteApi } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Page } from '@/ui/page'
import { KeyDialogs, type KeyDialog } from './actions'
import { Keys } from './keys'
import { ServiceCard } from './service'
import { KeySheet } from './sheet'

const route = getRouteApi('/inside/api')

/** How programs reach the API: what it accepts, and the keys they come with. */
export function ApiPage() {
  const { t } = useTranslation(['api', 'translation'])
  const viewer = useViewer()
  const { key } = route.useSearch()
  const navigate = route.useNavigate()
  const [dialog, setDialog] = useState<KeyDialog>()
  const open = (key: string | undefined) => void navigate({ search: (old) => ({ ...old, key }) })
  const create = may(viewer, 'API_CREDENTIAL_MANAGE') && (
    <Button look="primary" onClick={() => setDialog({ kind: 'CREATE' })}>
      <Plus aria-hidden />
      {t('create')}
    </Button>
  )
  return (
    <Page title={t('title')} text={t('text')} actions={create}>
      <ServiceCard />
      {may(viewer, 'API_CREDENTIAL_READ') && <Keys create={create} onOpen={open} onDialog={setDialog} />}
      {key && may(viewer, 'API_CREDENTIAL_READ') && <KeySheet id={key} onClose={() => open(undefined)} onDialog={setDialog} />}
      <KeyDialogs dialog={dialog} onDialog={setDialog} />
    </Page>
  )
}
