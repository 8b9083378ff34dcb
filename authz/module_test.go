package authz

import (
	"slices"
	"testing"

	"github.com/google/uuid"
)

// member makes a member with access USER, with modules and sub-accounts.
func member(home place, modules []string, subAccounts ...place) *Viewer {
	v := at(home, RoleClientUser)
	for _, m := range modules {
		v.Modules = append(v.Modules, ModuleGrant{home.id, m})
	}
	for _, s := range subAccounts {
		v.SubAccounts = append(v.SubAccounts, s.id)
		v.and(s, RoleClientUser)
	}
	return v
}

func TestModuleOpen(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	reserved, others := []string{"PRICING", "PAYMENT", "USER_MANAGEMENT"}, []string{"CAMPAIGNS", "REPORTS"}
	for _, tt := range []struct {
		name string
		v    *Viewer
		at   place
		want []string
	}{
		{"nobody", nil, acme, nil},
		{"administrator", at(acme, RoleClientAdmin), acme, slices.Concat(reserved, others)},
		{"administrator, sub-account", at(acme, RoleClientAdmin), acmeEast, slices.Concat(reserved, others)},
		{"administrator, elsewhere", at(acme, RoleClientAdmin), bolt, nil},
		{"plain member", member(acme, nil), acme, nil},
		{"member with a module", member(acme, []string{"REPORTS"}), acme, []string{"REPORTS"}},
		{"member with a module, sub-account", member(acme, []string{"REPORTS"}), acmeEast, []string{"REPORTS"}},
		{"member with a module, elsewhere", member(acme, []string{"REPORTS"}), bolt, nil},
		{"member who was granted what nobody is", member(acme, []string{"PAYMENT"}), acme, nil},
		{"administrator of one part alone", at(acmeEast, RoleClientAdmin), acme, nil},
		{"both", at(acme, RoleClientAdmin, RoleClientUser), acme, others}, // deny wins
		{"staff", at(root, RoleResellerAdmin), acme, nil},
	} {
		var got []string
		for _, key := range slices.Concat(reserved, others) {
			if a.ModuleOpen(tt.v, key, tt.at.chain()...) {
				got = append(got, key)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestSubAccountsOfMembers(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	for _, tt := range []struct {
		name string
		v    *Viewer
		want []place
	}{
		{"administrator", at(acme, RoleClientAdmin), []place{acme, acmeEast, acmeWest}},
		{"plain member", member(acme, nil), []place{acme}},
		{"member with a sub-account", member(acme, nil, acmeWest), []place{acme, acmeWest}},
		{"member of a sub-account", member(acmeEast, nil), []place{acme, acmeEast}},
		{"member who is an agent", member(acme, nil, acmeWest).and(acme, RoleAgent), []place{acme, acmeWest}},
		{"member who administers users", member(acme, nil).and(acme, RoleTenantAdmin), []place{acme, acmeEast, acmeWest}},
		{"no member", at(acme, RoleAgent), []place{acme, acmeEast, acmeWest}},
	} {
		var got, listed []place
		reach := a.OrganizationReach(tt.v)
		for _, p := range tree() {
			if a.OrganizationVisible(tt.v, OrganizationTarget{ID: p.id, AccountID: p.account}) {
				got = append(got, p)
			}
			if reach.Covers(tt.v, p.id, p.account) {
				listed = append(listed, p)
			}
		}
		if !slices.Equal(got, tt.want) || !slices.Equal(listed, tt.want) {
			t.Errorf("%s: sees %v, lists %v, want %v", tt.name, got, listed, tt.want)
		}
	}
	v := member(acme, nil, acmeWest)
	if !a.Has(v, acmeWest.chain(), SubAccountAccess) || a.Has(v, acmeEast.chain(), SubAccountAccess, SubAccountRead) || a.Has(v, acme.chain(), SubAccountRead) {
		t.Error("a grant opens one sub-account, no more")
	}
	if !a.Anywhere(v).Has(SubAccountRead) || a.Anywhere(member(acme, nil)).Has(SubAccountRead) {
		t.Error("lists of sub-accounts open with the first grant")
	}
	if (&Viewer{SubAccounts: []uuid.UUID{{}}}).bound() {
		t.Error("without a membership nobody is bound")
	}
}
