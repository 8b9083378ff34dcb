package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"go.jetify.com/typeid/base32"
)

// names of the lines about the list of organizations that goals speak of.
const (
	lineOrganizations = "organizations page"
	lineConsole       = "organizations page of the console"
	deepSuffix        = ", deep"
)

// organizationRows is the size of the pages of organizations measured.
const organizationRows = 50

// listVariants is how many different variables a line is driven with.
const listVariants = 3

// seededOrganizations are made by the program; more are written beside them,
// each with two users, which is many times faster.
const seededOrganizations = 1_000

// more writes as many organizations as $1 beside those seeded.
var more = []string{
	`INSERT INTO organizations (id, reseller_id, account_id, parent_id, path, created_at, updated_at, kind, name, sort_name, search_text, tags, user_count)
	SELECT id, r, id, root, path || id || '/', now() - i * interval '1 second', now(), 'CUSTOMER', 'Load Customer ' || to_char(i, 'FM000000'),
		'load customer ' || to_char(i, 'FM000000'), 'load customer ' || to_char(i, 'FM000000'), '[]', 2
	FROM (SELECT i, gen_random_uuid() AS id, r.id AS r, r.root_organization_id AS root, o.path FROM generate_series(1, $1::int) AS g(i), resellers r
		JOIN organizations o ON o.reseller_id = r.id AND o.id = r.root_organization_id WHERE r.name = 'Load') AS x`,
	`INSERT INTO users (id, reseller_id, account_id, organization_id, created_at, updated_at, email, email_key,
		display_name, sort_name, search_text, user_type, role_rank, status)
	SELECT gen_random_uuid(), o.reseller_id, o.id, o.id, o.created_at, o.created_at, mail, mail, 'User ' || i, 'user ' || i, mail, 'AGENT', 40, 'ACTIVE'
	FROM organizations o, generate_series(1, 2) AS g(i), LATERAL (SELECT i || '-' || o.id || '@mail.test' AS mail) AS m
	WHERE o.sort_name LIKE 'load customer 0_____' AND length(o.sort_name) = 20 AND $1::int > 0`,
}

// business gives every customer of the seeded reseller what the list shows: a
// plan and a subscription, a balance, features, labels, seats, a state and a
// last request. Each statement is one for all of them.
var business = []string{
	`INSERT INTO plans (id, reseller_id, account_id, created_at, updated_at, name, sort_name, currency, interval, base_price, seat_price, usage_prices, features)
	SELECT gen_random_uuid(), r.id, r.root_organization_id, now(), now(), 'Tariff ' || i, 'tariff ' || i, 'EUR', 'MONTH', i, 1, '[]', '["SMS"]'
	FROM resellers r, generate_series(101, 120) i WHERE r.name = 'Load'`,
	`UPDATE organizations o SET features = (ARRAY['SMS','CALLS','CONVERSATIONS','BOTS','ANALYTICS','REPORTS'])[1:6], status = 'ACTIVE'
	FROM resellers r WHERE r.name = 'Load' AND o.reseller_id = r.id AND o.id = r.root_organization_id`,
	`WITH p AS (SELECT id, reseller_id, row_number() OVER (ORDER BY sort_name) - 1 AS n FROM plans WHERE name LIKE 'Tariff %'),
	o AS (SELECT o.id, o.reseller_id, row_number() OVER (ORDER BY o.sort_name) AS n FROM organizations o
		JOIN resellers r ON r.id = o.reseller_id AND r.name = 'Load' WHERE o.kind = 'CUSTOMER')
	UPDATE organizations SET plan_id = p.id, credit_balance = (o.n * 7919) % 100000,
		features = (ARRAY['SMS','CALLS','CONVERSATIONS','BOTS','ANALYTICS','REPORTS'])[1:1 + o.n % 6],
		tags = jsonb_build_array('label-' || o.n % 20, 'half-' || o.n % 2),
		status = CASE WHEN o.n % 10 = 0 THEN 'SUSPENDED' ELSE 'ACTIVE' END,
		suspended_at = CASE WHEN o.n % 10 = 0 THEN now() END,
		last_activity_at = CASE WHEN o.n % 5 > 0 THEN now() - (o.n * 7919 % 100000) * interval '1 minute' END,
		user_count = organizations.user_count + o.n * 31 % 500
	FROM o JOIN p ON p.reseller_id = o.reseller_id AND p.n = o.n % 20
	WHERE organizations.reseller_id = o.reseller_id AND organizations.id = o.id`,
	`INSERT INTO billing_subscriptions (id, reseller_id, account_id, organization_id, created_at, updated_at, plan_id, status,
		anchor, period_start, period_end, terms, segments)
	SELECT gen_random_uuid(), o.reseller_id, o.id, o.id, now(), now(), o.plan_id, 'ACTIVE',
		current_date - 10, current_date - 10, current_date + 20,
		jsonb_build_object('planId', o.plan_id, 'name', 'Tariff', 'currency', 'EUR', 'interval', 'MONTH', 'basePrice', '1', 'seatPrice', '1', 'includedSeats', 0), '[]'
	FROM organizations o WHERE o.plan_id IS NOT NULL`,
	// They were written past the counters, of which the page needs those of
	// organizations; the numbers of users above are made up and stay.
	`DELETE FROM organization_counters`,
	`INSERT INTO organization_counters (id, reseller_id, created_at, kind, status, organizations)
	SELECT gen_random_uuid(), reseller_id, now(), kind, status, count(*) FROM organizations GROUP BY reseller_id, kind, status`,
}

// trade writes the organizations a size has beside those seeded, and the
// business of all of them.
func (h *house) trade(ctx context.Context, size dataSize) error {
	if left := size.organizations - seededOrganizations; left > 0 {
		for _, statement := range more {
			if _, err := h.owner.ExecContext(ctx, statement, left); err != nil {
				return fmt.Errorf("write more customers: %w", err)
			}
		}
	}
	for _, statement := range business {
		if _, err := h.owner.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("write the business of customers: %w", err)
		}
	}
	return nil
}

// order is how a list is sorted, "" for as the API does it.
type order struct{ field, direction string }

func (o order) variables(more map[string]any) map[string]any {
	out := map[string]any{"first": organizationRows}
	if o.field != "" {
		out["orderBy"] = []map[string]any{{"field": o.field, "direction": o.direction}}
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

// listOrders are the orders a console offers, by the words that tell them in
// the name of a line.
func listOrders() map[string]order {
	return map[string]order{
		"": {}, " by creation": {"CREATED_AT", "DESC"}, " by users": {"USERS", "DESC"},
		" by activity": {"LAST_ACTIVITY", "DESC"}, " by balance": {"BALANCE", "ASC"},
	}
}

// orderWords are the keys of listOrders as they are shown.
func orderWords() []string {
	return []string{"", " by creation", " by users", " by activity", " by balance"}
}

// organizationLines are the lines of a size that has many organizations.
func organizationLines(ctx context.Context, h *house, docs documents, size dataSize) ([]subject, place, error) {
	a := &asker{addr: h.addr, token: h.token, documents: docs}
	var p place
	var out []subject
	add := func(name, operation string, variables ...map[string]any) error {
		line := subject{Name: name, Operation: operation}
		for _, v := range variables {
			body, trusted, err := docs.body(operation, v)
			if err != nil {
				return err
			}
			line.Trusted, line.variants = trusted, append(line.variants, encode(h.addr, h.token, body))
		}
		line.cycles = rotations(line.variants)
		out = append(out, line)
		return nil
	}
	for _, words := range orderWords() {
		by := listOrders()[words]
		cursors, page, err := a.deepOrganizations(ctx, by, size)
		if err != nil {
			return nil, p, err
		}
		p.page = max(p.page, page)
		var deep []map[string]any
		for _, c := range cursors {
			deep = append(deep, by.variables(map[string]any{"after": c}))
		}
		if err := errors.Join(add(lineOrganizations+words, "OrganizationsRows", by.variables(nil)),
			add(lineOrganizations+words+deepSuffix, "OrganizationsRows", deep...)); err != nil {
			return nil, p, err
		}
	}
	defer a.client.close()
	filters, err := h.filters(ctx)
	if err != nil {
		return nil, p, err
	}
	for _, f := range filters {
		if err := add("organizations, "+f.name, "OrganizationsRows", f.variables...); err != nil {
			return nil, p, err
		}
	}
	return out, p, add(lineConsole, "OrganizationsPage", order{}.variables(nil))
}

// deepOrganizations are the cursors before pages in the middle of a list.
func (a *asker) deepOrganizations(ctx context.Context, by order, size dataSize) (cursors []string, page int, err error) {
	rows := min(size.organizations/2, 10_000)
	variables := by.variables(map[string]any{"offset": rows})
	for range listVariants {
		var data struct {
			Organizations struct {
				PageInfo struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
		if err := a.ask("OrganizationsWalk", variables, &data); err != nil {
			return nil, 0, fmt.Errorf("walk the organizations: %w", err)
		}
		rows += organizationRows
		if !data.Organizations.PageInfo.HasNextPage {
			break
		}
		cursors = append(cursors, data.Organizations.PageInfo.EndCursor)
		variables = by.variables(map[string]any{"after": cursors[len(cursors)-1]})
	}
	if len(cursors) == 0 {
		return nil, 0, errors.New("walk: the list of organizations is too short")
	}
	return cursors, rows/organizationRows + 1, ctx.Err()
}

// filter is one kind of condition with several values for it.
type filter struct {
	name      string
	variables []map[string]any
}

// filters are the conditions that are measured.
func (h *house) filters(ctx context.Context) ([]filter, error) {
	var plans string
	if err := h.owner.QueryRowContext(ctx, "SELECT string_agg(id::text, ',') FROM plans WHERE name LIKE 'Tariff %'").Scan(&plans); err != nil {
		return nil, fmt.Errorf("find the plans: %w", err)
	}
	of := func(name string, where func(i int) map[string]any) filter {
		f := filter{name: name}
		for i := range listVariants {
			f.variables = append(f.variables, order{}.variables(map[string]any{"where": where(i)}))
		}
		return f
	}
	in := func(v ...any) map[string]any { return map[string]any{"in": v} }
	ids := strings.Split(plans, ",")
	search := filter{name: "search"}
	for i := range listVariants {
		search.variables = append(search.variables, order{}.variables(map[string]any{"search": fmt.Sprintf("customer 0%03d", 11*(i+1)%100)}))
	}
	return []filter{
		search,
		of("tag", func(i int) map[string]any { return map[string]any{"tag": in(fmt.Sprintf("label-%d", i))} }),
		of("status", func(i int) map[string]any {
			return map[string]any{"status": in([]any{"ACTIVE", "SUSPENDED"}[i%2])}
		}),
		of("plan", func(i int) map[string]any {
			return map[string]any{"planId": in("plan_" + base32.Encode(uuid.MustParse(ids[i%len(ids)])))}
		}),
		of("feature", func(i int) map[string]any { return map[string]any{"feature": in([]any{"REPORTS", "BOTS"}[i%2])} }),
		of("balance", func(i int) map[string]any {
			return map[string]any{"creditBalance": map[string]any{"lt": fmt.Sprint(5000 + 100*i)}}
		}),
	}, nil
}

// organizationGoals judges the list of organizations: its statements in one
// size, and its growth from the smaller to the larger.
func organizationGoals(results []result) []goal {
	var out []goal
	for _, r := range results {
		if !r.size.business {
			return nil
		}
		for _, f := range r.lines {
			most := 5
			if strings.HasSuffix(f.Name, "search") {
				most++ // words that are rare are looked for twice
			}
			out = append(out, atMost(float64(most), float64(f.Statements), "%s, %s: %d statements, at most %d", r.size.name, f.Name, f.Statements, most))
		}
		for _, words := range orderWords() {
			first, deep := r.line(lineOrganizations+words), r.line(lineOrganizations+words+deepSuffix)
			if first.Rate == 0 || deep.Rate == 0 {
				continue // not measured
			}
			out = append(out, atMost(1.5, deep.cpu()/first.cpu(), "%s, %s: page %d costs %.2f times the CPU of the first, at most 1.5",
				r.size.name, first.Name, r.deepPage, deep.cpu()/first.cpu()))
		}
	}
	if len(results) == 2 {
		for _, large := range results[1].lines {
			if small := results[0].line(large.Name); small.Rate > 0 && large.Rate > 0 {
				out = append(out, atMost(1.3, large.cpu()/small.cpu(), "%s: CPU with %s is %.2f times that with %s, at most 1.3",
					large.Name, results[1].size.name, large.cpu()/small.cpu(), results[0].size.name))
			}
		}
	}
	return out
}
