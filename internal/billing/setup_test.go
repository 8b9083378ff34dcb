package billing

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/billingsubscription"
	"tenantry/ent/db/invoice"
	"tenantry/ent/db/invoiceline"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/plan"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/fault"
	"tenantry/internal/jobs"
)

// clock stands still unless moved.
type clock struct{ at atomic.Int64 }

func (c *clock) now() time.Time  { return time.UnixMicro(c.at.Load()).UTC() }
func (c *clock) set(t time.Time) { c.at.Store(t.UnixMicro()) }

// books is a database with one reseller in Berlin and a customer.
type books struct {
	*Service
	t     testing.TB
	clock *clock
	owner *sql.DB
	url   string

	reseller, root uuid.UUID
	ctx            context.Context // of an administrator
	harbor         *db.Organization
}

func setup(t testing.TB) *books {
	t.Helper()
	ownerURL, url := dbtest.URLs(t)
	h := &books{t: t, clock: &clock{}, url: url, reseller: schema.NewID(), root: schema.NewID()}
	h.on("2026-03-10")
	var err error
	h.owner, err = sql.Open("postgres", ownerURL)
	h.must(err)
	t.Cleanup(func() { h.owner.Close() })
	h.Service = h.open()
	h.exec(`INSERT INTO resellers (id, name, root_organization_id, timezone, created_at, updated_at)
		VALUES ($1, 'Northwind', $2, 'Europe/Berlin', $3, $3)`, h.reseller, h.root, h.clock.now())
	h.organization(h.root, "Northwind", organization.KindRESELLER)
	h.ctx = h.as(authz.RoleResellerAdmin)
	h.harbor = h.organization(schema.NewID(), "Harbor", organization.KindCUSTOMER)
	return h
}

// open is another process on the same database.
func (h *books) open() *Service {
	h.t.Helper()
	d := dbtest.Open(h.t, h.url)
	rules, err := authz.Load()
	h.must(err)
	inserter, err := jobs.New(jobs.Config{DB: d.Write})
	h.must(err)
	return &Service{DB: d, Authorizer: authz.New(rules), Jobs: inserter, Now: h.clock.now}
}

func (h *books) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *books) exec(query string, args ...any) {
	h.t.Helper()
	_, err := h.owner.ExecContext(h.t.Context(), query, args...)
	h.must(err)
}

// on moves the clock to the morning of a day in Berlin.
func (h *books) on(day string) {
	h.t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	h.must(err)
	at, err := time.ParseInLocation("2006-01-02 15:04", day+" 09:00", zone)
	h.must(err)
	h.clock.set(at)
}

// system sees the whole reseller.
func (h *books) system() context.Context { return database.WithReseller(h.t.Context(), h.reseller) }

// as is somebody of the staff with roles at the root.
func (h *books) as(roles ...string) context.Context {
	v := &authz.Viewer{
		UserID: schema.NewID(), SessionID: schema.NewID(), ResellerID: h.reseller, RootID: h.root, OrganizationID: h.root, AccountID: h.root,
		DisplayName: "Ada", Email: "ada@northwind.test",
	}
	for _, r := range roles {
		v.Assignments = append(v.Assignments, authz.Assignment{Role: r, Domain: h.root})
	}
	return authz.NewContext(h.t.Context(), v)
}

func (h *books) organization(id uuid.UUID, name string, kind organization.Kind) *db.Organization {
	h.t.Helper()
	c := h.DB.Client().Organization.Create().SetID(id).SetAccountID(id).SetKind(kind).SetName(name).SetSortName(strings.ToLower(name)).
		SetSearchText(strings.ToLower(name)).SetPath(id.String() + "/").SetContactEmail("books@" + strings.ToLower(name) + ".test").
		SetSeatLimit(12).SetCreatedAt(h.clock.now()).SetUpdatedAt(h.clock.now())
	if kind != organization.KindRESELLER {
		c.SetParentID(h.root).SetPath(h.root.String() + "/" + id.String() + "/")
	}
	org, err := c.Save(h.system())
	h.must(err)
	return org
}

// plan is a monthly one in EUR.
func (h *books) plan(name, base string, more func(*NewPlan)) *db.Plan {
	h.t.Helper()
	in := NewPlan{Name: name, Interval: plan.IntervalMONTH, BasePrice: dec(base)}
	if more != nil {
		more(&in)
	}
	p, err := h.PlanCreate(h.ctx, in)
	h.must(err)
	return p
}

func (h *books) start(p *db.Plan) *db.BillingSubscription {
	h.t.Helper()
	b, err := h.SubscriptionStart(h.ctx, NewSubscription{OrganizationID: h.harbor.ID, PlanID: p.ID})
	h.must(err)
	return b
}

func (h *books) read(b *db.BillingSubscription) *db.BillingSubscription {
	h.t.Helper()
	now, err := h.DB.Client().BillingSubscription.Query().Where(billingsubscription.ID(b.ID)).Only(h.system())
	h.must(err)
	return now
}

func (h *books) issue(want int) {
	h.t.Helper()
	n, err := h.IssueInvoices(h.t.Context())
	h.must(err)
	if n != want {
		h.t.Errorf("%d invoices were made, want %d", n, want)
	}
}

func (h *books) used(metric, day string, quantity int64) {
	h.t.Helper()
	h.exec(`INSERT INTO usage_rollups (id, reseller_id, account_id, organization_id, metric, grain, period, quantity, records)
		VALUES ($1, $2, $3, $3, $4, 'DAY', $5, $6, 1)`, schema.NewID(), h.reseller, h.harbor.ID, metric, day, quantity)
}

// bills writes the invoices down, a line for each.
func (h *books) bills() []string {
	h.t.Helper()
	all, err := h.DB.Client().Invoice.Query().Order(db.Asc(invoice.FieldNumber)).All(h.system())
	h.must(err)
	var out []string
	for _, inv := range all {
		lines, err := h.DB.Client().InvoiceLine.Query().Where(invoiceline.InvoiceID(inv.ID)).Order(db.Asc(invoiceline.FieldPosition)).All(h.system())
		h.must(err)
		var parts []string
		sum := decimal.Zero
		for _, l := range lines {
			parts = append(parts, fmt.Sprintf("%s %s", l.Kind, l.Amount))
			sum = sum.Add(l.Amount)
		}
		if !sum.Equal(inv.Total) {
			h.t.Errorf("the lines of %d add up to %s, not %s", inv.Number, sum, inv.Total)
		}
		out = append(out, fmt.Sprintf("%d %s %s–%s: %s", inv.Number, inv.Status, inv.PeriodStart.Format(time.DateOnly), inv.PeriodEnd.Format(time.DateOnly), strings.Join(parts, ", ")))
	}
	return out
}

func (h *books) wantBills(want ...string) {
	h.t.Helper()
	if diff := cmp.Diff(want, h.bills()); diff != "" {
		h.t.Errorf("invoices (-want +got):\n%s", diff)
	}
}

// state prints the state and the period of a subscription.
func state(b *db.BillingSubscription) string {
	return fmt.Sprintf("%s %s–%s", b.Status, b.PeriodStart.Format(time.DateOnly), b.PeriodEnd.Format(time.DateOnly))
}

func (h *books) wantState(b *db.BillingSubscription, want string) {
	h.t.Helper()
	if got := state(h.read(b)); got != want {
		h.t.Errorf("the subscription is %s, want %s", got, want)
	}
}

// refused wants a refusal: its code, a space and its path, or FORBIDDEN alone.
func (h *books) refused(err error, want string) {
	h.t.Helper()
	got := fmt.Sprint(err)
	if refusals, ok := errors.AsType[fault.Refusals](err); ok {
		got = string(refusals[0].Code) + " " + strings.Join(refusals[0].Path, ".")
	} else if f, ok := errors.AsType[*fault.Error](err); ok {
		got = string(f.Kind)
	}
	if got != want {
		h.t.Errorf("refused with %s, want %s", got, want)
	}
}
