package authz

import (
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A change of one custom role costs the same whether there are ten or ten
// thousand others, but for a copy of their names.
func BenchmarkPolicyWith(b *testing.B) {
	custom := make([]CustomRole, 10_000)
	for i := range custom {
		custom[i] = CustomRole{Key: "role-" + strconv.Itoa(i), Permissions: []Permission{BotRead, BotManage, TenantUserRead}}
	}
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			if _, err := Load(custom...); err != nil {
				b.Fatal(err)
			}
		}
	})
	p, err := Load(custom...)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("with", func(b *testing.B) {
		for b.Loop() {
			if _, err := p.With(CustomRole{Key: "role-7", Permissions: []Permission{BotRead}}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// The next version decides by the changed role, and the one before does not.
func TestPolicyWith(t *testing.T) {
	t.Parallel()
	first, err := Load(CustomRole{Key: "x", Permissions: []Permission{BotRead}}, CustomRole{Key: "y", Permissions: []Permission{BotManage}})
	if err != nil {
		t.Fatal(err)
	}
	a := New(first)
	if err := a.Learn(CustomRole{Key: "x", Permissions: []Permission{BotCreate}}); err != nil {
		t.Fatal(err)
	}
	next := a.Policy()
	if first.Allowed("x") != SetOf(BotRead) || next.Allowed("x") != SetOf(BotCreate) || next.Allowed("x", "y") != SetOf(BotCreate, BotManage) {
		t.Error("one version speaks for the other")
	}
	if err := a.Learn(CustomRole{Key: "x"}); err != nil || a.Policy().Known("x") || !a.Policy().Allowed("x").Empty() || !a.Policy().Known("y") {
		t.Errorf("a role that is gone: %v", err)
	}
	if err := a.Learn(CustomRole{Key: RoleAgent, Permissions: []Permission{BotRead}}); err == nil {
		t.Error("a built-in role was replaced")
	}
	if got := a.Conflicts([]string{RoleAnalyst, "y"}); len(got) != 1 || got[0] != "y" {
		t.Errorf("conflicts %v", got)
	}
}

// Who reads alone has nothing beside it that writes, custom or built in.
func TestReadersConflict(t *testing.T) {
	t.Parallel()
	a := New(mustLoad(t, CustomRole{"reads", []Permission{BotRead, ReportRead}}, CustomRole{"writes", []Permission{BotManage, BrandingManage}}))
	for _, c := range []struct{ roles, want []string }{
		{[]string{RoleViewer, RoleClientAdmin}, []string{RoleClientAdmin}},
		{[]string{RoleAnalyst, RoleClientAdmin}, []string{RoleClientAdmin}},
		{[]string{RoleAgent, RoleClientAdmin}, nil},
		{[]string{RoleViewer, RoleClientUser}, nil},
		{[]string{RoleResellerViewer, "writes", RoleBrandingAdmin}, []string{RoleBrandingAdmin, "writes"}},
		{[]string{RoleViewer, "writes"}, []string{"writes"}},
		{[]string{RoleResellerViewer, "reads"}, nil},
		{[]string{RoleResellerSupport, "writes"}, nil},
	} {
		if diff := cmp.Diff(c.want, a.Conflicts(c.roles)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.roles, diff)
		}
	}
}

// A custom role gives a customer's user nothing of the reseller's, whatever is
// in it; staff have all of it, and what a built-in role gives stays.
func TestCustomRolesKeepToTenants(t *testing.T) {
	t.Parallel()
	a := newAuthorizer(t)
	p := a.Policy()
	for _, v := range []*Viewer{at(acme, customEraser, customReports), at(acme, customEraser).and(acme, RoleTenantAdmin), at(acme, customReports, RoleAgent, RoleClientAdmin)} {
		var all, builtIn []string
		for _, held := range v.Assignments {
			if all = append(all, held.Role); p.builtIn(held.Role) {
				builtIn = append(builtIn, held.Role)
			}
		}
		got := a.Permissions(v, acme.chain()...)
		for _, perm := range Permissions() {
			want := p.Allowed(all...).Has(perm) && (TenantPermissions().Has(perm) || p.Allowed(builtIn...).Has(perm))
			if got.Has(perm) != want {
				t.Errorf("%v: %v is %v", all, perm, got.Has(perm))
			}
		}
		if a.Anywhere(v) != got || a.Reach(v, OrganizationDelete).Account {
			t.Errorf("%v: lists say something else", all)
		}
	}
	staff := at(root, RoleAccountUser).and(acme, customEraser)
	if !a.Has(staff, acme.chain(), OrganizationDelete) || a.Has(staff, bolt.chain(), OrganizationDelete) {
		t.Error("staff hold the whole role, where they hold it")
	}
	if !a.Outranks(at(acme, RoleTenantAdmin), staff.Assignments[1:], acme.chain()...) {
		t.Error("staff are not above a customer's administrator")
	}
	if names := []string{NameOf(RoleClientAdmin), NameOf(customEraser)}; !slices.Equal(names, []string{"Client Admin", ""}) {
		t.Errorf("names %q", names)
	}
}
