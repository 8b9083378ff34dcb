package authz

import (
	"io"
	"slices"

	"github.com/google/uuid"
)

// OrganizationAction is something a viewer may do to an organization.
type OrganizationAction string

// The actions on an organization, as the GraphQL enum writes them.
const (
	OrganizationActionUpdate           OrganizationAction = "UPDATE"
	OrganizationActionSuspend          OrganizationAction = "SUSPEND"
	OrganizationActionReactivate       OrganizationAction = "REACTIVATE"
	OrganizationActionDelete           OrganizationAction = "DELETE"
	OrganizationActionRestore          OrganizationAction = "RESTORE"
	OrganizationActionCreateSubAccount OrganizationAction = "CREATE_SUB_ACCOUNT"
	OrganizationActionRotateSSOToken   OrganizationAction = "ROTATE_SSO_TOKEN"
	OrganizationActionRemoveSSOToken   OrganizationAction = "REMOVE_SSO_TOKEN"
	OrganizationActionFeatures         OrganizationAction = "FEATURES"
	OrganizationActionInvite           OrganizationAction = "INVITE"

	// These are decided by other rooms as well, and only shown from here.
	OrganizationActionLoginAsClient     OrganizationAction = "LOGIN_AS_CLIENT"
	OrganizationActionLoginAsPartner    OrganizationAction = "LOGIN_AS_PARTNER"
	OrganizationActionAllocateCredits   OrganizationAction = "ALLOCATE_CREDITS"
	OrganizationActionAdjustCredits     OrganizationAction = "ADJUST_CREDITS"
	OrganizationActionStartSubscription OrganizationAction = "START_SUBSCRIPTION"
)

// AllOrganizationActions lists the actions in the order in which they are shown.
func AllOrganizationActions() []OrganizationAction {
	return []OrganizationAction{
		OrganizationActionUpdate, OrganizationActionSuspend, OrganizationActionReactivate,
		OrganizationActionDelete, OrganizationActionRestore, OrganizationActionCreateSubAccount,
		OrganizationActionRotateSSOToken, OrganizationActionRemoveSSOToken, OrganizationActionFeatures, OrganizationActionInvite,
		OrganizationActionLoginAsClient, OrganizationActionLoginAsPartner,
		OrganizationActionAllocateCredits, OrganizationActionAdjustCredits, OrganizationActionStartSubscription,
	}
}

// MarshalGQL writes the enum value; gqlgen calls it.
func (o OrganizationAction) MarshalGQL(w io.Writer) { writeEnum(w, string(o)) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (o *OrganizationAction) UnmarshalGQL(v any) (err error) {
	*o, err = readEnum(v, AllOrganizationActions())
	return err
}

// OrganizationTarget is what a decision needs to know about an organization.
type OrganizationTarget struct {
	ID        uuid.UUID
	AccountID uuid.UUID
	Kind      string // RESELLER CUSTOMER SUB_ACCOUNT
	Status    string // ACTIVE SUSPENDED DELETED
	Purged    bool   // deleted, and nothing is left of it
	SSOToken  bool   // it has a single sign-on token

	AccountSuspended bool // the customer that the sub-account belongs to is
	ConsentNever     bool // the account lets none of the reseller's people log in
	Subscribed       bool // it has a subscription that runs
}

// Organization decides whether the viewer may take an action on an
// organization, in the order Hidden (not visible, or deleted), Forbidden,
// WrongState. The reseller's root can be updated and people invited into it; it
// is never suspended, deleted, or given features by its own people. A deleted
// organization can only be restored, by who may delete; for others it is gone.
func (a *Authorizer) Organization(v *Viewer, action OrganizationAction, t OrganizationTarget) Verdict {
	return decideOrganization(v, a.overOrganization(v, t), action, t)
}

// OrganizationActions lists what Organization would allow.
func (a *Authorizer) OrganizationActions(v *Viewer, t OrganizationTarget) []OrganizationAction {
	held := a.overOrganization(v, t)
	actions := make([]OrganizationAction, 0, 15)
	for _, action := range AllOrganizationActions() {
		if decideOrganization(v, held, action, t).OK() {
			actions = append(actions, action)
		}
	}
	return actions
}

// OrganizationVisible reports whether the viewer may know of the organization:
// by organization:read over it, by a permission to manage what belongs to it,
// because it is in the viewer's own account, or because the viewer holds a role
// there or above it.
func (a *Authorizer) OrganizationVisible(v *Viewer, t OrganizationTarget) bool {
	return seesOrganization(v, a.overOrganization(v, t), t)
}

// OrganizationRestorable reports whether the viewer may know of a deleted
// organization: by organization:delete over it, until it is purged.
func (a *Authorizer) OrganizationRestorable(v *Viewer, t OrganizationTarget) bool {
	return t.Status == statusDeleted && !t.Purged && v != nil && t.ID != v.RootID && a.overOrganization(v, t).Has(OrganizationDelete)
}

// OrganizationReach is OrganizationVisible for lists. The reach covers the row
// of an organization by its id and its account_id.
func (a *Authorizer) OrganizationReach(v *Viewer) Reach {
	r := a.Reach(v, findsOrganizations()...)
	if v == nil {
		return r
	}
	if v.bound() {
		if r = a.Reach(v, seesSubAccounts()...); !r.Account {
			r.Exact = append(r.Exact, v.AccountID)
		}
		if !slices.Contains(r.Organizations, v.OrganizationID) && v.OrganizationID != v.AccountID {
			r.Organizations = append(r.Organizations, v.OrganizationID)
		}
	} else {
		r.Account = true
	}
	// Exceptions arise only where the viewer holds a role, and there the
	// organization itself is visible anyway.
	r.Except = nil
	for _, held := range v.Assignments {
		id := held.Domain
		if id != uuid.Nil && id != v.RootID && id != v.AccountID && !slices.Contains(r.Organizations, id) {
			r.Organizations = append(r.Organizations, id)
		}
	}
	return r
}

// CanInvite decides whether the viewer may invite anybody into an active organization.
// The chain is that of the organization, itself first. It equals the INVITE
// action of Organization: invitation:create over the chain, and
// reseller_user:invite as well when the organization is the reseller's root.
// Which roles may go with the invitation is Grant's question.
func (a *Authorizer) CanInvite(v *Viewer, chain ...uuid.UUID) Verdict {
	var t OrganizationTarget
	if len(chain) > 0 {
		t.ID, t.AccountID = chain[0], chain[0]
	}
	if len(chain) > 1 {
		t.AccountID = chain[1]
	}
	return a.Organization(v, OrganizationActionInvite, t)
}

func (a *Authorizer) overOrganization(v *Viewer, t OrganizationTarget) Set {
	if v == nil {
		return Set{}
	}
	return a.Permissions(v, t.ID, t.AccountID, v.RootID)
}

// findsOrganizations lists the permissions any of which, over an organization,
// lets the viewer know of it: its company information, or managing what belongs
// to it, for which it must be named and which shows its name. They open no
// further column of it.
func findsOrganizations() []Permission {
	return []Permission{
		OrganizationRead, StorageAccountCreate, StorageAccountManage, BrandingManage, WebhookManage,
		ApiCredentialManage, CustomModelManage, SubscriptionManage, BillingManage,
	}
}

func seesOrganization(v *Viewer, held Set, t OrganizationTarget) bool {
	if v == nil || t.ID == uuid.Nil {
		return false
	}
	if v.bound() && t.AccountID == v.AccountID {
		return boundSees(v, held, t)
	}
	if held.HasAny(findsOrganizations()...) || v.AccountID != uuid.Nil && (t.ID == v.AccountID || t.AccountID == v.AccountID) {
		return true
	}
	return slices.ContainsFunc(v.Assignments, func(held Assignment) bool {
		return held.Domain != v.RootID && (held.Domain == t.ID || held.Domain == t.AccountID)
	})
}

func decideOrganization(v *Viewer, held Set, action OrganizationAction, t OrganizationTarget) Verdict {
	deleted := t.Status == statusDeleted
	if deleted && (action != OrganizationActionRestore || t.Purged || !held.Has(OrganizationDelete)) || !deleted && !seesOrganization(v, held, t) {
		return refuse(Hidden, "There is no such organization.")
	}
	if mode := action.mode(); mode != "" {
		return decideLoginAs(v, held, mode, t)
	}
	root := t.ID == v.RootID
	for _, p := range action.needs(root) {
		if p != 0 && !held.Has(p) {
			return forbid(p)
		}
	}
	if root && action != OrganizationActionUpdate && action != OrganizationActionInvite && action != OrganizationActionAdjustCredits {
		return refuse(WrongState, "This cannot be done to the reseller itself.")
	}
	switch {
	case action == OrganizationActionSuspend && t.Status != statusActive:
		return refuse(WrongState, "Only an active organization can be suspended.")
	case action == OrganizationActionReactivate && t.Status != statusSuspended:
		return refuse(WrongState, "Only a suspended organization can be reactivated.")
	case action == OrganizationActionRestore && !deleted:
		return refuse(WrongState, "Only a deleted organization can be restored.")
	case action == OrganizationActionInvite && (t.Status == statusSuspended || t.AccountSuspended):
		return refuse(WrongState, "Nobody can be invited into a suspended organization.")
	case action == OrganizationActionCreateSubAccount && t.Kind != kindCustomer:
		return refuse(WrongState, "Only a customer has sub-accounts.")
	case action == OrganizationActionCreateSubAccount && t.Status != statusActive:
		return refuse(WrongState, "A suspended organization gets no sub-accounts.")
	case action.ssoToken() && t.Kind != kindCustomer:
		return refuse(WrongState, "A sub-account has no token; its account's opens it.")
	case action == OrganizationActionFeatures && t.Kind == "SUB_ACCOUNT":
		return refuse(WrongState, "A sub-account has what its account has.")
	case action == OrganizationActionRemoveSSOToken && !t.SSOToken:
		return refuse(WrongState, "The account has no token.")
	case action.credits() && t.Kind == "SUB_ACCOUNT":
		return refuse(WrongState, "A sub-account uses the credits of its account.")
	case action == OrganizationActionStartSubscription && t.Kind != kindCustomer:
		return refuse(WrongState, "Only a customer has a subscription.")
	case action == OrganizationActionStartSubscription && t.Subscribed:
		return refuse(WrongState, "The organization has a subscription already.")
	}
	return allow()
}

// kindCustomer is the kind of an account of a customer.
const kindCustomer = "CUSTOMER"

func (o OrganizationAction) ssoToken() bool {
	return o == OrganizationActionRotateSSOToken || o == OrganizationActionRemoveSSOToken
}

func (o OrganizationAction) credits() bool {
	return o == OrganizationActionAllocateCredits || o == OrganizationActionAdjustCredits
}

// mode is how the account is looked at after logging in; empty for actions that
// are something else.
func (o OrganizationAction) mode() LoginAsMode {
	switch o {
	case OrganizationActionLoginAsClient:
		return LoginAsModeClient
	case OrganizationActionLoginAsPartner:
		return LoginAsModePartner
	}
	return ""
}

// needs lists the permissions all of which the action takes; zero
// takes none.
func (o OrganizationAction) needs(root bool) [2]Permission {
	switch o {
	case OrganizationActionUpdate:
		if root {
			// customer.admin manages customer accounts [001], not the reseller's
			// own record, which is what the platform bills.
			return [2]Permission{OrganizationUpdate, BillingManage}
		}
		return [2]Permission{OrganizationUpdate}
	case OrganizationActionSuspend, OrganizationActionReactivate:
		return [2]Permission{OrganizationSuspend}
	case OrganizationActionDelete, OrganizationActionRestore:
		return [2]Permission{OrganizationDelete}
	case OrganizationActionCreateSubAccount:
		return [2]Permission{OrganizationCreate}
	case OrganizationActionRotateSSOToken, OrganizationActionRemoveSSOToken:
		return [2]Permission{OrganizationSsoTokenRotate}
	case OrganizationActionFeatures:
		return [2]Permission{OrganizationFeatureSet}
	case OrganizationActionInvite:
		if root {
			return [2]Permission{InvitationCreate, ResellerUserInvite}
		}
		return [2]Permission{InvitationCreate}
	case OrganizationActionAllocateCredits:
		return [2]Permission{OrganizationCreditAdjust}
	case OrganizationActionAdjustCredits:
		if root { // the pool is what the platform bills
			return [2]Permission{OrganizationCreditAdjust, BillingManage}
		}
		return [2]Permission{OrganizationCreditAdjust}
	case OrganizationActionStartSubscription:
		return [2]Permission{SubscriptionManage}
	}
	// An action nobody has thought of takes a permission nobody can hold.
	return [2]Permission{permissionEnd}
}
