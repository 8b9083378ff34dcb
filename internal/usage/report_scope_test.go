package usage

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
)

// Which reports each role may have: those whose numbers it reads elsewhere. Of
// what only others hold, a role alone has none. [000, 004]
func TestReportsByRole(t *testing.T) {
	t.Parallel()
	rules, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := &Service{Authorizer: authz.New(rules)}
	root, customer := schema.NewID(), schema.NewID()
	var got strings.Builder
	for _, c := range []struct{ home, roles string }{
		{"root", "reseller_admin"}, {"root", "reseller_support"}, {"root", "reseller_viewer"},
		{"root", "reseller_viewer user.admin"}, {"root", "reseller_viewer customer.admin"}, {"root", "user.admin"}, {"root", "customer.admin"},
		{"customer", "tenant_admin"}, {"customer", "bot_admin"}, {"customer", "supervisor"}, {"customer", "agent"},
		{"customer", "analyst"}, {"customer", "viewer"}, {"customer", "client_admin"}, {"customer", "client_user"},
		{"customer", "analyst client_admin"},
	} {
		at := customer
		if c.home == "root" {
			at = root
		}
		v := &authz.Viewer{UserID: schema.NewID(), ResellerID: schema.NewID(), RootID: root, OrganizationID: at, AccountID: at}
		for _, role := range strings.Fields(c.roles) {
			v.Assignments = append(v.Assignments, authz.Assignment{Role: role, Domain: at})
		}
		var kinds []string
		for _, r := range s.ReportsOf(v) {
			within := scopeOf(s.Authorizer, v, r.Kind)
			kinds = append(kinds, fmt.Sprintf("%s(%v %v)", r.Kind, within.covers(v, root, root), within.covers(v, customer, customer)))
		}
		fmt.Fprintf(&got, "%s: %s\n", c.roles, strings.Join(kinds, " "))
	}
	// In brackets: about the reseller's own organization, about the customer.
	const want = `reseller_admin: ORGANIZATION_ACTIVITY(true true) USERS_AND_LOGINS(true true) CREDITS(true true) USAGE_BY_ORGANIZATION(true true)
reseller_support: 
reseller_viewer: ORGANIZATION_ACTIVITY(true true) USAGE_BY_ORGANIZATION(true true)
reseller_viewer user.admin: ORGANIZATION_ACTIVITY(true true) USERS_AND_LOGINS(true false) USAGE_BY_ORGANIZATION(true true)
reseller_viewer customer.admin: ORGANIZATION_ACTIVITY(true true) USERS_AND_LOGINS(false true) CREDITS(true true) USAGE_BY_ORGANIZATION(true true)
user.admin: 
customer.admin: 
tenant_admin: ORGANIZATION_ACTIVITY(false true) USERS_AND_LOGINS(false true) USAGE_BY_ORGANIZATION(false true)
bot_admin: 
supervisor: 
agent: 
analyst: USAGE_BY_ORGANIZATION(false true)
viewer: ORGANIZATION_ACTIVITY(false true) USERS_AND_LOGINS(false true) USAGE_BY_ORGANIZATION(false true)
client_admin: 
client_user: 
analyst client_admin: ORGANIZATION_ACTIVITY(false true) USERS_AND_LOGINS(false true) CREDITS(false true) USAGE_BY_ORGANIZATION(false true)
`
	if d := cmp.Diff(want, got.String()); d != "" {
		t.Error(d)
	}
}

// Rows follow the list of users: staff by one permission, others by another.
func TestUserReportRows(t *testing.T) {
	t.Parallel()
	h := setup(t)
	harbor := h.customer("Harbor")
	h.user(harbor.ID, "ana@harbor.test", func(*db.UserCreate) {})
	vic := h.user(h.root, "vic@northwind.test", func(*db.UserCreate) {})
	for role, want := range map[string][]string{
		"user.admin":     {"admin@northwind.test", "vic@northwind.test"},
		"customer.admin": {"ana@harbor.test"},
	} {
		v := h.viewer(vic)
		v.Assignments = []authz.Assignment{{Role: "reseller_viewer", Domain: h.root}, {Role: role, Domain: h.root}}
		b := &statement{}
		b.reseller(v)
		within := scopeOf(h.Authorizer, v, "USERS_AND_LOGINS")
		text := "SELECT u.email FROM users AS u JOIN organizations AS o ON o.id = u.organization_id WHERE u.reseller_id = $1" +
			b.within(v, within, "o.id", "o.account_id") + " ORDER BY 1"
		rows, err := h.owner.QueryContext(t.Context(), text, b.args...)
		h.must(err)
		var got []string
		for rows.Next() {
			var email string
			h.must(rows.Scan(&email))
			got = append(got, email)
		}
		h.must(rows.Err())
		h.must(rows.Close())
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", role, d)
		}
	}
}

// A quantity that is sent again as another one is told, and changes nothing.
func TestConflictingQuantities(t *testing.T) {
	t.Parallel()
	h := setup(t)
	harbor := h.customer("Harbor")
	one := Record{harbor.ID, "SMS", day("2026-03-02"), 5, "a"}
	other, next := one, one
	other.Quantity, next.Key = 6, "b"
	bad := one
	bad.Metric = "sms"
	_, err := h.Record(h.ctx, Batch{Records: []Record{one}})
	h.must(err)
	got, err := h.Record(h.ctx, Batch{Records: []Record{one, bad, other, next}, SkipFailed: true})
	h.must(err)
	if got.Accepted != 1 || got.Duplicates != 2 || got.Conflicting != 1 ||
		cmp.Diff([]string{"IDEMPOTENCY_KEY_REUSED input.records.2.quantity"}, refusedWith(got.Conflicts)) != "" {
		t.Errorf("%+v", got)
	}
}
