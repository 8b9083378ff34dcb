package authz

// APICredentialAction is something a viewer may do to an API key.
type APICredentialAction string

// The actions on an API key, as the GraphQL enum writes them.
const (
	APICredentialActionUpdate APICredentialAction = "UPDATE"
	APICredentialActionRevoke APICredentialAction = "REVOKE"
)

// AllAPICredentialActions lists the actions in the order in which they are shown.
//

func AllAPICredentialActions() []APICredentialAction {
	return []APICredentialAction{APICredentialActionUpdate, APICredentialActionRevoke}
}

// APICredentialTarget is what a decision needs to know about an API key.
type APICredentialTarget struct {
	OwnedTarget          // Status: ACTIVE EXPIRED REVOKED
	Roles       []string // keys of the roles it holds at its organization
}

// APICredential decides whether the viewer may take an action on an API key, in
// the order Hidden, Forbidden, WrongState, OutOfScope. A revoked key is final;
// any other can be revoked, whatever it may do: ending access is always in
// reach of who manages keys. Changing one, which can make it live longer, takes
// the right to give what it holds.
func (a *Authorizer) APICredential(v *Viewer, action APICredentialAction, t APICredentialTarget) Verdict {
	held := a.overOwned(v, t.OwnedTarget)
	switch {
	case !held.HasAny(ApiCredentialRead, ApiCredentialManage):
		return refuse(Hidden, "There is no such API key.")
	case !held.Has(ApiCredentialManage):
		return forbid(ApiCredentialManage)
	case t.Status == "REVOKED":
		return refuse(WrongState, "The key is revoked.")
	case t.Closed && action == APICredentialActionUpdate:
		return closed()
	case action == APICredentialActionUpdate && len(a.GrantVerdict(v, chainOf(v, t.OwnedTarget), t.Roles)) > 0:
		return refuse(OutOfScope, "The key holds more than you could give.")
	}
	return allow()
}

// APICredentialActions lists what APICredential would allow.
func (a *Authorizer) APICredentialActions(v *Viewer, t APICredentialTarget) []APICredentialAction {
	return allowed(AllAPICredentialActions(), func(action APICredentialAction) Verdict { return a.APICredential(v, action, t) })
}

// APICredentialCreate decides whether the viewer may make a key that works in an
// organization, in the order Hidden, Forbidden, WrongState. Which roles it may
// hold is GrantVerdict's question.
func (a *Authorizer) APICredentialCreate(v *Viewer, t OrganizationTarget) Verdict {
	return a.createIn(v, t, ApiCredentialManage, ApiCredentialRead)
}
