package authz

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
)

// The tree of the tests: a reseller's root with two customers, the first with
// two sub-accounts.
func id(n byte) uuid.UUID { return uuid.UUID{0: 1, 15: n} }

type place struct{ id, account uuid.UUID }

func (p place) chain() []uuid.UUID { return []uuid.UUID{p.id, p.account, root.id} }

func tree() []place { return []place{root, acme, acmeEast, acmeWest, bolt, boltSub} }

//nolint:gochecknoglobals // fixed names of the tests, never written
var (
	root     = place{id(1), id(1)}
	acme     = place{id(2), id(2)}
	acmeEast = place{id(3), id(2)}
	acmeWest = place{id(4), id(2)}
	bolt     = place{id(5), id(5)}
	boltSub  = place{id(6), id(5)}
)

// at makes a viewer of home who holds roles there.
func at(home place, roles ...string) *Viewer {
	v := &Viewer{UserID: id(100), ResellerID: id(99), RootID: root.id, OrganizationID: home.id, AccountID: home.account}
	return v.and(home, roles...)
}

// and adds roles elsewhere.
func (v *Viewer) and(where place, roles ...string) *Viewer {
	for _, role := range roles {
		v.Assignments = append(v.Assignments, Assignment{Role: role, Domain: where.id, Account: where.account})
	}
	return v
}

func newAuthorizer(t testing.TB) *Authorizer { return New(mustLoad(t, customRoles()...)) }

func TestDomainsCoverWhatLiesBelow(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	tests := []struct {
		name string
		v    *Viewer
		want []place // where TenantUserRead or MemberRead is held
	}{
		{"nobody", nil, nil},
		{"no roles", at(acme), nil},
		{"at the root", at(root, RoleResellerAdmin), tree()},
		{"at a customer", at(acme, RoleTenantAdmin), []place{acme, acmeEast, acmeWest}},
		{"at a sub-account", at(acmeEast, RoleTenantAdmin), []place{acmeEast}},
		{"staff for one customer", at(root, RoleAccountUser).and(bolt, RoleCustomerAdmin), []place{bolt, boltSub}},
		{"member elsewhere", at(acmeWest).and(bolt, RoleClientAdmin), []place{bolt, boltSub}},
		{"astray at the root", at(acme).and(root, RoleResellerAdmin), nil},
		{"no domain", at(place{}, RoleTenantAdmin), nil},
	}
	for _, tt := range tests {
		var got []place
		for _, p := range tree() {
			if a.Has(tt.v, p.chain(), TenantUserRead, MemberRead) {
				got = append(got, p)
			}
		}
		if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(place{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestAnywhere(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	tests := []struct {
		name string
		v    *Viewer
		perm Permission
		want bool
	}{
		{"nobody", nil, OrganizationRead, false},
		{"at the root", at(root, RoleResellerSupport), OrganizationRead, true},
		{"a deny at the root is felt below", at(root, RoleResellerSupport).and(acme, RoleCustomerAdmin), OrganizationDelete, false},
		{"a deny of one account is not felt in another", at(acme, RoleViewer).and(bolt, RoleClientAdmin), MemberInvite, true},
		{"a deny of the account is felt in its sub-account", at(acme, RoleViewer).and(acmeEast, RoleClientAdmin), MemberInvite, false},
		{"astray at the root", at(acme).and(root, RoleResellerAdmin), OrganizationRead, false},
	}
	for _, tt := range tests {
		if got := a.Anywhere(tt.v).Has(tt.perm); got != tt.want {
			t.Errorf("%s: %v is %v", tt.name, tt.perm, got)
		}
	}
}

// TestReachIsPermissions compares lists with decisions, for random viewers.
func TestReachIsPermissions(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	rng := rand.New(rand.NewPCG(3, 5))
	pools := [][]Permission{{OrganizationRead}, {TenantUserRead, MemberRead}, {AuditRead}, {OrganizationDelete}, {MemberInvite, TenantUserCreate}, {RoleManage, BotCreate}, {SubAccountRead}}
	roles := a.Policy().names
	for range 800 {
		v := at(tree()[rng.IntN(6)])
		for range rng.IntN(4) {
			where := tree()[rng.IntN(6)]
			// Staff hold roles at the root or at whole customers, see Viewer.
			if v.Staff() && where.id != where.account {
				continue
			}
			v.and(where, roles[rng.IntN(len(roles))])
			if !v.Staff() && where.account == v.AccountID && where.id != where.account && rng.IntN(3) == 0 {
				v.and(where, RoleClientUser).SubAccounts = append(v.SubAccounts, where.id)
			}
		}
		perms := pools[rng.IntN(len(pools))]
		reach := a.Reach(v, perms...)
		staffUsers, otherUsers := a.UserReach(v)
		staffInvitations, otherInvitations := a.InvitationReach(v)
		organizations := a.OrganizationReach(v)
		for _, p := range tree() {
			check := func(what string, list, decision bool) {
				if list != decision {
					t.Fatalf("%s of %v for %+v: list %v, decision %v", what, p, v, list, decision)
				}
			}
			check("permissions", reach.Covers(v, p.id, p.account), a.Has(v, p.chain(), perms...))
			check("organization", organizations.Covers(v, p.id, p.account), a.OrganizationVisible(v, OrganizationTarget{ID: p.id, AccountID: p.account}))
			users, invitations := staffUsers, staffInvitations
			if p != root {
				users, invitations = otherUsers.Covers(v, p.id, p.account), otherInvitations.Covers(v, p.id, p.account)
			}
			check("user", users, a.UserVisible(v, UserTarget{ID: id(101), OrganizationID: p.id, AccountID: p.account}))
			check("invitation", invitations, a.InvitationVisible(v, InvitationTarget{OrganizationID: p.id, AccountID: p.account}))
		}
		if reach.None() && a.Anywhere(v).HasAny(perms...) {
			t.Fatalf("%+v: the directive lets through what no list shows: %v", v, perms)
		}
	}
	if r := a.Reach(nil, OrganizationRead); !r.None() || r.Everything() || r.Covers(nil, acme.id, acme.id) {
		t.Errorf("nobody reaches %+v", r)
	}
	if r := a.Reach(at(root, RoleResellerAdmin), OrganizationRead); !r.Everything() {
		t.Errorf("the administrator reaches %+v", r)
	}
}

func TestSwap(t *testing.T) {
	t.Parallel()
	a := New(mustLoad(t))
	v := at(acme, customReports)
	if a.Has(v, acme.chain(), AnalyticsRead) {
		t.Error("a role before it exists")
	}
	a.Swap(mustLoad(t, customRoles()...))
	if !a.Has(v, acme.chain(), AnalyticsRead) {
		t.Error("the new policy is not in force")
	}
}

func TestViewerContext(t *testing.T) {
	t.Parallel()
	if FromContext(context.Background()) != nil {
		t.Error("a viewer from nowhere")
	}
	v := at(acme)
	if FromContext(NewContext(context.Background(), v)) != v {
		t.Error("the viewer is lost")
	}
	if (*Viewer)(nil).Staff() || v.Staff() || !at(root).Staff() || (&Viewer{}).Staff() {
		t.Error("staff")
	}
}

// TestSentences holds every "cannot", "only" and "never" of the documents.
func TestSentences(t *testing.T) {
	t.Parallel()
	p := mustLoad(t, customRoles()...)
	verbs := []string{"read", "login", "subscribe"}
	for _, perm := range Permissions() {
		harmless := slices.Contains(verbs, perm.Action())
		reserved := slices.Contains([]Permission{ModulePricingAccess, ModulePaymentAccess, ModuleUserManagementAccess,
			MemberInvite, MemberUpdate, MemberDeactivate, MemberReactivate, MemberRemove}, perm)
		secret := slices.Contains([]string{"audit", "organization.sso_token", "api_credential"}, perm.Resource())
		for _, other := range p.names {
			cannot := map[string]bool{
				RoleResellerSupport: perm == SubscriptionManage || perm == OrganizationDelete,
				RoleResellerViewer:  !harmless,
				RoleAnalyst:         !harmless && perm.Action() != "access",
				RoleViewer:          !harmless && perm.Action() != "access" || secret,
				RoleClientUser:      reserved,
			}
			for role, denied := range cannot {
				if denied && p.Allowed(role, other).Has(perm) {
					t.Errorf("%s with %s may %v", role, other, perm)
				}
			}
		}
	}
	// What a role adds, alone, and nothing beside it.
	for role, want := range map[string]Set{
		RoleAccountUser:     SetOf(PortalResellerLogin),
		RoleServiceStatus:   SetOf(ServiceStatusSubscribe),
		RoleStorageAdmin:    SetOf(StorageAccountRead, StorageAccountCreate, StorageAccountManage),
		RoleBrandingAdmin:   SetOf(BrandingRead, BrandingManage),
		RoleResellerViewer:  SetOf(OrganizationRead, UsageRead, ReportRead, PortalResellerLogin),
		RoleOnboarding:      SetOf(PortalResellerLogin, ApiCredentialRead, ApiCredentialManage),
		RoleWebhooksAdmin:   SetOf(ApiServiceConfigure, WebhookRead, WebhookManage, WebhookRedeliver),
		RoleBotAdmin:        SetOf(PortalOperationsLogin, BotRead, BotCreate, BotManage),
		RoleSupervisor:      SetOf(AgentMonitor, ConversationMonitor, ConversationRead, PortalAgentDesktopLogin),
		RoleAgent:           SetOf(PortalAgentDesktopLogin, ConversationHandle, ConversationRead),
		RoleAnalyst:         SetOf(AnalyticsRead, TenantReportRead),
		RoleViewer:          SetOf(TenantUserRead, BotRead, ConversationRead, AnalyticsRead, TenantReportRead, RoleRead),
		RoleClientUser:      SetOf(PortalCustomerLogin),
		RoleResellerSupport: SetOf(OrganizationRead, UsageRead, OrganizationFeatureRead, OrganizationSeatRead, OrganizationCreditRead, LoginAsClient, InvitationRead, InvitationResend, TenantUserRead, MemberRead, PortalResellerLogin),
	} {
		if diff := cmp.Diff(want.List(), p.Allowed(role).List()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", role, diff)
		}
	}
	if p.Allowed(RoleResellerAdmin).HasAny(ServiceStatusSubscribe, ConversationRead, ModulePricingAccess) {
		t.Error("the reseller's administrator reaches into what is not his")
	}
}

func BenchmarkPermissions(b *testing.B) {
	a := newAuthorizer(b)
	staff := at(root, RoleResellerSupport, RoleCustomerAdmin, RoleBrandingAdmin)
	chain := acmeEast.chain()
	b.ReportAllocs()
	for b.Loop() {
		a.Permissions(staff, chain...)
	}
}

func BenchmarkUserActions(b *testing.B) {
	a := newAuthorizer(b)
	v := at(acme, RoleTenantAdmin, RoleClientAdmin)
	target := UserTarget{ID: id(101), OrganizationID: acmeEast.id, AccountID: acme.id, Status: statusActive}
	b.ReportAllocs()
	for b.Loop() {
		a.UserActions(v, target)
	}
}

func BenchmarkUser(b *testing.B) {
	a := newAuthorizer(b)
	v := at(acme, RoleTenantAdmin, RoleClientAdmin)
	target := UserTarget{ID: id(101), OrganizationID: acmeEast.id, AccountID: acme.id, Status: statusActive}
	b.ReportAllocs()
	for b.Loop() {
		a.User(v, UserActionSuspend, target)
	}
}

func BenchmarkAnywhere(b *testing.B) {
	a := newAuthorizer(b)
	v := at(acme, RoleTenantAdmin, RoleClientAdmin)
	b.ReportAllocs()
	for b.Loop() {
		a.Anywhere(v)
	}
}

func BenchmarkRoleSetMiss(b *testing.B) {
	p := mustLoad(b)
	for b.Loop() {
		if _, err := p.compute([]string{RoleResellerAdmin, RoleResellerViewer}); err != nil {
			b.Fatal(err)
		}
	}
}
