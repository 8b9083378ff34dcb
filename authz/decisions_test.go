package authz

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
)

// user makes a target who lives somewhere; at makes the viewer id(100).
func user(home place, status string) UserTarget {
	return UserTarget{ID: id(101), OrganizationID: home.id, AccountID: home.account, Status: status}
}

func myself(t UserTarget) UserTarget { t.ID = id(100); return t }

func above(t UserTarget) UserTarget { t.Outranks = true; return t }

func last(t UserTarget) UserTarget { t.LastAdmin = true; return t }

func TestUser(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	const (
		update, role, suspend, reactivate = UserActionUpdate, UserActionChangeRole, UserActionSuspend, UserActionReactivate
		remove, reset, activate           = UserActionDelete, UserActionResetPassword, UserActionSendActivation
	)
	admin, support, viewer := at(root, RoleResellerAdmin), at(root, RoleResellerSupport), at(root, RoleResellerViewer)
	manager := at(root, RoleUserAdmin)
	tenant, client, member := at(acme, RoleTenantAdmin), at(acme, RoleClientAdmin), at(acme, RoleClientUser)
	agent := at(acme, RoleAgent)
	tests := []struct {
		name   string
		v      *Viewer
		action UserAction
		on     UserTarget
		want   VerdictCode
		needs  []Permission
	}{
		{"nobody", nil, update, user(acme, "ACTIVE"), Hidden, nil},
		{"admin, staff", admin, suspend, user(root, "ACTIVE"), Allowed, nil},
		{"admin, customer's user", admin, suspend, user(acmeEast, "ACTIVE"), Allowed, nil},
		{"admin, customer's password", admin, reset, user(acme, "ACTIVE"), Allowed, nil},
		{"admin, staff password", admin, reset, user(root, "ACTIVE"), Forbidden, nil},
		{"admin, deleted", admin, update, user(root, "DELETED"), Hidden, nil},
		{"admin, himself", admin, suspend, myself(user(root, "ACTIVE")), SelfForbidden, nil},
		{"admin, himself away", admin, remove, myself(user(root, "ACTIVE")), SelfForbidden, nil},
		{"admin, own role", admin, role, myself(user(root, "ACTIVE")), SelfForbidden, nil},
		{"admin, himself back", admin, reactivate, myself(user(root, "SUSPENDED")), SelfForbidden, nil},
		{"admin, himself is said before the last one", admin, remove, last(myself(user(root, "ACTIVE"))), SelfForbidden, nil},
		{"admin, suspended twice", admin, suspend, user(acme, "SUSPENDED"), WrongState, nil},
		{"admin, pending", admin, suspend, user(acme, "PENDING"), WrongState, nil},
		{"admin, state is said before the last one", admin, suspend, last(user(acme, "SUSPENDED")), WrongState, nil},
		{"admin, reactivates", admin, reactivate, user(acme, "SUSPENDED"), Allowed, nil},
		{"admin, reactivates the active", admin, reactivate, user(acme, "ACTIVE"), WrongState, nil},
		{"admin, activation", admin, activate, user(root, "PENDING"), Allowed, nil},
		{"admin, activation of the active", admin, activate, user(acme, "ACTIVE"), WrongState, nil},
		{"admin, password of the pending", admin, reset, user(acme, "PENDING"), WrongState, nil},
		{"admin, last one suspended", admin, suspend, last(user(acme, "ACTIVE")), LastAdmin, nil},
		{"admin, last one deleted", admin, remove, last(user(root, "PENDING")), LastAdmin, nil},
		{"admin, last one's further roles", admin, role, last(user(root, "ACTIVE")), Allowed, nil},
		{"admin, last one's name", admin, update, last(user(root, "ACTIVE")), Allowed, nil},

		{"support sees and does not touch", support, suspend, user(acme, "ACTIVE"), Forbidden, []Permission{TenantUserSuspend, MemberDeactivate}},
		{"support sends activations", support, activate, user(acme, "PENDING"), Allowed, nil},
		{"support does not see staff", support, update, user(root, "ACTIVE"), Hidden, nil},
		{"reseller viewer sees no customer's user", viewer, update, user(acme, "ACTIVE"), Hidden, nil},
		{"reseller viewer himself", viewer, update, myself(user(root, "ACTIVE")), Allowed, nil},
		{"reseller viewer suspends himself", viewer, suspend, myself(user(root, "ACTIVE")), Forbidden, []Permission{ResellerUserSuspend}},

		{"manager, staff", manager, role, user(root, "ACTIVE"), Allowed, nil},
		{"manager, customer's user", manager, update, user(acme, "ACTIVE"), Hidden, nil},
		{"customer.admin sees and does not touch", at(root, RoleCustomerAdmin), remove, user(acme, "ACTIVE"), Forbidden, []Permission{TenantUserDelete, MemberRemove}},
		{"tenant permissions do not reach staff", at(root, RoleTenantAdmin, RoleClientAdmin), suspend, user(root, "ACTIVE"), Hidden, nil},
		{"tenant permissions do not reach visible staff", at(root, RoleTenantAdmin, RoleClientAdmin, RoleUserAdmin), reset, user(root, "ACTIVE"), Forbidden, nil},
		{"a customer's viewer never sees staff", at(acme).and(root, RoleResellerAdmin), update, user(root, "ACTIVE"), Hidden, nil},

		{"tenant admin, own tenant", tenant, role, user(acme, "ACTIVE"), Allowed, nil},
		{"tenant admin, sub-account", tenant, remove, user(acmeWest, "SUSPENDED"), Allowed, nil},
		{"tenant admin, another tenant", tenant, update, user(bolt, "ACTIVE"), Hidden, nil},
		{"tenant admin, the reseller", tenant, update, user(root, "ACTIVE"), Hidden, nil},
		{"tenant admin of a sub-account, above", at(acmeEast, RoleTenantAdmin), update, user(acme, "ACTIVE"), Hidden, nil},
		{"client admin, updates", client, update, user(acme, "ACTIVE"), Allowed, nil},
		{"client admin, deactivates", client, suspend, user(acme, "ACTIVE"), Allowed, nil},
		{"client admin, reactivates", client, reactivate, user(acme, "SUSPENDED"), Allowed, nil},
		{"client admin, removes", client, remove, user(acme, "ACTIVE"), Allowed, nil},
		{"client admin, password", client, reset, user(acme, "ACTIVE"), Forbidden, []Permission{TenantUserResetPassword}},
		{"tenant admin, password of the higher", tenant, reset, above(user(acme, "ACTIVE")), OutOfScope, nil},
		{"tenant admin, address of the higher", tenant, UserActionChangeEmail, above(user(acme, "ACTIVE")), OutOfScope, nil},
		{"tenant admin, name of the higher", tenant, update, above(user(acme, "ACTIVE")), Allowed, nil},
		{"tenant admin, no second factor", tenant, UserActionResetTwoFactor, above(user(acme, "ACTIVE")), WrongState, nil},
		{"client admin, role", client, role, user(acme, "ACTIVE"), Forbidden, []Permission{TenantUserAssignRole}},
		{"client user, anybody", member, update, user(acme, "ACTIVE"), Hidden, nil},
		{"client user, himself", member, update, myself(user(acme, "ACTIVE")), Allowed, nil},
		{"client user with custom rights writes nobody", at(acme, RoleClientUser, RoleClientAdmin), suspend, user(acme, "ACTIVE"), Forbidden, []Permission{TenantUserSuspend, MemberDeactivate}},
		{"agent, himself", agent, update, myself(user(acme, "ACTIVE")), Allowed, nil},
		{"agent, himself deleted", agent, update, myself(user(acme, "DELETED")), Hidden, nil},
		{"agent, colleague", agent, update, user(acme, "ACTIVE"), Hidden, nil},
		{"viewer with a custom role deletes nobody", at(acme, RoleViewer, customEraser), remove, user(acme, "ACTIVE"), Forbidden, []Permission{TenantUserDelete, MemberRemove}},
		{"unknown action", admin, UserAction("FORGET"), user(acme, "ACTIVE"), Forbidden, nil},
	}
	for _, tt := range tests {
		got := a.User(tt.v, tt.action, tt.on)
		if got.Code != tt.want || !slices.Equal(got.Permissions, tt.needs) || (got.Message == "") != got.OK() {
			t.Errorf("%s: %+v, want %s %v", tt.name, got, tt.want, tt.needs)
		}
	}
}

// TestButtonsAreDecisions compares the lists of actions with the decisions and
// the directive with both, for every role, place and status.
func TestButtonsAreDecisions(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	for _, role := range a.Policy().names {
		for _, home := range tree() {
			v := at(home, role)
			anywhere := a.Anywhere(v)
			for _, p := range tree() {
				for _, status := range []string{"PENDING", "ACTIVE", "SUSPENDED", "DELETED", "EXPIRED", "ACCEPTED", "REVOKED"} {
					u := user(p, status)
					shown := a.UserActions(v, u)
					for _, action := range AllUserActions() {
						d := a.User(v, action, u)
						if d.OK() != slices.Contains(shown, action) {
							t.Fatalf("%s at %v on %+v: %s shown %v, decided %v", role, home, u, action, shown, d)
						}
						if d.OK() && !action.needs(p == root).met(anywhere) {
							t.Fatalf("%s: %s is allowed and the directive refuses it", role, action)
						}
					}
					i := InvitationTarget{OrganizationID: p.id, AccountID: p.account, Status: status}
					buttons := a.InvitationActions(v, i)
					for _, action := range AllInvitationActions() {
						if a.Invitation(v, action, i).OK() != slices.Contains(buttons, action) {
							t.Fatalf("%s on %+v: %s", role, i, action)
						}
					}
					o := OrganizationTarget{ID: p.id, AccountID: p.account, Status: status}
					offers := a.OrganizationActions(v, o)
					for _, action := range AllOrganizationActions() {
						if a.Organization(v, action, o).OK() != slices.Contains(offers, action) {
							t.Fatalf("%s on %+v: %s", role, o, action)
						}
					}
					if status != "DELETED" && status != "SUSPENDED" && a.CanInvite(v, p.chain()...).OK() != slices.Contains(offers, OrganizationActionInvite) {
						t.Fatalf("%s into %v: CanInvite and INVITE differ", role, p)
					}
				}
			}
		}
	}
}

func TestInvitation(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	const resend, revoke = InvitationActionResend, InvitationActionRevoke
	tests := []struct {
		name   string
		v      *Viewer
		action InvitationAction
		to     place
		status string
		want   VerdictCode
	}{
		{"nobody", nil, resend, acme, "PENDING", Hidden},
		{"admin, staff", at(root, RoleResellerAdmin), revoke, root, "PENDING", Allowed},
		{"admin, customer", at(root, RoleResellerAdmin), revoke, acmeEast, "EXPIRED", Allowed},
		{"admin, accepted", at(root, RoleResellerAdmin), resend, acme, "ACCEPTED", WrongState},
		{"admin, revoked", at(root, RoleResellerAdmin), revoke, acme, "REVOKED", WrongState},
		{"support resends to customers", at(root, RoleResellerSupport), resend, acme, "EXPIRED", Allowed},
		{"support does not revoke", at(root, RoleResellerSupport), revoke, acme, "PENDING", Forbidden},
		{"support sees no staff invitation", at(root, RoleResellerSupport), resend, root, "PENDING", Hidden},
		{"customer.admin, customer", at(root, RoleCustomerAdmin), revoke, acme, "PENDING", Allowed},
		{"customer.admin, staff", at(root, RoleCustomerAdmin), revoke, root, "PENDING", Hidden},
		{"manager, staff", at(root, RoleUserAdmin), resend, root, "PENDING", Allowed},
		{"reseller viewer", at(root, RoleResellerViewer), resend, acme, "PENDING", Hidden},
		{"reseller viewer, whatever beside", at(root, RoleResellerViewer, RoleCustomerAdmin), resend, acme, "PENDING", Forbidden},
		{"tenant admin", at(acme, RoleTenantAdmin), resend, acmeWest, "PENDING", Allowed},
		{"client admin", at(acme, RoleClientAdmin), revoke, acme, "PENDING", Allowed},
		{"client admin, elsewhere", at(acme, RoleClientAdmin), revoke, bolt, "PENDING", Hidden},
		{"client user", at(acme, RoleClientUser), resend, acme, "PENDING", Hidden},
	}
	for _, tt := range tests {
		got := a.Invitation(tt.v, tt.action, InvitationTarget{ID: id(50), OrganizationID: tt.to.id, AccountID: tt.to.account, Status: tt.status})
		if got.Code != tt.want {
			t.Errorf("%s: %+v, want %s", tt.name, got, tt.want)
		}
	}
}

func TestOrganization(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	const (
		update, suspend, reactivate = OrganizationActionUpdate, OrganizationActionSuspend, OrganizationActionReactivate
		remove, features, invite    = OrganizationActionDelete, OrganizationActionFeatures, OrganizationActionInvite
	)
	admin, customers := at(root, RoleResellerAdmin), at(root, RoleCustomerAdmin)
	tests := []struct {
		name   string
		v      *Viewer
		action OrganizationAction
		on     place
		status string
		want   VerdictCode
	}{
		{"nobody", nil, update, acme, "ACTIVE", Hidden},
		{"admin, customer", admin, remove, acme, "ACTIVE", Allowed},
		{"admin, sub-account", admin, features, acmeEast, "ACTIVE", Allowed},
		{"admin, deleted", admin, update, acme, "DELETED", Hidden},
		{"admin, suspended twice", admin, suspend, acme, "SUSPENDED", WrongState},
		{"admin, reactivates", admin, reactivate, acme, "SUSPENDED", Allowed},
		{"admin, reactivates the active", admin, reactivate, acme, "ACTIVE", WrongState},
		{"admin, the reseller", admin, update, root, "ACTIVE", Allowed},
		{"admin suspends the reseller", admin, suspend, root, "ACTIVE", WrongState},
		{"admin deletes the reseller", admin, remove, root, "ACTIVE", WrongState},
		{"admin gives the reseller features", admin, features, root, "ACTIVE", WrongState},
		{"admin invites staff", admin, invite, root, "ACTIVE", Allowed},
		{"customer.admin, customer", customers, remove, acme, "ACTIVE", Allowed},
		{"customer.admin, the reseller", customers, update, root, "ACTIVE", Forbidden},
		{"customer.admin invites customers", customers, invite, acme, "ACTIVE", Allowed},
		{"customer.admin invites no staff", customers, invite, root, "ACTIVE", Forbidden},
		{"support sees", at(root, RoleResellerSupport), update, acme, "ACTIVE", Forbidden},
		{"support with customer.admin deletes nothing", at(root, RoleResellerSupport, RoleCustomerAdmin), remove, acme, "ACTIVE", Forbidden},
		{"support with customer.admin of one customer neither", at(root, RoleResellerSupport).and(acme, RoleCustomerAdmin), remove, acme, "ACTIVE", Forbidden},
		{"support with customer.admin updates", at(root, RoleResellerSupport, RoleCustomerAdmin), update, acme, "ACTIVE", Allowed},
		{"reseller viewer with customer.admin changes nothing", at(root, RoleResellerViewer, RoleCustomerAdmin), update, acme, "ACTIVE", Forbidden},
		{"manager sees no customer", at(root, RoleUserAdmin), invite, acme, "ACTIVE", Hidden},
		{"manager invites staff", at(root, RoleUserAdmin), invite, root, "ACTIVE", Allowed},
		{"tenant admin sees his own", at(acme, RoleTenantAdmin), update, acme, "ACTIVE", Forbidden},
		{"tenant admin invites", at(acme, RoleTenantAdmin), invite, acmeEast, "ACTIVE", Allowed},
		{"client admin, elsewhere", at(acme, RoleClientAdmin), invite, bolt, "ACTIVE", Hidden},
		{"client user sees his own", at(acme, RoleClientUser), invite, acme, "ACTIVE", Forbidden},
		{"a customer never sees the reseller", at(acme, RoleTenantAdmin), update, root, "ACTIVE", Hidden},
		{"unknown action", admin, OrganizationAction("MERGE"), acme, "ACTIVE", Forbidden},
	}
	for _, tt := range tests {
		got := a.Organization(tt.v, tt.action, OrganizationTarget{ID: tt.on.id, AccountID: tt.on.account, Status: tt.status})
		if got.Code != tt.want {
			t.Errorf("%s: %+v, want %s", tt.name, got, tt.want)
		}
	}
	if got := a.CanInvite(admin); got.Code != Hidden {
		t.Errorf("into nowhere: %+v", got)
	}
}

func TestGrant(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	types := []string{RoleTenantAdmin, RoleBotAdmin, RoleSupervisor, RoleAgent, RoleAnalyst, RoleViewer}
	var every []string
	for _, role := range SystemRoles() {
		every = append(every, role.Key)
	}
	tests := []struct {
		name  string
		v     *Viewer
		where place
		roles []string
		want  []string
	}{
		{"nobody", nil, acme, []string{RoleClientUser}, []string{RoleClientUser}},
		{"no roles there", at(acme, RoleClientAdmin), bolt, []string{RoleClientUser}, []string{RoleClientUser}},
		{"admin, anything at a customer", at(root, RoleResellerAdmin), acme, every, nil},
		{"unknown role", at(root, RoleResellerAdmin), acme, []string{"nobody.knows.this"}, []string{"nobody.knows.this"}},
		{"support gives nothing it lacks", at(root, RoleResellerSupport), root, []string{RoleResellerAdmin, RoleResellerViewer, RoleAccountUser}, []string{RoleResellerAdmin, RoleResellerViewer}},
		{"manager gives what he has", at(root, RoleUserAdmin), root, []string{RoleUserAdmin, RoleAccountUser, RoleServiceStatus}, nil},
		{"manager gives no more", at(root, RoleUserAdmin), root, []string{RoleResellerAdmin, RoleResellerSupport, RoleBrandingAdmin, RoleCustomerAdmin}, []string{RoleResellerAdmin, RoleResellerSupport, RoleBrandingAdmin, RoleCustomerAdmin}},
		{"customer.admin, a client's admin", at(root, RoleCustomerAdmin), acme, []string{RoleClientAdmin, RoleClientUser}, []string{RoleClientAdmin}},
		{"customer.admin, tenant types", at(root, RoleCustomerAdmin), acme, types, types},
		{"support with customer.admin, bounded by the deny", at(root, RoleResellerSupport, RoleCustomerAdmin), root, []string{RoleCustomerAdmin}, []string{RoleCustomerAdmin}},
		{"tenant admin, every type", at(acme, RoleTenantAdmin), acmeEast, types, nil},
		{"tenant admin, outside his tenant", at(acme, RoleTenantAdmin), acme, []string{RoleResellerAdmin, RoleAccountUser, RoleBrandingAdmin, RoleClientAdmin}, []string{RoleResellerAdmin, RoleAccountUser, RoleBrandingAdmin, RoleClientAdmin}},
		{"tenant admin, a custom role beyond him", at(acme, RoleTenantAdmin), acme, []string{customEraser}, []string{customEraser}},
		{"client admin", at(acme, RoleClientAdmin), acme, []string{RoleClientAdmin, RoleClientUser}, nil},
		{"client admin, tenant types", at(acme, RoleClientAdmin), acme, types, types},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, a.GrantVerdict(tt.v, tt.where.chain(), tt.roles)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestConflicts(t *testing.T) {
	t.Parallel()
	got := Conflicts([]string{RoleResellerViewer, RoleAccountUser, RoleServiceStatus, RoleBrandingAdmin, RoleCustomerAdmin})
	if diff := cmp.Diff([]string{RoleBrandingAdmin, RoleCustomerAdmin}, got); diff != "" {
		t.Error(diff)
	}
	if got := Conflicts([]string{RoleResellerSupport, RoleBrandingAdmin}); got != nil {
		t.Errorf("support: %v", got)
	}
}

func TestActionEnums(t *testing.T) {
	t.Parallel()
	var u UserAction
	var i InvitationAction
	var o OrganizationAction
	if u.UnmarshalGQL("SUSPEND") != nil || i.UnmarshalGQL("REVOKE") != nil || o.UnmarshalGQL("INVITE") != nil {
		t.Error("a value is refused")
	}
	if u.UnmarshalGQL("suspend") == nil || i.UnmarshalGQL(1) == nil || o.UnmarshalGQL("") == nil {
		t.Error("nonsense is accepted")
	}
	var b bytes.Buffer
	UserActionDelete.MarshalGQL(&b)
	InvitationActionRevoke.MarshalGQL(&b)
	OrganizationActionFeatures.MarshalGQL(&b)
	if got := b.String(); got != `"DELETE""REVOKE""FEATURES"` {
		t.Error(got)
	}
}

func TestMessagesNameNobody(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	for _, d := range []Verdict{
		a.User(nil, UserActionUpdate, UserTarget{ID: uuid.Max}),
		a.Organization(at(acme, RoleClientUser), OrganizationActionDelete, OrganizationTarget{ID: acme.id, AccountID: acme.id}),
	} {
		if strings.Contains(d.Message, "-") || strings.Contains(d.Message, "_") {
			t.Errorf("%q tells too much", d.Message)
		}
	}
}
