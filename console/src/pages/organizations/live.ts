import { AuditEventAddedDocument, AuditEventRowFragmentDoc, readFragment } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { useLive } from '@/api/live'
import { may, useViewer } from '@/app/session'

/** Reads organizations anew when the audit log tells of one, for whoever may read the log. */
export function useOrganizationsLive(id?: string): void {
  const client = useQueryClient()
  const viewer = useViewer()
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['organizations'] })
    void client.invalidateQueries({ queryKey: ['organization'] })
  }
  useLive(
    AuditEventAddedDocument,
    { organizationId: id ?? null },
    ({ auditEventAdded }) => {
      const event = readFragment(AuditEventRowFragmentDoc, auditEventAdded?.auditEvent)
      if (id || !event || /^(organization|credit|billing)/.test(event.action)) refresh()
    },
    refresh,
    may(viewer, 'AUDIT_READ'),
  )
}
