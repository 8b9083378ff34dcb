package authz

// UserExportReach tells which users of his list the viewer may take away in a
// file: the reseller's own people with reseller_user:export, and others where
// tenant_user:export is held. Who may not be seen is not exported either, and
// the viewer's own row is no exception here.
func (a *Authorizer) UserExportReach(v *Viewer) (staff bool, others Reach) {
	if v == nil {
		return false, Reach{}
	}
	held := a.Permissions(v, v.RootID)
	staff = v.Staff() && held.Has(ResellerUserRead) && held.Has(ResellerUserExport)
	return staff, a.reach(v, func(held Set) bool {
		return held.HasAny(TenantUserRead, MemberRead) && held.Has(TenantUserExport)
	})
}

// AuditExportReach tells whose lines of the audit log the viewer may take away
// in a file: those of organizations he holds audit:read and audit:export over.
func (a *Authorizer) AuditExportReach(v *Viewer) Reach {
	return a.reach(v, func(held Set) bool { return held.Has(AuditRead) && held.Has(AuditExport) })
}

// OrganizationExportReach tells which organizations of his list the viewer may
// take away in a file: those he holds organization:read and
// organization:export over.
func (a *Authorizer) OrganizationExportReach(v *Viewer) Reach {
	return a.reach(v, func(held Set) bool { return held.Has(OrganizationRead) && held.Has(OrganizationExport) })
}
