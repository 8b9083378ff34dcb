package authz

import (
	"io"

	"github.com/google/uuid"
)

// RoleAction is something a viewer may do to a role.
type RoleAction string

// The actions on a role, as the GraphQL enum writes them.
const (
	RoleActionUpdate       RoleAction = "UPDATE"
	RoleActionDelete       RoleAction = "DELETE"
	RoleActionSetTwoFactor RoleAction = "SET_TWO_FACTOR"
)

// AllRoleActions lists the actions in the order in which they are shown.
func AllRoleActions() []RoleAction {
	return []RoleAction{RoleActionUpdate, RoleActionDelete, RoleActionSetTwoFactor}
}

// MarshalGQL writes the enum value; gqlgen calls it.
func (r RoleAction) MarshalGQL(w io.Writer) { writeEnum(w, string(r)) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (r *RoleAction) UnmarshalGQL(v any) (err error) {
	*r, err = readEnum(v, AllRoleActions())
	return err
}

// RoleTarget is what a decision needs to know about a role.
type RoleTarget struct {
	OrganizationID uuid.UUID // owner; the root organization for a system role
	AccountID      uuid.UUID
	System         bool
	Allowed        Set // what the role gives
}

// CustomRole decides whether the viewer may take an action on a role, in the
// order Hidden, Forbidden, WrongState, OutOfScope. Nobody edits a role that
// gives more than he could give himself: he would take it from others, or
// rename it into something it is not.
func (a *Authorizer) CustomRole(v *Viewer, action RoleAction, t RoleTarget) Verdict {
	if v == nil {
		return refuse(Hidden, "There is no such role.")
	}
	chain := []uuid.UUID{t.OrganizationID, t.AccountID, v.RootID}
	held := a.Permissions(v, chain...)
	switch {
	case !t.System && !held.Has(RoleRead):
		return refuse(Hidden, "There is no such role.")
	case !held.Has(RoleManage):
		return forbid(RoleManage)
	case action == RoleActionSetTwoFactor:
		return allow()
	case t.System:
		return refuse(WrongState, "A built-in role cannot be changed.")
	case !t.Allowed.SubsetOf(a.Grantable(v, chain...)):
		return refuse(OutOfScope, "The role gives more than you could give.")
	}
	return allow()
}

// RoleActions lists what CustomRole would allow.
func (a *Authorizer) RoleActions(v *Viewer, t RoleTarget) []RoleAction {
	actions := make([]RoleAction, 0, 3)
	for _, action := range AllRoleActions() {
		if a.CustomRole(v, action, t).OK() {
			actions = append(actions, action)
		}
	}
	return actions
}

// Outranks tells whether what a user holds at an organization (chain: itself,
// account, root) is more than the viewer could give there.
func (a *Authorizer) Outranks(v *Viewer, held []Assignment, chain ...uuid.UUID) bool {
	p, user := a.Policy(), &Viewer{RootID: v.RootID, AccountID: v.AccountID, OrganizationID: chain[0], Assignments: held}
	ceiling := a.Grantable(v, chain...)
	if a.Has(v, chain, MemberUpdate) {
		// As in GrantVerdict: who administers members names administrators.
		ceiling = ceiling.Union(p.Allowed(RoleClientAdmin))
	}
	// Everything his roles say counts: where he belongs is not known here.
	return !p.allowed(rolesAt(p, user, chain, nil)).SubsetOf(ceiling)
}
