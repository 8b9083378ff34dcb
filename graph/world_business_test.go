package graph_test

import (
	"github.com/google/uuid"

	"tenantry/ent/schema"
)

// business adds what customers are billed by: a plan of each reseller, a
// subscription, a billing account and an open invoice of some customers, and a
// report that is made every day. Scenarios sell things themselves, so it is no
// part of what they begin with.
func (a *api) business() {
	a.Helper()
	if a.names["plan.root"] != "" {
		return
	}
	added := func(prefix, name string) uuid.UUID {
		id := schema.NewID()
		a.names[prefix+"."+name] = schema.GlobalID(prefix, id)
		return id
	}
	since := epoch().Add(-20 * day)
	for _, at := range []struct{ name, at, actor string }{{"root", "root", "admin"}, {"rival", "rival.root", "rival_admin"}} {
		res, root := "res."+at.at, "org."+at.at
		for _, plan := range []string{"", "_free"} { // the second one nobody is subscribed to
			a.insert(`INSERT INTO plans (id, reseller_id, account_id, created_at, updated_at, name, sort_name, currency, interval, base_price, seat_price, usage_prices, features)
				VALUES ($1, $2, $3, $4, $4, 'Plan of ' || $5::text, 'plan of ' || $5::text, 'EUR', 'MONTH', 10, 1, '[]', '[]')`,
				added("plan", at.name+plan), a.key(res), a.key(root), since, at.name+plan)
		}
		schedule := added("rsch", at.name)
		a.insert(`INSERT INTO report_schedules (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, kind, cadence, hour, organization_ids, next_run_at, created_by)
			VALUES ($1, $2, $3, $3, $4, $4, 'Report of ' || $5::text, 'report of ' || $5::text, 'CREDITS', 'DAILY', 6, '[]', $6, $7)`,
			schedule, a.key(res), a.key(root), since, at.name, epoch().Add(day), a.key("user."+at.actor))
		a.insert(`INSERT INTO report_recipients (id, reseller_id, account_id, created_at, position, schedule_id, user_id) VALUES ($1, $2, $3, $4, 0, $5, $6)`,
			schema.NewID(), a.key(res), a.key(root), since, schedule, a.key("user."+at.actor))
	}
	for i, at := range []struct{ name, res, org, plan, status, ends string }{
		{"harbor", "res.root", "org.harbor", "plan.root", "ACTIVE", "false"},
		{"mill", "res.root", "org.mill", "plan.root", "ACTIVE", "true"},
		{"rival", "res.rival.root", "org.rival.customer", "plan.rival", "ACTIVE", "false"},
	} {
		res, org, plan := a.key(at.res), a.key(at.org), a.key(at.plan)
		a.insert(`INSERT INTO billing_accounts (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, email, currency)
			VALUES ($1, $2, $3, $3, $4, $4, 'Books of ' || $5::text, 'books of ' || $5::text, 'books@' || $5::text || '.test', 'EUR')`,
			added("bacc", at.name), res, org, since, at.name)
		sub := added("bsub", at.name)
		a.insert(`INSERT INTO billing_subscriptions (id, reseller_id, account_id, organization_id, created_at, updated_at, plan_id, status, anchor, period_start, period_end,
				terms, segments, cancel_at_period_end)
			SELECT $1, $2, $3, $3, $4, $4, $5, $6, '2026-02-10', '2026-02-10', '2026-03-10', jsonb_build_object('planId', id, 'name', name, 'currency', currency,
				'interval', interval, 'basePrice', '10', 'seatPrice', '1', 'includedSeats', 0, 'usagePrices', '[]'::jsonb), '[]', $7
			FROM plans WHERE id = $5`, sub, res, org, since, plan, at.status, at.ends)
		a.insert(`UPDATE organizations SET plan_id = $1 WHERE id = $2`, plan, org)
		for n, status := range []string{"OPEN", "VOID"} {
			a.insert(`INSERT INTO invoices (id, reseller_id, account_id, organization_id, subscription_id, created_at, updated_at, number, status, currency, total, paid,
					period_start, period_end, issued_on, due_on, bill_to_name, bill_to_email, bill_to_address, bill_to_tax_number, search_text)
				VALUES ($1, $2, $3, $3, $4, $5, $5, $6, $7, 'EUR', 10, 0, $9::date, $9::date + 30, '2026-02-10', '2026-03-24', 'Books of ' || $8::text, '', '', '', $8)`,
				added("bill", at.name+[]string{"", "_void"}[n]), res, org, sub, since, 2*i+n+1, status, at.name, []string{"2026-01-10", "2025-12-10"}[n])
		}
	}
}

// insert runs a statement as the owner of the database.
func (a *api) insert(query string, args ...any) {
	a.Helper()
	if _, err := a.owner.ExecContext(a.Context(), query, args...); err != nil {
		a.Fatalf("%s: %v", query, err)
	}
}

// key is the key of a record of the world.
func (a *api) key(name string) uuid.UUID {
	a.Helper()
	_, id, err := schema.ParseGlobalID(a.names[name])
	if err != nil {
		a.Fatalf("%s: %v", name, err)
	}
	return id
}
