package authz

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite golden files")

func mustLoad(t testing.TB, custom ...CustomRole) *Policy {
	t.Helper()
	p, err := Load(custom...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const (
	customReports = "0192a000-0000-7000-8000-000000000001"
	customEraser  = "0192a000-0000-7000-8000-000000000002"
)

func customRoles() []CustomRole {
	return []CustomRole{
		{customReports, []Permission{ReportRead, AnalyticsRead, TenantUserExport}},
		{customEraser, []Permission{OrganizationDelete, SubscriptionManage, TenantUserDelete, AuditRead}},
	}
}

// TestTableIsCasbin holds the table against Casbin's direct answer, and both
// against a plain reading of the rules, for every role, every pair of roles and
// random sets, on every permission.
func TestTableIsCasbin(t *testing.T) {
	t.Parallel()
	p := mustLoad(t, customRoles()...)
	var sets [][]string
	for i, a := range p.names {
		sets = append(sets, []string{a})
		for _, b := range p.names[i+1:] {
			sets = append(sets, []string{a, b})
		}
	}
	random := 200
	if testing.Short() {
		random = 25
	}
	rng := rand.New(rand.NewPCG(7, 11))
	for range random {
		set := make([]string, 3+rng.IntN(len(p.names)-3))
		for i := range set {
			set[i] = p.names[rng.IntN(len(p.names))]
		}
		sets = append(sets, append(set, "nobody.knows.this"))
	}
	for _, set := range sets {
		table := p.Allowed(set...)
		for _, perm := range Permissions() {
			direct, err := p.Enforce(set, perm)
			if err != nil {
				t.Fatal(err)
			}
			if plain := plainly(p, set, perm); table.Has(perm) != direct || direct != plain {
				t.Fatalf("%v on %v: table %v, Casbin %v, rules %v", set, perm, table.Has(perm), direct, plain)
			}
		}
	}
	t.Logf("%d role sets × %d permissions", len(sets), len(Permissions()))
}

// plainly reads the rules without Casbin.
func plainly(p *Policy, roles []string, perm Permission) bool {
	allowed := false
	for _, role := range roles {
		for _, r := range p.byRole[role] {
			if starMatch(r.object, perm.Resource()) && starMatch(r.action, perm.Action()) {
				if r.effect == "deny" {
					return false
				}
				allowed = true
			}
		}
	}
	return allowed
}

func TestMatrixGolden(t *testing.T) {
	t.Parallel()
	var got bytes.Buffer
	if err := WriteMatrix(&got, mustLoad(t)); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "matrix.golden.md")
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("the matrix changed (-want +got), run with -update and review:\n%s", diff)
	}
}

func TestNothingFromNothing(t *testing.T) {
	t.Parallel()
	p := mustLoad(t)
	for _, roles := range [][]string{nil, {}, {"nobody.knows.this"}, {""}, {"*"}, {subject}} {
		if got := p.Allowed(roles...); !got.Empty() {
			t.Errorf("Allowed(%q) = %v", roles, got.List())
		}
		for _, perm := range Permissions() {
			if ok, err := p.Enforce(roles, perm); ok || err != nil {
				t.Errorf("Enforce(%q, %v) = %v, %v", roles, perm, ok, err)
			}
		}
	}
	if got, want := p.Allowed("nobody", RoleAccountUser), SetOf(PortalResellerLogin); got != want {
		t.Errorf("an unknown role changed the answer: %v", got.List())
	}
}

func TestExplain(t *testing.T) {
	t.Parallel()
	p := mustLoad(t)
	tests := []struct {
		roles []string
		perm  Permission
		want  Explanation
	}{
		{[]string{RoleCustomerAdmin}, OrganizationDelete, Explanation{true, RoleCustomerAdmin, Allow, "organization:delete"}},
		{[]string{RoleCustomerAdmin, RoleResellerSupport}, OrganizationDelete, Explanation{false, RoleResellerSupport, Deny, "organization:delete"}},
		{[]string{RoleBrandingAdmin, RoleResellerViewer}, BrandingManage, Explanation{false, RoleResellerViewer, Deny, "*:manage"}},
		{[]string{RoleAgent}, BillingRead, Explanation{}},
		{nil, BillingRead, Explanation{}},
	}
	for _, tt := range tests {
		got, err := p.Explain(tt.roles, tt.perm)
		if err != nil || got != tt.want {
			t.Errorf("Explain(%v, %v) = %+v, %v; want %+v", tt.roles, tt.perm, got, err, tt.want)
		}
	}
	if _, err := p.Explain([]string{RoleAgent}, 0); err == nil {
		t.Error("Explain accepted the zero permission")
	}
}

func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string][]CustomRole{
		"empty key":     {{"", nil}},
		"system key":    {{RoleAgent, nil}},
		"double":        {{"a", nil}, {"a", nil}},
		"no permission": {{"a", []Permission{0}}},
	} {
		if _, err := Load(c...); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	roles := []Role{{Key: "a"}, {Key: "b"}}
	const good = "p, a, *, organization, read, allow\np, b, *, organization.*, *, deny\n"
	if _, err := load("# why\n"+good, roles, nil); err != nil {
		t.Errorf("good policy: %v", err)
	}
	for _, bad := range []string{
		"p, a, *, organization, read, allow\n", // b has no line
		good + "p, c, *, organization, read, allow\n",
		good + "p, a, x, organization, read, allow\n",
		good + "p, a, *, organisation, read, allow\n",
		good + "p, a, *, organization, reed, allow\n",
		good + "p, a, *, organization, read, maybe\n",
		good + "p, a, *, organization, read\n",
		good + "g, a, *, organization, read, allow\n",
	} {
		if _, err := load(bad, roles, nil); err == nil {
			t.Errorf("accepted %q", strings.TrimPrefix(bad, good))
		}
	}
}

func TestTableIsBounded(t *testing.T) {
	t.Parallel()
	p := mustLoad(t)
	full := make(map[string]Set, tableLimit)
	for k, v := range *p.table.Load() {
		full[k] = v
	}
	for i := 0; len(full) < tableLimit; i++ {
		full[strings.Repeat("x", 8+i)] = Set{}
	}
	p.table.Store(&full)
	p.Allowed(RoleAgent, RoleAnalyst)
	if got, want := len(*p.table.Load()), len(p.names)+1; got != want {
		t.Errorf("table has %d sets, want %d", got, want)
	}
}

func TestPermissionNames(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, p := range Permissions() {
		if p.Description() == "" || p.Resource() == "" || p.Action() == "" || seen[p.Name()] {
			t.Errorf("%d: incomplete or double: %q", p, p.Name())
		}
		seen[p.Name()] = true
		if got, err := ParseName(p.Name()); err != nil || got != p {
			t.Errorf("ParseName(%s) = %v, %v", p.Name(), got, err)
		}
		if got, err := Parse(p.String()); err != nil || got != p {
			t.Errorf("Parse(%s) = %v, %v", p, got, err)
		}
		var b bytes.Buffer
		p.MarshalGQL(&b)
		var back Permission
		if err := back.UnmarshalGQL(strings.Trim(b.String(), `"`)); err != nil || back != p {
			t.Errorf("GraphQL round trip of %v: %v, %v", p, back, err)
		}
	}
	if permissionEnd > 128 {
		t.Errorf("%d permissions do not fit a Set", permissionEnd)
	}
	if got := OrganizationSsoTokenReveal.Name(); got != "ORGANIZATION_SSO_TOKEN_REVEAL" {
		t.Error(got)
	}
	var p Permission
	for _, bad := range []any{"", "organization:read", 7, nil} {
		if err := p.UnmarshalGQL(bad); err == nil {
			t.Errorf("UnmarshalGQL(%v) accepted", bad)
		}
	}
}

func TestSet(t *testing.T) {
	t.Parallel()
	all := SetOf(Permissions()...)
	if all.Len() != len(Permissions()) || !slices.Equal(all.List(), Permissions()) {
		t.Error("a set does not hold the catalogue")
	}
	few := SetOf(OrganizationRead, SubAccountAssign)
	if !few.SubsetOf(all) || all.SubsetOf(few) || few.Has(0) || few.Has(permissionEnd) || few.Has(255) {
		t.Error("membership")
	}
	if got := few.Union(SetOf(AuditRead)).Without(OrganizationRead).Minus(SetOf(AuditRead)); got != SetOf(SubAccountAssign) {
		t.Errorf("algebra: %v", got.List())
	}
	if !(Set{}).Empty() || few.Empty() || SetOf(0, permissionEnd) != (Set{}) {
		t.Error("emptiness")
	}
}

// TestConcurrently lets many goroutines meet new role sets at once.
func TestConcurrently(t *testing.T) {
	t.Parallel()
	p := mustLoad(t)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 5 {
				set := []string{p.names[(g+i)%5], p.names[5+i%3]}
				slices.Reverse(set)
				if got := p.Allowed(set...); got.Has(ReportRead) != plainly(p, set, ReportRead) {
					t.Errorf("%v: %v", set, got.List())
				}
				if _, err := p.Explain(set, OrganizationDelete); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}
