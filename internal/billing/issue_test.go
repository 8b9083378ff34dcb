package billing

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/invoice"
	"tenantry/ent/schema"
)

// The day of an invoice is the reseller's: its midnight is an hour or two
// before that of UTC.
func TestIssueAtMidnightOfTheReseller(t *testing.T) {
	t.Parallel()
	h := setup(t)
	h.on("2026-02-28")
	h.start(h.plan("Pro", "99", nil))
	h.clock.set(time.Date(2026, 3, 27, 22, 59, 59, 0, time.UTC)) // winter
	h.issue(0)
	h.clock.set(time.Date(2026, 3, 27, 23, 0, 0, 0, time.UTC))
	h.issue(1)
	h.clock.set(time.Date(2026, 4, 27, 21, 59, 59, 0, time.UTC)) // summer
	h.issue(0)
	h.clock.set(time.Date(2026, 4, 27, 22, 0, 0, 0, time.UTC))
	h.issue(1)
	h.wantBills("1 OPEN 2026-02-28–2026-03-28: PLAN 99", "2 OPEN 2026-03-28–2026-04-28: PLAN 99")
}

// Months nobody was there to invoice are made up for, each once.
func TestIssueCatchesUp(t *testing.T) {
	t.Parallel()
	h := setup(t)
	h.on("2027-12-31")
	b := h.start(h.plan("Pro", "99", nil))
	h.on("2028-04-01")
	h.issue(3)
	h.issue(0)
	h.wantState(b, "ACTIVE 2028-03-31–2028-04-30")
	h.wantBills("1 OPEN 2027-12-31–2028-01-31: PLAN 99", "2 OPEN 2028-01-31–2028-02-29: PLAN 99", "3 OPEN 2028-02-29–2028-03-31: PLAN 99")
}

// An organization that is closed is invoiced to the end of its period, and no
// longer.
func TestIssueForClosed(t *testing.T) {
	t.Parallel()
	h := setup(t)
	b := h.start(h.plan("Pro", "99", nil))
	h.exec(`UPDATE organizations SET status = 'DELETED', deleted_at = $2 WHERE id = $1`, h.harbor.ID, h.clock.now())
	h.on("2026-07-01")
	h.issue(1)
	h.wantState(b, "CANCELED 2026-03-10–2026-04-10")
}

func TestIssueBillTo(t *testing.T) {
	t.Parallel()
	h := setup(t)
	h.start(h.plan("Pro", "99", nil))
	h.on("2026-04-10")
	h.issue(1)
	name, mail, address, days := "Harbor GmbH", "billing@harbor.test", "Kai 1\nHamburg", 30
	text := func(s *string) Set[string] { return Set[string]{Given: true, Value: s} }
	_, err := h.AccountSet(h.ctx, h.harbor.ID, AccountPatch{Name: text(&name)})
	h.refused(err, "REQUIRED input.email")
	code := "USD"
	_, err = h.AccountSet(h.ctx, h.harbor.ID, AccountPatch{Name: text(&name), Email: text(&mail), Currency: text(&code)})
	h.refused(err, "CONFLICT input.currency")
	_, err = h.AccountSet(h.ctx, h.harbor.ID, AccountPatch{Name: text(&name), Email: text(&mail), Address: text(&address), PaymentDays: Set[int]{Given: true, Value: &days}})
	h.must(err)
	h.on("2026-05-10")
	h.issue(1)
	all, err := h.DB.Client().Invoice.Query().Order(db.Asc(invoice.FieldNumber)).All(h.system())
	h.must(err)
	for i, want := range []string{"Harbor books@harbor.test  due 2026-04-24", "Harbor GmbH billing@harbor.test Kai 1\nHamburg due 2026-06-09"} {
		inv := all[i]
		if got := fmt.Sprintf("%s %s %s due %s", inv.BillToName, inv.BillToEmail, inv.BillToAddress, inv.DueOn.Format(time.DateOnly)); got != want {
			t.Errorf("invoice %d is for %q, want %q", i+1, got, want)
		}
	}
}

// A period that costs more than can be written keeps no other from its invoice.
func TestIssueStuck(t *testing.T) {
	t.Parallel()
	h := setup(t)
	h.start(h.plan("Wild", "1", func(p *NewPlan) { p.UsagePrices = []schema.UsagePrice{{Metric: "BYTES", UnitPrice: dec("1000000000")}} }))
	h.used("BYTES", "2026-03-12", 1_000_000_000_000)
	h.many(h.plan("Pro", "9", nil).ID, 3)
	h.on("2026-04-10")
	n, err := h.IssueInvoices(t.Context())
	if n != 3 || err == nil {
		t.Errorf("%d invoices were made (%v), want 3 and an error", n, err)
	}
}

// many gives a plan to many new customers.
func (h *books) many(planID uuid.UUID, n int) {
	h.t.Helper()
	h.exec(`WITH c AS (
		INSERT INTO organizations (reseller_id, id, account_id, parent_id, kind, path, name, sort_name, search_text, status, tags, seat_limit, created_at, updated_at, version,
			features, hidden_features, legal_name, address, contact_name, contact_email, phone, two_factor_required)
		SELECT $1, id, id, $2::uuid, 'CUSTOMER', $2::uuid || '/' || id || '/', name, name, name, 'ACTIVE', '[]', 20, $3, $3, 1, '{}', '{}', '', '', '', 'a@b.test', '', false
		FROM (SELECT gen_random_uuid() AS id, 'customer ' || n AS name FROM generate_series(1, $4) AS n) AS x RETURNING id)
		INSERT INTO billing_subscriptions (reseller_id, id, account_id, organization_id, plan_id, status, anchor, period_start, period_end, terms, segments, created_at, updated_at, version, cancel_at_period_end, cancel_reason, settled)
		SELECT $1, gen_random_uuid(), c.id, c.id, p.id, 'ACTIVE', '2026-03-10', '2026-03-10', '2026-04-10',
			jsonb_build_object('planId', p.id, 'name', p.name, 'currency', 'EUR', 'interval', 'MONTH', 'basePrice', p.base_price::text, 'seatPrice', p.seat_price::text, 'includedSeats', p.included_seats, 'usagePrices', p.usage_prices),
			'[]', $3, $3, 1, false, '', false
		FROM c, plans p WHERE p.id = $5`, h.reseller, h.root, h.clock.now(), n, planID)
}

// Several processes make each invoice once, and numbers without a gap.
func TestIssueByMany(t *testing.T) {
	t.Parallel()
	h := setup(t)
	pro := h.plan("Pro", "9", func(p *NewPlan) { p.SeatPrice, p.IncludedSeats = dec("2"), 10 })
	const customers = 1000
	h.many(pro.ID, customers)
	h.on("2026-05-10") // two periods are over
	begun := time.Now()
	h.storm(2 * customers)
	t.Logf("%d invoices in %s", 2*customers, time.Since(begun))
	h.wantSequence(2 * customers)
}

func (h *books) storm(want int) {
	h.t.Helper()
	made := make([]int, 4)
	errs := make([]error, len(made))
	var wg sync.WaitGroup
	for i := range made {
		other := h.open()
		wg.Go(func() { made[i], errs[i] = other.IssueInvoices(h.t.Context()) })
	}
	wg.Wait()
	sum := 0
	for i, n := range made {
		h.must(errs[i])
		sum += n
	}
	if sum != want {
		h.t.Errorf("%v invoices were made, want %d", made, want)
	}
}

func (h *books) wantSequence(want int) {
	h.t.Helper()
	all, err := h.DB.Client().Invoice.Query().Order(db.Asc(invoice.FieldNumber)).All(h.system())
	h.must(err)
	seen := map[string]bool{}
	for i, inv := range all {
		key := inv.SubscriptionID.String() + inv.PeriodStart.Format(time.DateOnly)
		if inv.Number != int64(i+1) || seen[key] || !inv.Total.Equal(dec("29")) {
			h.t.Fatalf("invoice %d has the number %d, twice %t, of %s", i+1, inv.Number, seen[key], inv.Total)
		}
		seen[key] = true
	}
	if len(all) != want {
		h.t.Errorf("there are %d invoices, want %d", len(all), want)
	}
}

// Customers are invoiced in one go: ten times as many take about ten times as
// long, on a database that has never looked at its tables, and on one that has.
func BenchmarkIssue(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		for _, known := range []bool{false, true} {
			b.Run(fmt.Sprintf("%d/statistics=%t", n, known), func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					h := setup(b)
					h.many(h.plan("Pro", "9", nil).ID, n)
					if known {
						h.exec("ANALYZE")
					}
					h.on("2026-04-10")
					b.StartTimer()
					h.issue(n)
				}
				b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N*n), "ms/invoice")
			})
		}
	}
}
