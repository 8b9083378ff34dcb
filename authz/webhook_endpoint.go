package authz

// WebhookEndpointAction is something a viewer may do to a webhook endpoint.
type WebhookEndpointAction string

// The actions on a webhook endpoint, as the GraphQL enum writes them.
const (
	WebhookEndpointActionUpdate       WebhookEndpointAction = "UPDATE"
	WebhookEndpointActionEnable       WebhookEndpointAction = "ENABLE"
	WebhookEndpointActionDisable      WebhookEndpointAction = "DISABLE"
	WebhookEndpointActionRotateSecret WebhookEndpointAction = "ROTATE_SECRET"
	WebhookEndpointActionDelete       WebhookEndpointAction = "DELETE"
)

// WebhookEndpointDisabled is the status of a target that is not told of events.
const WebhookEndpointDisabled = "DISABLED"

// AllWebhookEndpointActions lists the actions in the order in which they are shown.
func AllWebhookEndpointActions() []WebhookEndpointAction {
	return []WebhookEndpointAction{
		WebhookEndpointActionUpdate, WebhookEndpointActionEnable, WebhookEndpointActionDisable,
		WebhookEndpointActionRotateSecret, WebhookEndpointActionDelete,
	}
}

// WebhookEndpoint decides whether the viewer may take an action on a webhook
// endpoint, in the order Hidden, Forbidden, WrongState. Silencing or removing
// one, and replacing a secret that leaked, is possible in an organization that
// is suspended as well.
func (a *Authorizer) WebhookEndpoint(v *Viewer, action WebhookEndpointAction, t OwnedTarget) Verdict {
	held := a.overOwned(v, t)
	switch {
	case !held.HasAny(WebhookRead, WebhookManage):
		return refuse(Hidden, "There is no such webhook endpoint.")
	case !held.Has(WebhookManage):
		return forbid(WebhookManage)
	case t.Closed && (action == WebhookEndpointActionUpdate || action == WebhookEndpointActionEnable):
		return closed()
	case action == WebhookEndpointActionEnable && t.Status != WebhookEndpointDisabled:
		return refuse(WrongState, "The endpoint is told of events already.")
	case action == WebhookEndpointActionDisable && t.Status == WebhookEndpointDisabled:
		return refuse(WrongState, "The endpoint is not told of events.")
	}
	return allow()
}

// WebhookEndpointActions lists what WebhookEndpoint would allow.
func (a *Authorizer) WebhookEndpointActions(v *Viewer, t OwnedTarget) []WebhookEndpointAction {
	return allowed(AllWebhookEndpointActions(), func(action WebhookEndpointAction) Verdict { return a.WebhookEndpoint(v, action, t) })
}

// WebhookEndpointCreate decides whether the viewer may enter a webhook endpoint
// of an organization, in the order Hidden, Forbidden, WrongState.
func (a *Authorizer) WebhookEndpointCreate(v *Viewer, t OrganizationTarget) Verdict {
	return a.createIn(v, t, WebhookManage, WebhookRead)
}
