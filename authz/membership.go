package authz

import (
	"io"

	"github.com/google/uuid"
)

// MembershipAction is something a viewer may do to a membership.
type MembershipAction string

// The actions on a membership, as the GraphQL enum writes them. [003]
const (
	MembershipActionUpdate     MembershipAction = "UPDATE"
	MembershipActionDeactivate MembershipAction = "DEACTIVATE"
	MembershipActionReactivate MembershipAction = "REACTIVATE"
	MembershipActionRemove     MembershipAction = "REMOVE"
)

// AllMembershipActions lists the actions in the order in which they are shown.
func AllMembershipActions() []MembershipAction {
	return []MembershipAction{
		MembershipActionUpdate, MembershipActionDeactivate, MembershipActionReactivate, MembershipActionRemove,
	}
}

// MarshalGQL writes the enum value; gqlgen calls it.
func (m MembershipAction) MarshalGQL(w io.Writer) { writeEnum(w, string(m)) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (m *MembershipAction) UnmarshalGQL(v any) (err error) {
	*m, err = readEnum(v, AllMembershipActions())
	return err
}

// MembershipTarget is what a decision needs to know about a membership.
type MembershipTarget struct {
	User           UserTarget // whose it is
	OrganizationID uuid.UUID  // where it holds
	AccountID      uuid.UUID
	Status         string // ACTIVE DEACTIVATED REMOVED
	LastAdmin      bool   // the only active administrator of the organization
}

// Membership decides whether the viewer may take an action on a membership, in
// the order Hidden, Forbidden, SelfForbidden, WrongState, LastAdmin. What counts
// is what the viewer holds where the membership holds, not where its user is at
// home.
func (a *Authorizer) Membership(v *Viewer, action MembershipAction, t MembershipTarget) Verdict {
	return decideMembership(v, a.overMembership(v, t), action, t)
}

// MembershipActions lists what Membership would allow.
func (a *Authorizer) MembershipActions(v *Viewer, t MembershipTarget) []MembershipAction {
	held := a.overMembership(v, t)
	actions := make([]MembershipAction, 0, 4)
	for _, action := range AllMembershipActions() {
		if decideMembership(v, held, action, t).OK() {
			actions = append(actions, action)
		}
	}
	return actions
}

func (a *Authorizer) overMembership(v *Viewer, t MembershipTarget) Set {
	if v == nil {
		return Set{}
	}
	return a.Permissions(v, t.OrganizationID, t.AccountID, v.RootID)
}

func decideMembership(v *Viewer, held Set, action MembershipAction, t MembershipTarget) Verdict {
	if v == nil || t.Status == "REMOVED" || t.User.Status == statusDeleted ||
		t.User.ID != v.UserID && !held.HasAny(MemberRead, TenantUserRead) {
		return refuse(Hidden, "There is no such membership.")
	}
	need := MemberUpdate
	switch action {
	case MembershipActionDeactivate:
		need = MemberDeactivate
	case MembershipActionReactivate:
		need = MemberReactivate
	case MembershipActionRemove:
		need = MemberRemove
	case MembershipActionUpdate:
	}
	switch {
	case !held.Has(need):
		return forbid(need)
	case t.User.ID == v.UserID:
		return refuse(SelfForbidden, "You cannot do this to yourself.")
	case t.User.Status == statusPending && action != MembershipActionUpdate:
		return refuse(WrongState, "The invitation is still open; revoke it instead.")
	case action == MembershipActionDeactivate && t.Status != statusActive:
		return refuse(WrongState, "Only an active membership can be deactivated.")
	case action == MembershipActionReactivate && t.Status == statusActive:
		return refuse(WrongState, "The membership is active.")
	case t.LastAdmin && (action == MembershipActionDeactivate || action == MembershipActionRemove):
		return refuse(LastAdmin, "This is the last administrator; name another one first.")
	}
	return allow()
}
