package graph_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tenantry/internal/directory"
)

// ofReseller are tables that only the reseller's own account has rows of, and
// usage_records, which name nobody and lie in partitions.
var ofReseller = []string{"plans", "invoice_counters", "report_schedules", "report_recipients", "usage_records"}

// ofPurged says of each table with rows of customers what a purge leaves of
// them: "gone", "kept", or "blank" for rows that stay and name nobody. What stays
// with the name of the customer is what the books and the log say for good.
var ofPurged = map[string]string{
	"audit_events": "kept", "invoices": "kept",

	"billing_subscriptions": "blank", "invoice_lines": "blank", "invoice_payments": "blank", "credit_entries": "blank", "usage_rollups": "blank",
	"impersonations": "blank", "sessions": "blank", "status_subscriptions": "blank", "user_counters": "blank",
	"organizations": "blank", "users": "blank", "memberships": "blank", "module_grants": "blank",

	"webhook_endpoints": "gone", "api_credentials": "gone", "storage_accounts": "gone", "custom_models": "gone",
	"brandings": "gone", "branding_logos": "gone", "branding_hosts": "gone", "billing_accounts": "gone",
	"roles": "gone", "role_permissions": "gone", "role_assignments": "gone", "sub_account_grants": "gone",
	"invitations": "gone", "dead_mails": "gone", "login_directories": "gone", "passkeys": "gone",
	"totp_credentials": "gone", "recovery_codes": "gone", "action_tokens": "gone", "jobs": "gone", "job_items": "gone", "job_chunks": "gone",
}

// TestPurgeLeavesNothing closes a customer that has a row of every table, and
// purges it when it cannot be restored any more, after its last invoice. A new
// table wants a line in ofPurged.
func TestPurgeLeavesNothing(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	a.business()
	a.everyTable()
	before, others := a.rowsOf("harbor"), a.rowsOf("mill")
	w := a.do("admin", `mutation($id: ID!) { organizationDelete(id: $id, input: {confirmName: "Harbor Hotels"}) { deletedId errors { code } } }`, map[string]any{"id": a.names["org.harbor"]})
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"deletedId":"org_`) {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	a.clock.advance(directory.RestoreWithin + day)
	purge := func(want int) {
		t.Helper()
		if n, err := a.directory.PurgeOrganizations(t.Context()); n != want || err != nil {
			t.Fatalf("purged %d: %v, want %d", n, err, want)
		}
	}
	purge(2) // the sub-accounts; the account waits for its last invoice, which names whom it bills
	if n, err := a.billing.IssueInvoices(t.Context()); n == 0 || err != nil {
		t.Fatalf("invoiced %d: %v", n, err)
	}
	purge(1)
	purge(0)
	for table, n := range a.rowsOf("mill") {
		var was, is int
		if _, err := fmt.Sscan(others[table]+" "+n, &was, new(int), &is); err != nil || is < was {
			t.Errorf("%s of another customer: %s, was %s (%v)", table, n, others[table], err)
		}
	}
	if _, err := a.directory.Purge(t.Context()); err != nil { // jobs, after their time
		t.Fatal(err)
	}
	if got := a.pairs(`SELECT 'all', string_agg(DISTINCT bill_to_name, ' ') FROM invoices WHERE organization_id = $1`, a.key("org.harbor"))["all"]; got != "Books of harbor" {
		t.Errorf("the invoices are made out to %q", got)
	}
	after, got := a.rowsOf("harbor"), map[string]string{}
	for table, n := range before {
		switch {
		case slices.Contains(ofReseller, table):
		case strings.HasPrefix(n, "0 "):
			t.Errorf("%s has no row of the customer: fill one in everyTable", table)
		case strings.HasPrefix(after[table], "0 "):
			got[table] = "gone"
		case strings.HasSuffix(after[table], " 0"):
			got[table] = "blank"
		default:
			got[table] = "kept"
		}
	}
	if diff := cmp.Diff(ofPurged, got); diff != "" {
		t.Errorf("left of the customer (-want +got):\n%s", diff)
	}
}

// rowsOf counts the rows of an account in each table that can have some, and
// those among them that hold its name or an address of it.
func (a *api) rowsOf(account string) map[string]string {
	a.Helper()
	tables := a.pairs(`SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
		WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
			AND (a.attname = 'account_id' OR c.relname IN ('branding_hosts', 'login_directories') AND a.attname = 'organization_id')`)
	var parts []string
	for table, column := range tables {
		parts = append(parts, fmt.Sprintf(`SELECT '%[1]s', concat(count(*), ' ', count(*) FILTER (WHERE t::text ILIKE '%%%[3]s%%')) FROM %[1]s t
			WHERE %[2]s IN (SELECT id FROM organizations WHERE account_id = '%[4]s')`, table, column, account, a.key("org."+account)))
	}
	return a.pairs(strings.Join(parts, " UNION ALL "))
}

// everyTable adds a row of the customer to the tables that the world has none
// in, and says which number the last invoice has.
func (a *api) everyTable() {
	a.Helper()
	const (
		head   = ` SELECT gen_random_uuid(), reseller_id, account_id, created_at, `
		user   = ` FROM users WHERE id = $1`
		org    = ` FROM organizations WHERE id = $1`
		bill   = ` FROM invoices WHERE id = $1`
		job    = ` FROM jobs WHERE account_id = $1`
		common = ` (id, reseller_id, account_id, created_at, `
	)
	for _, row := range []struct{ into, of, from, key string }{
		{`invoice_counters` + common + `last)`, `100`, org, "org.root"},
		{`invoice_lines` + common + `invoice_id, position, kind, description, quantity, unit_price, amount)`, `id, 1, 'PLAN', 'Plan', 1, 10, 10`, bill, "bill.harbor"},
		{`invoice_payments` + common + `invoice_id, amount, paid_at)`, `id, 1, created_at`, bill, "bill.harbor"},
		{`totp_credentials` + common + `user_id, secret)`, `id, '\x01'`, user, "user.harbor_agent"},
		{`recovery_codes` + common + `user_id, code_hash)`, `id, '\x01'`, user, "user.harbor_agent"},
		{`action_tokens` + common + `user_id, purpose, token_hash, email, expires_at)`, `id, 'EMAIL_CHANGE', '\x01', 'new@harbor.test', now()`, user, "user.harbor_agent"},
		{`status_subscriptions` + common + `user_id, updated_at)`, `id, created_at`, user, "user.harbor_agent"},
		{`role_assignments` + common + `user_id, role_id, organization_id)`, `id, (SELECT r.id FROM roles r WHERE r.account_id = users.account_id LIMIT 1), organization_id`, user, "user.harbor_agent"},
		{`jobs` + common + `organization_id, user_id, kind, status, input, finished_at)`, `organization_id, id, 'USERS_IMPORT', 'SUCCEEDED', '\x7b7d', created_at`, user, "user.harbor_agent"},
		{`job_items` + common + `job_id, position, label, status)`, `id, 1, 'new@harbor.test', 'DONE'`, job, "org.harbor"},
		{`job_chunks` + common + `job_id, position, data)`, `id, 0, 'harbor'`, job, "org.harbor"},
		{`brandings` + common + `updated_at, organization_id, portal, domain, domain_verified_at)`, `created_at, id, 'CUSTOMER', 'desk.harbor.test', created_at`, org, "org.harbor"},
		{`branding_logos` + common + `organization_id, content_type, size, width, height, sha256, data)`, `id, 'image/png', 1, 1, 1, '\x01', '\x01'`, org, "org.harbor"},
	} {
		a.insert(`INSERT INTO `+row.into+head+row.of+row.from, a.key(row.key))
	}
	a.insert(`INSERT INTO branding_hosts (id, created_at, owner_reseller_id, organization_id, portal) SELECT 'desk.harbor.test', created_at, reseller_id, id, 'CUSTOMER'`+org, a.key("org.harbor"))
	a.insert(`INSERT INTO usage_rollups (id, reseller_id, account_id, organization_id, metric, grain, period, quantity, records)
		SELECT gen_random_uuid(), reseller_id, account_id, id, 'SMS', 'DAY', '2026-02-20', 1, 1`+org, a.key("org.harbor"))
}
