package authz

import (
	"io"

	"github.com/google/uuid"
)

// ImpersonationAction is something a viewer may do to an impersonation.
type ImpersonationAction string

// The actions on an impersonation, as the GraphQL enum writes them.
const (
	ImpersonationActionDecide ImpersonationAction = "DECIDE"
	ImpersonationActionStart  ImpersonationAction = "START"
	ImpersonationActionEnd    ImpersonationAction = "END"
)

// AllImpersonationActions lists the actions in the order in which they are shown.
func AllImpersonationActions() []ImpersonationAction {
	return []ImpersonationAction{ImpersonationActionDecide, ImpersonationActionStart, ImpersonationActionEnd}
}

// MarshalGQL writes the enum value; gqlgen calls it.
func (i ImpersonationAction) MarshalGQL(w io.Writer) { writeEnum(w, string(i)) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (i *ImpersonationAction) UnmarshalGQL(v any) (err error) {
	*i, err = readEnum(v, AllImpersonationActions())
	return err
}

// ImpersonationTarget is what a decision needs to know about an impersonation.
type ImpersonationTarget struct {
	ActorID        uuid.UUID
	OrganizationID uuid.UUID // that is entered
	AccountID      uuid.UUID
	Mode           LoginAsMode
	Status         string // REQUESTED APPROVED DENIED ACTIVE ENDED EXPIRED, EXPIRED computed by the clock
}

// loginAsPermission is what it takes to enter a portal in a mode; a mode nobody
// has thought of takes what nobody can hold.
func loginAsPermission(mode LoginAsMode) Permission {
	switch mode {
	case LoginAsModeClient:
		return LoginAsClient
	case LoginAsModePartner:
		return LoginAsPartner
	}
	return permissionEnd
}

// LoginAs decides whether the viewer may enter an organization in a mode, in
// the order Hidden, Forbidden, WrongState. Only the reseller's own people in
// sessions of their own ever may, and never into the reseller itself. [002]
func (a *Authorizer) LoginAs(v *Viewer, mode LoginAsMode, t OrganizationTarget) Verdict {
	return decideLoginAs(v, a.overOrganization(v, t), mode, t)
}

func decideLoginAs(v *Viewer, held Set, mode LoginAsMode, t OrganizationTarget) Verdict {
	switch need := loginAsPermission(mode); {
	case t.Status == statusDeleted || !seesOrganization(v, held, t):
		return refuse(Hidden, "There is no such organization.")
	case !held.Has(need):
		return forbid(need)
	case !v.Staff() || v.Impersonation != nil:
		return Verdict{Code: Forbidden, Message: "Only the reseller's own people can do this, in a session of their own."}
	case t.ID == v.RootID || t.AccountID == v.RootID:
		return refuse(WrongState, "Nobody enters the reseller itself like this.")
	case t.Status != statusActive || t.AccountSuspended:
		return closed()
	case t.ConsentNever:
		return refuse(WrongState, "The account lets nobody in.")
	}
	return allow()
}

// LoginAsReaches decides whether the viewer may act as somebody who holds the
// assignments: the permission is needed over every place they lead to, so that
// nobody reaches through a user what lies outside of his own roles.
func (a *Authorizer) LoginAsReaches(v *Viewer, mode LoginAsMode, target *Viewer) Verdict {
	need := loginAsPermission(mode)
	if target == nil || target.Staff() || target.ResellerID != v.ResellerID {
		return refuse(Hidden, "There is no such user.")
	}
	if !a.Permissions(v, target.OrganizationID, target.AccountID, v.RootID).Has(need) {
		return forbid(need)
	}
	for _, held := range target.Assignments {
		if !a.Permissions(v, held.Domain, target.account(held), v.RootID).Has(need) {
			return forbid(need)
		}
	}
	return allow()
}

// Consent decides whether the viewer may say for an account who comes in: with
// login_as:consent and only within the viewer's own account, so never as staff
// and never within a session that staff opened.
func (a *Authorizer) Consent(v *Viewer, t OrganizationTarget) Verdict {
	held := a.overOrganization(v, t)
	switch {
	case t.Status == statusDeleted || !seesOrganization(v, held, t):
		return refuse(Hidden, "There is no such organization.")
	case !held.Has(LoginAsConsent):
		return forbid(LoginAsConsent)
	case v.Staff() || v.Impersonation != nil || t.AccountID != v.AccountID:
		return Verdict{Code: Forbidden, Message: "Only the account itself decides this."}
	}
	return allow()
}

// Impersonation decides whether the viewer may take an action on an
// impersonation, in the order Hidden, Forbidden, WrongState.
func (a *Authorizer) Impersonation(v *Viewer, action ImpersonationAction, t ImpersonationTarget) Verdict {
	if !a.ImpersonationVisible(v, t) {
		return refuse(Hidden, "There is no such impersonation.")
	}
	need, allowed := LoginAsConsent, a.consents(v, t)
	own := v.Staff() && v.Impersonation == nil && v.UserID == t.ActorID
	switch {
	case action == ImpersonationActionStart:
		need = loginAsPermission(t.Mode)
		allowed = own && a.over(v, t).Has(need)
	case action == ImpersonationActionEnd && own:
		allowed = true
	}
	if !allowed {
		return forbid(need)
	}
	if !action.fits(t.Status) {
		return refuse(WrongState, "This is not possible any more, or not yet.")
	}
	return allow()
}

// fits tells the states in which an action makes sense.
func (i ImpersonationAction) fits(status string) bool {
	switch i {
	case ImpersonationActionDecide:
		return status == "REQUESTED"
	case ImpersonationActionStart:
		return status == "APPROVED"
	case ImpersonationActionEnd:
		return status == "REQUESTED" || status == "APPROVED" || status == statusActive
	}
	return false
}

// ImpersonationActions lists what Impersonation would allow.
func (a *Authorizer) ImpersonationActions(v *Viewer, t ImpersonationTarget) []ImpersonationAction {
	actions := make([]ImpersonationAction, 0, 3)
	for _, action := range AllImpersonationActions() {
		if a.Impersonation(v, action, t).OK() {
			actions = append(actions, action)
		}
	}
	return actions
}

// ImpersonationVisible reports whether the viewer may know of the
// impersonation: as its actor, as staff with audit:read over the organization,
// or as who consents for the account.
func (a *Authorizer) ImpersonationVisible(v *Viewer, t ImpersonationTarget) bool {
	switch {
	case v == nil:
		return false
	case v.Staff():
		return v.UserID == t.ActorID || a.over(v, t).Has(AuditRead)
	}
	return t.AccountID == v.AccountID && a.over(v, t).Has(LoginAsConsent)
}

// ImpersonationReach is ImpersonationVisible for lists, beside the viewer's own.
func (a *Authorizer) ImpersonationReach(v *Viewer) Reach {
	if v.Staff() {
		return a.Reach(v, AuditRead)
	}
	return a.Reach(v, LoginAsConsent)
}

func (a *Authorizer) over(v *Viewer, t ImpersonationTarget) Set {
	return a.Permissions(v, t.OrganizationID, t.AccountID, v.RootID)
}

func (a *Authorizer) consents(v *Viewer, t ImpersonationTarget) bool {
	return !v.Staff() && v.Impersonation == nil && t.AccountID == v.AccountID && a.over(v, t).Has(LoginAsConsent)
}
