package authz

// ReportReach tells about which organizations the viewer may have a report that
// shows what any one of need reads: where he may have reports and holds one of
// those besides. A report is no way around what a page keeps from him.
func (a *Authorizer) ReportReach(v *Viewer, need ...Permission) Reach {
	return a.reach(v, func(held Set) bool { return held.HasAny(ReportRead, TenantReportRead) && held.HasAny(need...) })
}

// ReportUserReach is UserReach for reports: whether one may name the reseller's
// own people, and where it may name other users. The viewer's own row is no
// exception here.
func (a *Authorizer) ReportUserReach(v *Viewer) (staff bool, others Reach) {
	if v == nil {
		return false, Reach{}
	}
	held := a.Permissions(v, v.RootID)
	staff = v.Staff() && held.HasAny(ReportRead, TenantReportRead) && held.Has(ResellerUserRead)
	return staff, a.ReportReach(v, TenantUserRead, MemberRead)
}
