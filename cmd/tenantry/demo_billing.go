package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/internal/billing"
	"tenantry/internal/directory"
)

// demoPlan is a plan of the demo.
type demoPlan struct {
	description string
	trialDays   int
	features    string // JSON
	terms       schema.PlanTerms
}

func demoPlans() []demoPlan {
	euro := decimal.RequireFromString
	sms := func(included int64, price string) []schema.UsagePrice {
		return []schema.UsagePrice{{Metric: "SMS", Included: included, UnitPrice: euro(price)}}
	}
	plan := func(name, interval, base, seat string, included int, usage []schema.UsagePrice) schema.PlanTerms {
		return schema.PlanTerms{Name: name, Currency: "EUR", Interval: interval, BasePrice: euro(base), SeatPrice: euro(seat), IncludedSeats: included, UsagePrices: usage}
	}
	return []demoPlan{
		{"For small teams.", 14, `["SMS"]`, plan("Starter", "MONTH", "29", "6.50", 5, sms(200, "0.079"))},
		{"For companies with a desk of agents.", 14, `["SMS", "CALLS", "CONVERSATIONS"]`, plan("Business", "MONTH", "149", "4.90", 25, sms(5000, "0.065"))},
		{"For groups, paid by the year.", 0, `["SMS", "CALLS", "CONVERSATIONS", "BOTS", "ANALYTICS", "REPORTS"]`, plan("Enterprise", "YEAR", "4900", "39", 100, nil)},
	}
}

// demoBill is a period of a subscription to be invoiced.
type demoBill struct {
	org          *db.Organization
	subscription uuid.UUID
	terms        schema.PlanTerms
	start, end   time.Time
}

// writeBilling writes plans, a subscription for each customer, and the invoices
// of the last year: most are paid, some are past due.
func (t *tenant) writeBilling(ctx context.Context, tx *sql.Tx) error {
	exec := func(query string, args ...any) error {
		if _, err := tx.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("write what customers of %s pay: %w", t.name, err)
		}
		return nil
	}
	plans, since := demoPlans(), t.today.Add(-800*day)
	for i := range plans {
		p := &plans[i]
		p.terms.PlanID = t.id()
		usage, err := json.Marshal(p.terms.UsagePrices)
		if err != nil {
			return err
		}
		if p.terms.UsagePrices == nil {
			usage = []byte("[]")
		}
		if err := exec(`INSERT INTO plans (id, reseller_id, account_id, created_at, updated_at, version, name, sort_name, description, currency, interval,
			base_price, seat_price, included_seats, usage_prices, trial_days, features)
			VALUES ($1, $2, $3, $4, $4, 1, $5, $6, $7, 'EUR', $8, $9, $10, $11, $12, $13, $14)`, p.terms.PlanID, t.reseller, t.root.ID, since, p.terms.Name,
			directory.Fold(p.terms.Name), p.description, p.terms.Interval, p.terms.BasePrice, p.terms.SeatPrice, p.terms.IncludedSeats, string(usage), p.trialDays, p.features); err != nil {
			return err
		}
	}
	var bills []demoBill
	customers := 0
	for _, o := range t.organizations {
		if o.Kind != organization.KindCUSTOMER {
			continue
		}
		customers++
		terms := plans[customers%len(plans)].terms
		if o.Name == harborHotels {
			terms = plans[1].terms
		}
		more, err := t.subscribe(exec, o, terms, customers)
		if err != nil {
			return err
		}
		bills = append(bills, more...)
	}
	for n, b := range bills {
		if err := t.bill(exec, int64(n+1), b); err != nil {
			return err
		}
	}
	return exec(`INSERT INTO invoice_counters (id, reseller_id, account_id, created_at, last) VALUES ($1, $2, $1, $3, $4)`, t.root.ID, t.reseller, since, len(bills))
}

// subscribe gives a customer a subscription since some months, and answers the
// periods that are over.
func (t *tenant) subscribe(exec func(string, ...any) error, o *db.Organization, terms schema.PlanTerms, n int) ([]demoBill, error) {
	anchor := t.today.AddDate(0, -12, -n%27)
	if terms.Interval == "YEAR" {
		anchor = t.today.AddDate(-1, 0, -n%27)
	}
	text, err := json.Marshal(terms)
	if err != nil {
		return nil, err
	}
	id := t.id()
	var bills []demoBill
	start, end := anchor, billing.PeriodEnd(anchor, anchor, terms.Interval)
	for !end.After(t.today) {
		bills = append(bills, demoBill{o, id, terms, start, end})
		start, end = end, billing.PeriodEnd(anchor, end, terms.Interval)
	}
	if err := exec(`INSERT INTO billing_subscriptions (id, reseller_id, account_id, organization_id, created_at, updated_at, version, plan_id, status,
		anchor, period_start, period_end, terms, segments, cancel_at_period_end, cancel_reason, settled)
		VALUES ($1, $2, $3, $3, $4, $4, 1, $5, 'ACTIVE', $9, $6, $7, $8, '[]', false, '', false)`,
		id, t.reseller, o.ID, anchor, terms.PlanID, start, end, string(text), anchor); err != nil {
		return nil, err
	}
	if err := exec(`UPDATE organizations SET plan_id = $1 WHERE reseller_id = $2 AND id = $3`, terms.PlanID, t.reseller, o.ID); err != nil {
		return nil, err
	}
	return bills, exec(`INSERT INTO billing_accounts (id, reseller_id, account_id, organization_id, created_at, updated_at, version, name, sort_name, email, address, tax_number, currency, payment_days)
		VALUES ($1, $2, $3, $3, $4, $4, 1, $5, $6, $7, $8, '', 'EUR', 14)`, t.id(), t.reseller, o.ID, anchor, o.Name+" Ltd.", directory.Fold(o.Name+" Ltd."), o.ContactEmail, o.Address)
}

// bill writes the invoice of a period. The last of all is left open: past due
// when its time is over.
func (t *tenant) bill(exec func(string, ...any) error, number int64, b demoBill) error {
	seats := b.terms.IncludedSeats + int(number%9)
	lines, total, err := billing.Charge(billing.Period{Start: b.start, End: b.end, FullEnd: b.end, Terms: b.terms, Seats: seats,
		Usage: map[string]decimal.Decimal{"SMS": decimal.NewFromInt(150 * (number%40 + 1))}})
	if err != nil {
		return fmt.Errorf("charge %s: %w", b.org.Name, err)
	}
	due := b.end.AddDate(0, 0, 14)
	paid, status, paidAt := total, "PAID", new(b.end.Add(5*day))
	if due.After(t.today) || number%17 == 0 && due.After(t.today.AddDate(0, -2, 0)) {
		if paid, status, paidAt = decimal.Zero, "OPEN", nil; !due.After(t.today) {
			status = "PAST_DUE"
		}
	}
	id := t.id()
	name := b.org.Name + " Ltd."
	if err := exec(`INSERT INTO invoices (id, reseller_id, account_id, organization_id, subscription_id, created_at, updated_at, version, number, status, currency, total, paid,
		period_start, period_end, issued_on, due_on, bill_to_name, bill_to_email, bill_to_address, bill_to_tax_number, search_text, paid_at, void_reason)
		VALUES ($1, $2, $3, $3, $4, $5, $5, 1, $6, $7, 'EUR', $8, $9, $10, $17, $17, $11, $12, $13, $14, '', $15, $16, '')`,
		id, t.reseller, b.org.ID, b.subscription, b.end, number, status, total, paid, b.start, due, name, b.org.ContactEmail, b.org.Address,
		billing.Number(number)+" "+directory.Fold(name), paidAt, b.end); err != nil {
		return err
	}
	for i, l := range lines {
		if err := exec(`INSERT INTO invoice_lines (id, reseller_id, account_id, created_at, invoice_id, position, kind, description, metric, quantity, unit_price, amount)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
			t.id(), t.reseller, b.org.ID, b.end, id, i+1, string(l.Kind), l.Description, l.Metric, l.Quantity, l.UnitPrice, l.Amount); err != nil {
			return err
		}
	}
	switch status {
	case "PAID":
		return exec(`INSERT INTO invoice_payments (id, reseller_id, account_id, created_at, invoice_id, amount, paid_at, reference, recorded_by)
			VALUES ($1, $2, $3, $4, $5, $6, $4, $7, $8)`, t.id(), t.reseller, b.org.ID, *paidAt, id, paid, "Transfer "+strconv.FormatInt(number, 10), t.admin.ID)
	case "PAST_DUE":
		return exec(`UPDATE billing_subscriptions SET status = 'PAST_DUE' WHERE reseller_id = $1 AND id = $2`, t.reseller, b.subscription)
	}
	return nil
}
