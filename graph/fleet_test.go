package graph_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

// tally counts how often each statement passes.
type tally struct {
	mu    sync.Mutex
	times map[string]int
	guard func(string) error
}

func (s *tally) check(query string) error {
	s.mu.Lock()
	s.times[query]++
	s.mu.Unlock()
	return s.guard(query)
}

// take forgets what has passed and answers it.
func (s *tally) take() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	times := s.times
	s.times = map[string]int{}
	return times
}

// fleetRows gives each of some customers one of everything a list shows, with
// every edge of it set, each leading to another record. They come first in each
// order that lists have by themselves. $1 is the reseller, $2 its organization,
// $3 its administrator, $4 the time.
var fleetRows = []string{
	// Nine are active, as many again suspended, and deleted.
	`CREATE TEMP TABLE fleet AS SELECT i, (i - 1) / 9 AS state, $1::uuid AS res, $2::uuid AS root, $3::uuid AS admin, $4::timestamptz + i * interval '1 second' AS at, '!fleet ' || i AS name,
		gen_random_uuid() AS org, gen_random_uuid() AS part, gen_random_uuid() AS usr, gen_random_uuid() AS plan, gen_random_uuid() AS next, gen_random_uuid() AS sub, gen_random_uuid() AS bill,
		gen_random_uuid() AS sched, gen_random_uuid() AS inc, gen_random_uuid() AS job, gen_random_uuid() AS tx, gen_random_uuid() AS undo FROM generate_series(1, 27) AS g(i)`,
	`INSERT INTO plans (id, reseller_id, account_id, created_at, updated_at, name, sort_name, currency, interval, base_price, seat_price, usage_prices, features)
		SELECT p, res, root, at, at, name || n, name || n, 'EUR', 'MONTH', 10, 1, '[]', '["SMS"]' FROM fleet, LATERAL (VALUES (plan, ' a'), (next, ' b')) v(p, n)`,
	`INSERT INTO organizations (id, reseller_id, account_id, parent_id, path, created_at, updated_at, kind, name, sort_name, search_text, tags, features, credit_balance, plan_id,
			status, suspended_at, suspended_by, deleted_at, sso_token_hash, sso_token_at)
		SELECT org, res, org, root, root || '/' || org || '/', at, at, 'CUSTOMER', name, name, name, '[]', '{SMS,API_ACCESS,BRANDING,ANALYTICS}'::text[], 100, plan,
			(ARRAY['ACTIVE','SUSPENDED','DELETED'])[state + 1], CASE state WHEN 1 THEN at END, NULL, CASE state WHEN 2 THEN at END, '\x01', at FROM fleet`,
	`INSERT INTO organizations (id, reseller_id, account_id, parent_id, path, created_at, updated_at, kind, name, sort_name, search_text, tags)
		SELECT part, res, org, org, root || '/' || org || '/' || part || '/', at, at, 'SUB_ACCOUNT', name, 'zz ' || name, name, '[]' FROM fleet WHERE state = 0`,
	`INSERT INTO users (id, reseller_id, account_id, organization_id, created_at, updated_at, email, email_key, display_name, sort_name, search_text, user_type, role_rank, status)
		SELECT usr, res, org, org, at, at, 'f' || i || '@fleet.test', 'f' || i || '@fleet.test', name, name, name, 'AGENT', 50, 'ACTIVE' FROM fleet`,
	`UPDATE organizations o SET suspended_by = usr FROM fleet f WHERE o.id = f.org AND state = 1`,
	`DELETE FROM fleet WHERE state > 0`,
	`INSERT INTO billing_accounts (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, email, currency)
		SELECT gen_random_uuid(), res, org, org, at, at, name, name, 'books@fleet.test', 'EUR' FROM fleet`,
	`INSERT INTO billing_subscriptions (id, reseller_id, account_id, organization_id, created_at, updated_at, plan_id, pending_plan_id, status, anchor, period_start, period_end, terms, segments)
		SELECT sub, res, org, org, at, at, plan, next, 'ACTIVE', '2026-02-10', '2026-02-10', '2026-03-10', jsonb_build_object('planId', plan, 'name', name, 'currency', 'EUR',
			'interval', 'MONTH', 'basePrice', '10', 'seatPrice', '1', 'includedSeats', 0, 'usagePrices', '[]'::jsonb), '[]' FROM fleet`,
	`INSERT INTO invoices (id, reseller_id, account_id, organization_id, subscription_id, created_at, updated_at, number, status, currency, total, paid,
			period_start, period_end, issued_on, due_on, bill_to_name, bill_to_email, bill_to_address, bill_to_tax_number, search_text)
		SELECT bill, res, org, org, sub, at, at, 9000 + i, 'OPEN', 'EUR', 10, 5, '2026-01-10', '2026-02-10', '2026-02-10', '2026-03-24', name, '', '', '', name FROM fleet`,
	`INSERT INTO invoice_lines (id, reseller_id, account_id, created_at, position, kind, description, quantity, unit_price, amount, invoice_id)
		SELECT gen_random_uuid(), res, org, at, 0, 'BASE', name, 1, 10, 10, bill FROM fleet`,
	`INSERT INTO invoice_payments (id, reseller_id, account_id, created_at, amount, paid_at, recorded_by, invoice_id) SELECT gen_random_uuid(), res, org, at, 5, at, usr, bill FROM fleet`,
	`INSERT INTO usage_rollups (id, reseller_id, account_id, organization_id, metric, grain, period, quantity, records)
		SELECT gen_random_uuid(), res, org, org, 'SMS', g, '2026-02-01', 1000000 + i, 1 FROM fleet, unnest(ARRAY['DAY', 'MONTH']) g`,
	`INSERT INTO report_schedules (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, kind, cadence, hour, organization_ids, next_run_at, created_by)
		SELECT sched, res, root, root, at, at, name, name, 'CREDITS', 'DAILY', 6, jsonb_build_array(org, part), at, usr FROM fleet`,
	`INSERT INTO report_recipients (id, reseller_id, account_id, created_at, position, schedule_id, user_id) SELECT gen_random_uuid(), res, root, at, 0, sched, usr FROM fleet`,
	`INSERT INTO impersonations (id, reseller_id, account_id, organization_id, created_at, actor_id, actor_name, actor_email, user_id, mode, reason, minutes, consent, consent_by, consent_at,
			status, started_at, expires_at, ended_at, ended_by, end_reason)
		SELECT gen_random_uuid(), res, org, org, at, admin, name, name, usr, 'CLIENT', 'Look', 30, 'ASK', usr, at, 'ENDED', at, at + interval '1 hour', at, usr, 'ACTOR' FROM fleet`,
	`INSERT INTO brandings (id, reseller_id, account_id, organization_id, created_at, updated_at, portal, product_name) SELECT gen_random_uuid(), res, org, org, at, at, 'CUSTOMER', name FROM fleet`,
	`INSERT INTO custom_models (id, reseller_id, account_id, organization_id, created_at, updated_at, key, name, sort_name, task, status)
		SELECT gen_random_uuid(), res, org, org, at, at, 'fleet', name, name, 'CLASSIFICATION', 'ACTIVE' FROM fleet`,
	`INSERT INTO storage_accounts (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, region, quota_bytes, used_bytes, measured_at)
		SELECT gen_random_uuid(), res, org, org, at, at, name, name, 'EU_CENTRAL', 1048576, 0, at FROM fleet`,
	`INSERT INTO webhook_endpoints (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, url, events, active, created_by)
		SELECT gen_random_uuid(), res, org, org, at, at, name, name, 'https://hooks.fleet.test/', '{user.created}', true, usr FROM fleet`,
	`INSERT INTO api_credentials (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, prefix, key_hash, roles, operations, cost_per_minute, created_by)
		SELECT gen_random_uuid(), res, org, org, at, at, name, name, 'fleet' || i, '\x01', '{agent}', '{}', 1000, usr FROM fleet`,
	`INSERT INTO dead_mails (id, reseller_id, account_id, created_at, organization_id, user_id, email, kind, job, failure, attempts)
		SELECT gen_random_uuid(), res, org, at, org, usr, 'f@fleet.test', 'mail_suspended', '{}', 'no such mailbox', 6 FROM fleet`,
	`INSERT INTO jobs (id, reseller_id, account_id, organization_id, user_id, kind, status, input, total, done, created_at, finished_at, file_name, content_type, size, sha256, expires_at)
		SELECT job, res, root, root, admin, 'USERS_EXPORT', 'SUCCEEDED', '{}', 1, 1, at, at, 'users.csv', 'text/csv', 1, '\x01', at + interval '1 hour' FROM fleet`,
	`INSERT INTO job_items (id, reseller_id, account_id, job_id, position, target_id, label, status, created_at) SELECT gen_random_uuid(), res, root, job, 1, usr, name, 'DONE', at FROM fleet`,
	`INSERT INTO service_incidents (id, reseller_id, created_at, updated_at, title, severity, status, started_at) SELECT inc, res, at, at, name, 'MINOR', 'INVESTIGATING', at FROM fleet`,
	`INSERT INTO service_incident_news (id, reseller_id, created_at, incident_id, status, body, author_id) SELECT gen_random_uuid(), res, at, inc, 'INVESTIGATING', name, usr FROM fleet`,
	`INSERT INTO release_notes (id, reseller_id, created_at, updated_at, release, title, body, published_at) SELECT gen_random_uuid(), res, at, at, name, name, name, at FROM fleet`,
	// A movement from customer to customer that a third one used, and its undoing.
	`INSERT INTO credit_entries (id, reseller_id, account_id, organization_id, created_at, transaction_id, ledger, type, amount, balance_after, counterpart_id, used_by_id, actor_id, reverses_id, occurred_at)
		SELECT CASE n WHEN 1 THEN f.tx ELSE f.undo END, f.res, f.org, f.org, f.at + n * interval '1 minute', f.tx, 'ORGANIZATION', CASE n WHEN 1 THEN 'TOP_UP' ELSE 'REVERSAL' END, 3 - 2 * n, 100,
			o.org, f.part, f.usr, CASE n WHEN 2 THEN f.tx END, f.at
		FROM fleet f JOIN fleet o ON o.i = f.i % 9 + 1, generate_series(1, 2) n`,
	`INSERT INTO credit_entries (id, reseller_id, account_id, organization_id, created_at, transaction_id, ledger, type, amount, balance_after, counterpart_id, used_by_id, actor_id, occurred_at)
		SELECT gen_random_uuid(), res, root, root, at, undo, 'ORGANIZATION', 'TOP_UP', -1, 100, org, part, usr, at FROM fleet`,
}

// ask sends a query as the administrator and answers what it cost, and the
// number of its rows.
func (s *tally) ask(a *api, query string) (times map[string]int, rows int) {
	a.Helper()
	s.take()
	w := a.do("admin", query, nil)
	if w.Code != http.StatusOK || strings.Contains(w.Body.String(), `"locations"`) {
		a.Fatalf("%d %.2000s\n%s", w.Code, w.Body, query)
	}
	return s.take(), strings.Count(w.Body.String(), `"row":`)
}

// sum is how many statements those are.
func sum(times map[string]int) (n int) {
	for _, k := range times {
		n += k
	}
	return n
}

// TestListsDoNotFanOut holds the number of statements of a page of each list
// with all that hangs on its rows: one row or many, it is the same. Two of them
// read the session and the policy before anything else.
func TestListsDoNotFanOut(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	a.business()
	counted := &tally{times: map[string]int{}, guard: dbtest.Guard().Check}
	d, err := database.Open(database.Config{PoolConfig: database.PoolConfig{URL: a.url, StatementCache: true, Guard: counted.check}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	a.db = d
	a.Handler = a.build()
	a.insert(fleetRows[0], a.key("res.root"), a.key("org.root"), a.key("user.admin"), epoch().Add(-time.Hour))
	for _, statement := range fleetRows[1:] {
		a.insert(statement)
	}
	const org = `organization { id name kind parent { name } viewerActions }`
	const person = `{ id displayName organization { name } roles { key } viewerActions }`
	for name, c := range map[string]struct {
		query string
		most  int
	}{
		"organizations": {`{ organizations(first: $n) { totalCount nodes { row: id name version ancestors { name } parent { name viewerActions } seats { used limit } userStats { total }
			ssoToken { last4 } twoFactorRequired loginAsConsent features { feature { key } entitled } creditBalance viewerActions } } }`, 11},
		"suspended": {`{ organizations(first: $n, where: {status: {in: [SUSPENDED]}}) { nodes { row: id suspension { reason suspendedBy ` + person + ` } viewerActions } } }`, 10},
		"deleted":   {`{ organizationsDeleted(first: $n) { totalCount nodes { row: id name deletedAt purgeAt parent { name } viewerActions } } }`, 7},
		"sold": {`{ organizations(first: $n) { nodes { row: id plan { name viewerActions } subscription { plan { name } pendingPlan { name } viewerActions } billingAccount { name viewerActions }
			invoices(first: 2) { nodes { number lines { amount } payments { recordedBy { displayName } } viewerActions } } } } }`, 14},
		"spent": {`{ organizations(first: $n) { nodes { row: id usage(from: "2026-02-01", to: "2026-02-28") { metric quantity organization { name } }
			creditEntries(first: 2) { nodes { amount counterpart { name } usedBy { name } actor { displayName } reversedBy { id } viewerActions } } } } }`, 11},
		"brandings":  {`{ organizations(first: $n) { nodes { row: id brandings { portal productName look { productName } domain { name } ` + org + ` } } } }`, 10},
		"parts":      {`{ organizations(first: $n) { nodes { row: id children(first: 2) { totalCount nodes { name parent { name } } } } } }`, 8},
		"people":     {`{ organizations(first: $n) { nodes { row: id users(first: 2) { totalCount nodes ` + person + ` } } } }`, 10},
		"credits":    {`{ organization(id: "` + a.names["org.root"] + `") { creditEntries(first: $n) { nodes { row: id ` + org + ` counterpart { name viewerActions } usedBy { name } actor ` + person + ` reversedBy { id } viewerActions } } } }`, 15},
		"accounts":   {`{ billingAccounts(first: $n) { totalCount nodes { row: id name ` + org + ` viewerActions } } }`, 8},
		"plans":      {`{ plans(first: $n) { totalCount nodes { row: id name features usagePrices { metric } viewerActions } } }`, 6},
		"sales":      {`{ billingSubscriptions(first: $n) { totalCount nodes { row: id ` + org + ` plan { name viewerActions } pendingPlan { name viewerActions } terms { name } viewerActions } } }`, 10},
		"invoices":   {`{ invoices(first: $n) { totalCount nodes { row: id number ` + org + ` subscription { plan { name } viewerActions } lines { description } payments { amount recordedBy ` + person + ` } viewerActions } } }`, 17},
		"usage":      {`{ usage(first: $n, where: {from: "2026-02-01", to: "2026-02-28"}, groupBy: [METRIC, ORGANIZATION]) { hasMore rows { row: quantity ` + org + ` } } }`, 7},
		"schedules":  {`{ reportSchedules(first: $n) { totalCount nodes { row: id name organizations { name viewerActions } recipients ` + person + ` viewerActions } } }`, 14},
		"visits":     {`{ impersonations(first: $n) { nodes { row: id ` + org + ` actor ` + person + ` user ` + person + ` decidedBy { displayName } endedBy { displayName } viewerActions } } }`, 18},
		"models":     {`{ customModels(first: $n) { totalCount nodes { row: id name ` + org + ` viewerActions } } }`, 9},
		"storage":    {`{ storageAccounts(first: $n) { totalCount nodes { row: id usedPercent ` + org + ` viewerActions } } }`, 9},
		"endpoints":  {`{ webhookEndpoints(first: $n) { totalCount nodes { row: id events ` + org + ` viewerActions } } }`, 9},
		"keys":       {`{ apiCredentials(first: $n) { totalCount nodes { row: id status roles { key organization { name } } createdBy ` + person + ` ` + org + ` viewerActions } } }`, 14},
		"incidents":  {`{ serviceIncidents(first: $n) { totalCount nodes { row: id title updates { body } viewerActions } } }`, 7},
		"releases":   {`{ releaseNotes(first: $n) { totalCount nodes { row: id title viewerActions } } }`, 6},
		"dead mails": {`{ deadMails(first: $n) { nodes { row: id failure user ` + person + ` } } }`, 10},
		"jobs":       {`{ jobs(first: $n) { nodes { row: id status progress download { url } items(first: 2) { totalCount nodes { label user ` + person + ` errors { code } } } } } }`, 11},
	} {
		t.Run(name, func(t *testing.T) { // one after another: statements are counted for all
			counted.ask(a, strings.ReplaceAll(c.query, "$n", "2")) // some is read once in a process
			one, rows := counted.ask(a, strings.ReplaceAll(c.query, "$n", "1"))
			if rows != 1 {
				t.Fatalf("%d rows, want 1", rows)
			}
			many, rows := counted.ask(a, strings.ReplaceAll(c.query, "$n", "8"))
			if rows != 8 {
				t.Fatalf("%d rows, want 8", rows)
			}
			t.Logf("%d", sum(many))
			if sum(one) == sum(many) && sum(many) <= c.most {
				return
			}
			t.Errorf("%d statements for one row, %d for 8, at most %d are right", sum(one), sum(many), c.most)
			for statement, n := range many {
				if n > 1 && n > one[statement] {
					t.Logf("%d times instead of %d: %s", n, one[statement], statement)
				}
			}
		})
	}
}
