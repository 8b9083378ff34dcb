import './words'
import '@/pages/roles/permission-words'
import { getRouteApi } from '@tanstack/react-router'
import { may, useViewer } from '@/app/session'
import { AuditLog, OwnLog } from './log'
import type { AuditSearch } from './search'

const route = getRouteApi('/inside/audit')

/** The log of everybody for those who may read it; everybody else sees their own part of it. */
export function AuditPage() {
  const viewer = useViewer()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (next: Partial<AuditSearch>) => void navigate({ search: (old) => ({ ...old, ...next }), replace: 'event' in next })
  const Log = may(viewer, 'AUDIT_READ') ? AuditLog : OwnLog
  return <Log search={search} onChange={change} />
}
