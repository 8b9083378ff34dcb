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
	UserActionChangeEmail    UserAction = "CHANGE_EMAIL"
	UserActionResetPassword  UserAction = "RESET_PASSWORD"
	UserActionSendResetLink  UserAction = "SEND_RESET_LINK"
	UserActionResetTwoFactor UserAction = "RESET_TWO_FACTOR"
	UserActionEndSessions    UserAction = "END_SESSIONS"
	UserActionSendActivation UserAction = "SEND_ACTIVATION"
)

// AllUserActions lists the actions in the order in which they are shown.
func AllUserActions() []UserAction {
	return []UserAction{
		UserActionUpdate, UserActionChangeRole, UserActionSuspend, UserActionReactivate,
		UserActionDelete, UserActionChangeEmail, UserActionResetPassword, UserActionSendResetLink,
		UserActionResetTwoFactor, UserActionEndSessions, UserActionSendActivation,
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
	TwoFactor      bool   // a second factor is enrolled
	Invited        bool   // an open invitation asks the active user into an organization, and the viewer may send it again
	// Outranks says that the user may do something the viewer could not give
	// him; see Authorizer.Outranks. Who could sign in as him, by a password, an
	// address or a second factor of his own choosing, would rise above himself.
	Outranks bool
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
	actions := make([]UserAction, 0, 11)
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
	if self && action == UserActionChangeEmail {
		if message := action.wrongState(t); message != "" {
			return refuse(WrongState, message)
		}
		return allow()
	}
	if need := action.needs(t.staff(v)); !need.met(held) {
		return forbid(need.list()...)
	}
	if self {
		// Whatever else concerns one's own account is done as oneself, with the
		// old password or a fresh proof, not as an administrator.
		return refuse(SelfForbidden, "You cannot do this to yourself.")
	}
	if message := action.wrongState(t); message != "" {
		return refuse(WrongState, message)
	}
	if t.Outranks && action.OpensAccount() {
		return refuse(OutOfScope, "This user may do more than you could give.")
	}
	if t.LastAdmin && action.Unseats() {
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
		case UserActionSendActivation, UserActionSendResetLink:
			return need{ResellerUserSendActivation} // a link by mail to authenticate with [001]
		case UserActionChangeEmail:
			return need{ResellerUserUpdate}
		case UserActionResetTwoFactor:
			return need{ResellerUserResetTwoFactor}
		case UserActionEndSessions:
			return need{ResellerUserSuspend}
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
	case UserActionChangeEmail:
		return need{TenantUserUpdate, MemberUpdate}
	case UserActionSendResetLink:
		return need{TenantUserResetPassword, MemberUpdate}
	case UserActionResetTwoFactor:
		return need{TenantUserResetTwoFactor, MemberResetTwoFactor}
	case UserActionEndSessions:
		return need{TenantUserSuspend, MemberDeactivate}
	}
	return need{}
}

// Unseats tells the actions that take everything from an administrator. A
// change of roles is none of them: whether it takes away the role of an
// administrator, the new roles tell.
func (u UserAction) Unseats() bool { return u == UserActionSuspend || u == UserActionDelete }

// OpensAccount tells the actions after which somebody else could sign in as the
// user.
func (u UserAction) OpensAccount() bool {
	return u == UserActionChangeEmail || u == UserActionResetPassword || u == UserActionResetTwoFactor
}

// wrongState says why the user's state rules the action out, or nothing.
func (u UserAction) wrongState(t UserTarget) string {
	switch u {
	case UserActionSuspend:
		if t.Status != statusActive {
			return "Only an active user can be suspended."
		}
	case UserActionReactivate:
		if t.Status != statusSuspended {
			return "Only a suspended user can be reactivated."
		}
	case UserActionSendActivation:
		if t.Status != statusPending && (t.Status != statusActive || !t.Invited) {
			return "The user is already activated."
		}
	case UserActionChangeEmail, UserActionSendResetLink, UserActionEndSessions:
		if t.Status != statusActive {
			return "The user is not active."
		}
	case UserActionResetPassword:
		if t.Status == statusPending {
			return "The user has not set a password yet; send the activation again."
		}
	case UserActionResetTwoFactor:
		if !t.TwoFactor {
			return "The user has no second factor."
		}
	case UserActionUpdate, UserActionChangeRole, UserActionDelete:
	}
	return ""
}
