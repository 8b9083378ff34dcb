package authz

// ServiceStatusAction is something a viewer may do to an incident or a release
// note.
type ServiceStatusAction string

// The actions on an incident or a release note, as the GraphQL enums write them.
const (
	ServiceStatusActionUpdate ServiceStatusAction = "UPDATE"
	ServiceStatusActionDelete ServiceStatusAction = "DELETE"
)

// ServiceStatusVisible reports whether the viewer may read the news of the
// service: by service_status:subscribe, wherever it is held, or because the
// viewer writes them.
func (a *Authorizer) ServiceStatusVisible(v *Viewer) bool {
	return a.Anywhere(v).HasAny(ServiceStatusSubscribe, ServiceStatusManage)
}

// ServiceStatus decides whether the viewer may write news of the service, in the
// order Hidden, Forbidden. They are the reseller's, so it is its root that
// counts.
func (a *Authorizer) ServiceStatus(v *Viewer) Verdict {
	switch {
	case !a.ServiceStatusVisible(v):
		return refuse(Hidden, "There is no such news.")
	case !a.Permissions(v, v.RootID).Has(ServiceStatusManage):
		return forbid(ServiceStatusManage)
	}
	return allow()
}

// ServiceStatusActions lists what the viewer may do to a piece of news.
func (a *Authorizer) ServiceStatusActions(v *Viewer) []ServiceStatusAction {
	if !a.ServiceStatus(v).OK() {
		return []ServiceStatusAction{}
	}
	return []ServiceStatusAction{ServiceStatusActionUpdate, ServiceStatusActionDelete}
}
