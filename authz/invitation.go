package authz

import (
	"io"

	"github.com/google/uuid"
)

// InvitationAction is something a viewer may do to an invitation.
type InvitationAction string

// The actions on an invitation, as the GraphQL enum writes them.
const (
	InvitationActionResend InvitationAction = "RESEND"
	InvitationActionRevoke InvitationAction = "REVOKE"
)

// AllInvitationActions lists the actions in the order in which they are shown.
func AllInvitationActions() []InvitationAction {
	return []InvitationAction{InvitationActionResend, InvitationActionRevoke}
}

// MarshalGQL writes the enum value; gqlgen calls it.
func (i InvitationAction) MarshalGQL(w io.Writer) { writeEnum(w, string(i)) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (i *InvitationAction) UnmarshalGQL(v any) (err error) {
	*i, err = readEnum(v, AllInvitationActions())
	return err
}

// InvitationTarget is what a decision needs to know about an invitation.
type InvitationTarget struct {
	ID             uuid.UUID
	OrganizationID uuid.UUID // the organization to join
	AccountID      uuid.UUID
	Status         string // PENDING EXPIRED ACCEPTED REVOKED, EXPIRED computed by the clock
	Closed         bool   // the organization, or the account above it, is suspended or deleted: its links open nothing
}

// Invitation decides whether the viewer may take an action on an invitation, in
// the order Hidden, Forbidden, WrongState.
//
// An invitation names a user who waits, so whoever sees it must be allowed to
// see the user: reseller_user:read for staff, tenant_user:read or member:read
// for others, beside the invitation permission itself. To touch an invitation
// of staff takes reseller_user:invite as well.
func (a *Authorizer) Invitation(v *Viewer, action InvitationAction, t InvitationTarget) Verdict {
	return decideInvitation(v, a.overInvitation(v, t), action, t)
}

// InvitationActions lists what Invitation would allow.
func (a *Authorizer) InvitationActions(v *Viewer, t InvitationTarget) []InvitationAction {
	held := a.overInvitation(v, t)
	actions := make([]InvitationAction, 0, 2)
	for _, action := range AllInvitationActions() {
		if decideInvitation(v, held, action, t).OK() {
			actions = append(actions, action)
		}
	}
	return actions
}

// InvitationVisible reports whether the viewer may know of the invitation.
func (a *Authorizer) InvitationVisible(v *Viewer, t InvitationTarget) bool {
	return seesInvitation(v, a.overInvitation(v, t), t)
}

// InvitationReach is InvitationVisible for lists: whether invitations to become
// staff may be listed, and where others may. Rows of the root organization
// follow staff alone.
func (a *Authorizer) InvitationReach(v *Viewer) (staff bool, others Reach) {
	if v.Staff() {
		atRoot := a.Permissions(v, v.RootID)
		staff = atRoot.Has(InvitationRead) && atRoot.Has(ResellerUserRead)
	}
	return staff, a.reach(v, func(held Set) bool {
		return held.Has(InvitationRead) && held.HasAny(TenantUserRead, MemberRead)
	})
}

func (a *Authorizer) overInvitation(v *Viewer, t InvitationTarget) Set {
	if v == nil {
		return Set{}
	}
	return a.Permissions(v, t.OrganizationID, t.AccountID, v.RootID)
}

func (t InvitationTarget) staff(v *Viewer) bool { return t.OrganizationID == v.RootID }

func seesInvitation(v *Viewer, held Set, t InvitationTarget) bool {
	if v == nil || !held.Has(InvitationRead) {
		return false
	}
	if t.staff(v) {
		return held.Has(ResellerUserRead)
	}
	return held.HasAny(TenantUserRead, MemberRead)
}

func decideInvitation(v *Viewer, held Set, action InvitationAction, t InvitationTarget) Verdict {
	if !seesInvitation(v, held, t) {
		return refuse(Hidden, "There is no such invitation.")
	}
	need := InvitationResend
	if action == InvitationActionRevoke {
		need = InvitationRevoke
	}
	if !held.Has(need) {
		return forbid(need)
	}
	if t.staff(v) && !held.Has(ResellerUserInvite) {
		return forbid(ResellerUserInvite)
	}
	if t.Status != statusPending && t.Status != statusExpired {
		return refuse(WrongState, "This invitation has already been accepted or withdrawn.")
	}
	if t.Closed && action == InvitationActionResend {
		return closed()
	}
	return allow()
}
