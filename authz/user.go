package authz

import (
	"io"

	"github.com/google/uuid"
)

// UserAction is something a viewer may do to a user.
type UserAction string

// The actions on a user, as the GraphQL enum writes them.
const (
	UserActionUpdate         UserAction = "UPDATE"
	UserActionChangeRole     UserAction = "CHANGE_ROLE"
	UserActionSuspend        UserAction = "SUSPEND"
	UserActionReactivate     UserAction = "REACTIVATE"
	UserActionDelete         UserAction = "DELETE"
	UserActionResetPassword  UserAction = "RESET_PASSWORD"
	UserActionSendActivation UserAction = "SEND_ACTIVATION"
)

// AllUserActions lists the actions in the order in which they are shown.
func AllUserActions() []UserAction {
	return []UserAction{
		UserActionUpdate, UserActionChangeRole, UserActionSuspend, UserActionReactivate,
		UserActionDelete, UserActionResetPassword, UserActionSendActivation,
	}
}

// MarshalGQL writes the enum value; gqlgen calls it.
func (u UserAction) MarshalGQL(w io.Writer) { writeEnum(w, string(u)) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (u *UserAction) UnmarshalGQL(v any) (err error) {
	*u, err = readEnum(v, AllUserActions())
	return err
}

// UserTarget is what a decision needs to know about a user.
type UserTarget struct {
	ID             uuid.UUID
	OrganizationID uuid.UUID // primary tenant
	AccountID      uuid.UUID
	Status         string // PENDING ACTIVE SUSPENDED DELETED
	LastAdmin      bool   // the only active administrator left where he administers
}

// User decides whether the viewer may take an action on a user. The button, the
// directive's second thought and the mutation all ask here. Answers are looked
// for in this order: Hidden (not visible, or deleted), Forbidden, SelfForbidden,
// WrongState, LastAdmin.
//
// The reseller's own people are administered by reseller_user permissions held
// by other staff, and by nothing else. Everybody may update himself.
func (a *Authorizer) User(v *Viewer, action UserAction, t UserTarget) Verdict {
	return decideUser(v, a.overUser(v, t), action, t)
}

// UserActions lists what User would allow, in the order of AllUserActions.
func (a *Authorizer) UserActions(v *Viewer, t UserTarget) []UserAction {
	held := a.overUser(v, t)
	actions := make([]UserAction, 0, 7)
	for _, action := range AllUserActions() {
		if decideUser(v, held, action, t).OK() {
			actions = append(actions, action)
		}
	}
	return actions
}

// UserVisible reports whether the viewer may know of the user: reseller_user:read
// for the reseller's own people, tenant_user:read or member:read for all others,
// and always oneself. The user's status plays no part.
func (a *Authorizer) UserVisible(v *Viewer, t UserTarget) bool {
	return seesUser(v, a.overUser(v, t), t)
}

// UserReach is UserVisible for lists: whether the reseller's own people may be
// listed, and where other users may. Rows of the root organization follow staff
// alone. The viewer's own row is visible besides.
func (a *Authorizer) UserReach(v *Viewer) (staff bool, others Reach) {
	staff = v.Staff() && a.Has(v, []uuid.UUID{v.RootID}, ResellerUserRead)
	return staff, a.Reach(v, TenantUserRead, MemberRead)
}

// overUser is what the viewer holds over the target. The chain of staff is the
// root alone, where only staff hold anything.
func (a *Authorizer) overUser(v *Viewer, t UserTarget) Set {
	if v == nil {
		return Set{}
	}
	return a.Permissions(v, t.OrganizationID, t.AccountID, v.RootID)
}

func (t UserTarget) staff(v *Viewer) bool { return t.OrganizationID == v.RootID }

func seesUser(v *Viewer, held Set, t UserTarget) bool {
	switch {
	case v == nil:
		return false
	case t.ID == v.UserID && t.ID != uuid.Nil:
		return true
	case t.staff(v):
		return held.Has(ResellerUserRead)
	default:
		return held.HasAny(TenantUserRead, MemberRead)
	}
}

func decideUser(v *Viewer, held Set, action UserAction, t UserTarget) Verdict {
	if t.Status == statusDeleted || !seesUser(v, held, t) {
		return refuse(Hidden, "There is no such user.")
	}
	self := t.ID == v.UserID
	if self && action == UserActionUpdate {
		return allow()
	}
	if need := action.needs(t.staff(v)); !need.met(held) {
		return forbid(need.list()...)
	}
	unseats := action == UserActionSuspend || action == UserActionDelete || action == UserActionChangeRole
	if self && (unseats || action == UserActionReactivate) {
		return refuse(SelfForbidden, "You cannot do this to yourself.")
	}
	if message := action.wrongState(t.Status); message != "" {
		return refuse(WrongState, message)
	}
	if t.LastAdmin && unseats {
		return refuse(LastAdmin, "This is the last administrator; name another one first.")
	}
	return allow()
}

// needs lists the permissions of which one opens the action; none when nothing
// does.
func (u UserAction) needs(staff bool) need {
	if staff {
		switch u {
		case UserActionUpdate:
			return need{ResellerUserUpdate}
		case UserActionChangeRole:
			return need{ResellerUserAssignRole}
		case UserActionSuspend:
			return need{ResellerUserSuspend}
		case UserActionReactivate:
			return need{ResellerUserReactivate}
		case UserActionDelete:
			return need{ResellerUserDelete}
		case UserActionSendActivation:
			return need{ResellerUserSendActivation}
		case UserActionResetPassword:
			// No document lets one colleague see another's password, and with it
			// a user manager could become an administrator. Nothing opens this.
			return need{}
		}
		return need{}
	}
	switch u {
	case UserActionUpdate:
		return need{TenantUserUpdate, MemberUpdate}
	case UserActionChangeRole:
		return need{TenantUserAssignRole}
	case UserActionSuspend:
		return need{TenantUserSuspend, MemberDeactivate}
	case UserActionReactivate:
		return need{TenantUserReactivate, MemberReactivate}
	case UserActionDelete:
		return need{TenantUserDelete, MemberRemove}
	case UserActionResetPassword:
		return need{TenantUserResetPassword}
	case UserActionSendActivation:
		return need{InvitationResend} // it is the pending invitation, sent again
	}
	return need{}
}

// wrongState says why the user's status rules the action out, or nothing.
func (u UserAction) wrongState(status string) string {
	switch {
	case u == UserActionSuspend && status != statusActive:
		return "Only an active user can be suspended."
	case u == UserActionReactivate && status != statusSuspended:
		return "Only a suspended user can be reactivated."
	case u == UserActionSendActivation && status != statusPending:
		return "The user is already activated."
	case u == UserActionResetPassword && status == statusPending:
		return "The user has not set a password yet; send the activation again."
	}
	return ""
}
