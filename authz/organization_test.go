package authz

import (
	"slices"
	"testing"
)

// TestOrganizationsAreFound lets who manages what belongs to organizations know
// of them, and of nothing else about them.
func TestOrganizationsAreFound(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	for role, finds := range map[string]bool{
		RoleStorageAdmin: true, RoleBrandingAdmin: true, RoleWebhooksAdmin: true, RoleOnboarding: true, customEraser: true,
		RoleAccountUser: false, RoleUserAdmin: false, RoleServiceStatus: false, customReports: false,
	} {
		for _, p := range []place{acme, acmeEast, bolt} {
			v, target := at(root, role), OrganizationTarget{ID: p.id, AccountID: p.account, Kind: kindCustomer, Status: statusActive}
			if a.OrganizationVisible(v, target) != finds || a.OrganizationReach(v).Covers(v, p.id, p.account) != finds {
				t.Errorf("%s finds %v: %v", role, p, !finds)
			}
			if a.Has(v, p.chain(), OrganizationRead) {
				t.Errorf("%s reads %v", role, p)
			}
		}
	}
}

func TestOrganizationButtons(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	more := []OrganizationAction{
		OrganizationActionLoginAsClient, OrganizationActionLoginAsPartner,
		OrganizationActionAllocateCredits, OrganizationActionAdjustCredits, OrganizationActionStartSubscription,
	}
	entered := at(root, RoleResellerAdmin)
	entered.Impersonation = &Impersonation{}
	customer := OrganizationTarget{ID: acme.id, AccountID: acme.id, Kind: kindCustomer, Status: statusActive}
	with := func(change func(*OrganizationTarget)) OrganizationTarget { t := customer; change(&t); return t }
	part := OrganizationTarget{ID: acmeEast.id, AccountID: acme.id, Kind: "SUB_ACCOUNT", Status: statusActive}
	for _, tt := range []struct {
		name   string
		v      *Viewer
		target OrganizationTarget
		want   []OrganizationAction
	}{
		{"administrator", at(root, RoleResellerAdmin), customer, more},
		{"support", at(root, RoleResellerSupport), customer, more[:1]},
		{"customers", at(root, RoleCustomerAdmin), customer, more[2:4]},
		{"viewer", at(root, RoleResellerViewer), customer, nil},
		{"the customer", at(acme, RoleTenantAdmin, RoleClientAdmin), customer, nil},
		{"as somebody else", entered, customer, more[2:]},
		{"never", at(root, RoleResellerAdmin), with(func(t *OrganizationTarget) { t.ConsentNever = true }), more[2:]},
		{"suspended", at(root, RoleResellerAdmin), with(func(t *OrganizationTarget) { t.Status = statusSuspended }), more[2:]},
		{"subscribed", at(root, RoleResellerAdmin), with(func(t *OrganizationTarget) { t.Subscribed = true }), more[:4]},
		{"closed", at(root, RoleResellerAdmin), with(func(t *OrganizationTarget) { t.Status = statusDeleted }), nil},
		{"sub-account", at(root, RoleResellerAdmin), part, more[:2]},
		{"pool", at(root, RoleResellerAdmin), OrganizationTarget{ID: root.id, AccountID: root.id, Kind: "RESELLER", Status: statusActive}, more[3:4]},
		{"pool, without billing", at(root, RoleCustomerAdmin), OrganizationTarget{ID: root.id, AccountID: root.id, Kind: "RESELLER", Status: statusActive}, nil},
	} {
		got := slices.DeleteFunc(a.OrganizationActions(tt.v, tt.target), func(action OrganizationAction) bool { return !slices.Contains(more, action) })
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	part.AccountSuspended = true
	if a.Organization(at(root, RoleResellerAdmin), OrganizationActionLoginAsClient, part).Code != WrongState {
		t.Error("a part of a suspended account is entered")
	}
}
