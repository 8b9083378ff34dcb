import './words'
import './permission-words'
import { getRouteApi } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { firstPage } from '@/app/search'
import { may, useViewer } from '@/app/session'
import { Button } from '@/ui/button'
import { Page } from '@/ui/page'
import { Tabs } from '@/ui/tabs'
import { type RoleDialog } from './actions'
import { EditDialog, RemoveDialog } from './dialogs'
import { RoleEditor } from './editor'
import { Explain } from './explain'
import { RolesList } from './list'
import { Matrix } from './matrix'
import { type RolesSearch } from './search'
import { RoleSheet } from './sheet'

const route = getRouteApi('/inside/roles')

/** Roles, what they allow, and why somebody may do something. */
export function RolesPage() {
  const { t } = useTranslation(['roles', 'translation'])
  const viewer = useViewer()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [dialog, setDialog] = useState<RoleDialog>()

  // What each built-in role allows is no secret; who holds which is.
  const lists = may(viewer, 'ROLE_READ', 'RESELLER_USER_ASSIGN_ROLE', 'RESELLER_USER_INVITE', 'TENANT_USER_ASSIGN_ROLE', 'INVITATION_CREATE', 'API_CREDENTIAL_MANAGE')
  const explains = may(viewer, 'ROLE_READ')
  const tabs = [...(lists ? (['list'] as const) : []), 'matrix' as const, ...(explains ? (['explain'] as const) : [])]
  const tab = search.tab && tabs.includes(search.tab) ? search.tab : tabs[0]!

  const change = (next: Partial<RolesSearch>) => void navigate({ search: (old) => ({ ...old, ...next }), replace: 'q' in next || 'find' in next })
  const open = (role: string | undefined) => change({ role })
  return (
    <Page
      title={t('title')}
      text={lists ? t('text') : t('readOnly')}
      actions={
        may(viewer, 'ROLE_MANAGE') && (
          <Button look="primary" onClick={() => setDialog({ kind: 'new' })}>
            <Plus aria-hidden />
            {t('new')}
          </Button>
        )
      }
    >
      <Tabs label={t('title')} value={tab} tabs={tabs.map((key) => ({ key, title: t(`tabs.${key}`) }))} onChange={(next) => change({ tab: next, role: undefined })}>
        {tab === 'list' && (
          <RolesList search={search} onChange={(next) => change({ ...firstPage, ...next })} onMove={change} onOpen={open} onDialog={setDialog} />
        )}
        {tab === 'matrix' && <Matrix search={search} custom={lists} onChange={change} />}
        {tab === 'explain' && <Explain search={search} onChange={change} />}
      </Tabs>
      {search.role && <RoleSheet id={search.role} onClose={() => open(undefined)} onDialog={setDialog} />}
      {dialog?.kind === 'new' && <RoleEditor from={dialog.from} onClose={() => setDialog(undefined)} onDone={(id) => change({ role: id })} />}
      {dialog?.kind === 'edit' && <EditDialog role={dialog.role} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'remove' && (
        <RemoveDialog
          role={dialog.role}
          onClose={() => setDialog(undefined)}
          onDone={() => {
            setDialog(undefined)
            open(undefined)
          }}
        />
      )}
    </Page>
  )
}
