package billing

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"tenantry/authz"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/plan"
	"tenantry/ent/schema"
	"tenantry/internal/database"
)

func TestPlanRefusals(t *testing.T) {
	t.Parallel()
	h := setup(t)
	pro := h.plan("Pro", "99", nil)
	create := func(more func(*NewPlan)) error {
		in := NewPlan{Name: "Other", Interval: plan.IntervalMONTH, BasePrice: dec("1")}
		more(&in)
		_, err := h.PlanCreate(h.ctx, in)
		return err
	}
	h.refused(create(func(p *NewPlan) { p.Name = " " }), "REQUIRED input.name")
	h.refused(create(func(p *NewPlan) { p.Name = "PRO" }), "TAKEN input.name")
	h.refused(create(func(p *NewPlan) { p.BasePrice = dec("-1") }), "INVALID input.basePrice")
	h.refused(create(func(p *NewPlan) { p.SeatPrice = dec("0.00001") }), "INVALID input.seatPrice")
	h.refused(create(func(p *NewPlan) { p.TrialDays = 400 }), "INVALID input.trialDays")
	h.refused(create(func(p *NewPlan) { p.Features = []string{"TELEPATHY"} }), "INVALID input.features.0")
	h.refused(create(func(p *NewPlan) { p.UsagePrices = []schema.UsagePrice{{Metric: "sms"}} }), "INVALID input.usagePrices.0.metric")
	h.refused(create(func(p *NewPlan) { p.UsagePrices = []schema.UsagePrice{{Metric: "SMS"}, {Metric: "SMS"}} }), "DUPLICATE input.usagePrices.1.metric")
	h.refused(create(func(p *NewPlan) { code := "EURO"; p.Currency = &code }), "TOO_LONG input.currency")

	stale := 7
	_, err := h.PlanUpdate(h.ctx, pro.ID, PlanPatch{ExpectedVersion: &stale})
	h.refused(err, "STALE input.expectedVersion")
	_, err = h.PlanUpdate(h.ctx, pro.ID, PlanPatch{BasePrice: Set[decimal.Decimal]{Given: true}})
	h.refused(err, "REQUIRED input.basePrice")
	_, err = h.PlanUpdate(h.as(authz.RoleResellerSupport), pro.ID, PlanPatch{})
	h.refused(err, "NOT_FOUND id")
	_, err = h.PlanArchive(h.ctx, pro.ID, nil)
	h.must(err)
	_, err = h.PlanArchive(h.ctx, pro.ID, nil)
	h.refused(err, "WRONG_STATE id")
	h.plan("Pro", "1", nil) // the name is free again
	_, err = h.SubscriptionStart(h.ctx, NewSubscription{OrganizationID: h.harbor.ID, PlanID: pro.ID})
	h.refused(err, "WRONG_STATE input.planId")
}

func TestPlanIdempotent(t *testing.T) {
	t.Parallel()
	h := setup(t)
	key := "once"
	in := NewPlan{Name: "Pro", Interval: plan.IntervalMONTH, BasePrice: dec("99"), IdempotencyKey: &key}
	first, err := h.PlanCreate(h.ctx, in)
	h.must(err)
	again, err := h.PlanCreate(h.ctx, in)
	h.must(err)
	if first.ID != again.ID {
		t.Error("the same key made two plans")
	}
	in.Name = "Other"
	_, err = h.PlanCreate(h.ctx, in)
	h.refused(err, "IDEMPOTENCY_KEY_REUSED input.idempotencyKey")
}

func TestSubscriptionLife(t *testing.T) {
	t.Parallel()
	h := setup(t)
	basic, pro := h.plan("Basic", "31", nil), h.plan("Pro", "310", nil)
	b := h.start(basic)
	h.wantState(b, "ACTIVE 2026-03-10–2026-04-10")
	h.wantPlan(&basic.ID)
	_, err := h.SubscriptionStart(h.ctx, NewSubscription{OrganizationID: h.harbor.ID, PlanID: pro.ID})
	h.refused(err, "CONFLICT input.organizationId")

	h.on("2026-03-20") // ten days of Basic
	_, err = h.SubscriptionChange(h.ctx, b.ID, nil, pro.ID, true)
	h.must(err)
	h.wantPlan(&pro.ID)
	h.issue(0)
	h.on("2026-04-09")
	h.issue(0)
	h.on("2026-04-10")
	h.issue(1)
	h.issue(0)
	h.wantBills("1 OPEN 2026-03-10–2026-04-10: PLAN 310, PRORATION -90")
	h.wantState(b, "ACTIVE 2026-04-10–2026-05-10")

	_, err = h.SubscriptionChange(h.ctx, b.ID, nil, basic.ID, false)
	h.must(err)
	h.wantPlan(&pro.ID)
	h.on("2026-05-10")
	h.issue(1)
	h.wantPlan(&basic.ID)
	_, err = h.SubscriptionCancel(h.ctx, b.ID, nil, nil, false)
	h.must(err)
	_, err = h.SubscriptionChange(h.ctx, b.ID, nil, pro.ID, true)
	h.refused(err, "WRONG_STATE id")
	_, err = h.SubscriptionResume(h.ctx, b.ID, nil)
	h.must(err)
	_, err = h.SubscriptionResume(h.ctx, b.ID, nil)
	h.refused(err, "WRONG_STATE id")

	h.on("2026-05-19") // the tenth day, which is the last
	_, err = h.SubscriptionCancel(h.ctx, b.ID, nil, nil, true)
	h.must(err)
	h.wantState(b, "CANCELED 2026-05-10–2026-05-20")
	h.wantPlan(nil)
	h.issue(0) // the day is not over
	again := h.start(pro)
	h.wantState(again, "ACTIVE 2026-05-20–2026-06-20")
	h.on("2026-06-20")
	h.issue(2)
	h.issue(0)
	h.wantBills(
		"1 OPEN 2026-03-10–2026-04-10: PLAN 310, PRORATION -90",
		"2 OPEN 2026-04-10–2026-05-10: PLAN 310",
		"3 OPEN 2026-05-10–2026-05-20: PLAN 31, PRORATION -21",
		"4 OPEN 2026-05-20–2026-06-20: PLAN 310",
	)
}

func (h *books) wantPlan(want *uuid.UUID) {
	h.t.Helper()
	org, err := h.DB.Client().Organization.Query().Where(organization.ID(h.harbor.ID)).Only(h.system())
	h.must(err)
	switch {
	case want == nil && org.PlanID == nil:
	case want == nil || org.PlanID == nil || *want != *org.PlanID:
		h.t.Errorf("the organization has the plan %v, want %v", org.PlanID, want)
	}
}

func TestSubscriptionTrial(t *testing.T) {
	t.Parallel()
	h := setup(t)
	pro := h.plan("Pro", "99", func(p *NewPlan) { p.TrialDays = 21 })
	b := h.start(pro)
	h.wantState(b, "TRIAL 2026-03-10–2026-03-31")
	h.on("2026-03-31")
	h.issue(0)
	h.wantState(b, "ACTIVE 2026-03-31–2026-04-30")
	h.on("2026-05-31")
	h.issue(2)
	h.wantState(b, "ACTIVE 2026-05-31–2026-06-30")
	h.wantBills("1 OPEN 2026-03-31–2026-04-30: PLAN 99", "2 OPEN 2026-04-30–2026-05-31: PLAN 99")
}

func TestSubscriptionTrialEnds(t *testing.T) {
	t.Parallel()
	h := setup(t)
	pro := h.plan("Pro", "99", func(p *NewPlan) { p.TrialDays = 14 })
	b := h.start(pro)
	_, err := h.SubscriptionCancel(h.ctx, b.ID, nil, nil, false)
	h.must(err)
	h.on("2026-06-01")
	h.issue(0)
	h.wantState(b, "CANCELED 2026-03-10–2026-03-24")
	h.wantPlan(nil)

	other := h.start(pro)
	_, err = h.SubscriptionCancel(h.ctx, other.ID, nil, nil, true)
	h.must(err)
	h.on("2026-07-01")
	h.issue(0)
	h.wantState(other, "CANCELED 2026-06-01–2026-06-02")
}

func TestSubscriptionIntervals(t *testing.T) {
	t.Parallel()
	h := setup(t)
	month, year := h.plan("Month", "10", nil), h.plan("Year", "100", func(p *NewPlan) { p.Interval = plan.IntervalYEAR })
	dollars := h.plan("Dollars", "10", func(p *NewPlan) { code := "USD"; p.Currency = &code })
	b := h.start(month)
	_, err := h.SubscriptionChange(h.ctx, b.ID, nil, year.ID, true)
	h.refused(err, "INVALID input.effective")
	_, err = h.SubscriptionChange(h.ctx, b.ID, nil, dollars.ID, false)
	h.refused(err, "CONFLICT input.planId")
	_, err = h.SubscriptionChange(h.ctx, b.ID, nil, year.ID, false)
	h.must(err)
	h.on("2027-04-10")
	h.issue(2)
	h.wantBills("1 OPEN 2026-03-10–2026-04-10: PLAN 10", "2 OPEN 2026-04-10–2027-04-10: PLAN 100")
}

// A changed price is for periods that begin later.
func TestPlanPriceOfLaterPeriods(t *testing.T) {
	t.Parallel()
	h := setup(t)
	pro := h.plan("Pro", "99", func(p *NewPlan) { p.SeatPrice, p.IncludedSeats = dec("5"), 10 })
	h.start(pro)
	h.on("2026-03-11")
	price := dec("120")
	_, err := h.PlanUpdate(h.ctx, pro.ID, PlanPatch{BasePrice: Set[decimal.Decimal]{Given: true, Value: &price}})
	h.must(err)
	h.on("2026-05-10")
	h.issue(2)
	h.wantBills("1 OPEN 2026-03-10–2026-04-10: PLAN 99, SEATS 10", "2 OPEN 2026-04-10–2026-05-10: PLAN 120, SEATS 10")
}

func TestSubscriptionUsage(t *testing.T) {
	t.Parallel()
	h := setup(t)
	pro := h.plan("Pro", "99", func(p *NewPlan) {
		p.UsagePrices = []schema.UsagePrice{{Metric: "SMS", Included: 100, UnitPrice: dec("0.075")}, {Metric: "CALLS", UnitPrice: dec("1")}}
	})
	h.start(pro)
	h.used("SMS", "2026-03-09", 1_000_000) // before it began
	h.used("SMS", "2026-03-10", 60)
	h.used("SMS", "2026-04-09", 61)
	h.used("SMS", "2026-04-10", 1000)
	h.used("BYTES", "2026-04-01", 1_000_000) // has no price
	h.on("2026-05-10")
	h.issue(2)
	h.wantBills("1 OPEN 2026-03-10–2026-04-10: PLAN 99, USAGE 1.58", "2 OPEN 2026-04-10–2026-05-10: PLAN 99, USAGE 67.5")
}

func TestSubscriptionWho(t *testing.T) {
	t.Parallel()
	h := setup(t)
	pro := h.plan("Pro", "99", nil)
	in := NewSubscription{OrganizationID: h.harbor.ID, PlanID: pro.ID}
	every := []string{
		authz.RoleAccountUser, authz.RoleUserAdmin, authz.RoleServiceStatus, authz.RoleStorageAdmin, authz.RoleBrandingAdmin,
		authz.RoleCustomerAdmin, authz.RoleOnboarding, authz.RoleWebhooksAdmin,
	}
	for _, first := range []string{authz.RoleResellerSupport, authz.RoleResellerViewer} {
		_, err := h.SubscriptionStart(h.as(append(every, first)...), in)
		h.refused(err, "FORBIDDEN")
	}
	for _, r := range every {
		if _, err := h.SubscriptionStart(h.as(r), in); err == nil {
			t.Errorf("%s starts a subscription", r)
		}
	}
	// The negative sentence wins over the administrator's, too.
	_, err := h.SubscriptionStart(h.as(authz.RoleResellerAdmin, authz.RoleResellerSupport), in)
	h.refused(err, "FORBIDDEN")
	_, err = h.SubscriptionStart(h.ctx, NewSubscription{OrganizationID: h.root, PlanID: pro.ID})
	h.refused(err, "WRONG_STATE input.organizationId")
	_, err = h.SubscriptionStart(h.ctx, NewSubscription{OrganizationID: schema.NewID(), PlanID: pro.ID})
	h.refused(err, "NOT_FOUND input.organizationId")
}

// Of many that start a subscription at once, one does.
func TestSubscriptionOneLive(t *testing.T) {
	t.Parallel()
	h := setup(t)
	pro := h.plan("Pro", "99", nil)
	errs := make([]error, 8)
	var wg sync.WaitGroup
	for i := range errs {
		wg.Go(func() {
			_, errs[i] = h.SubscriptionStart(h.ctx, NewSubscription{OrganizationID: h.harbor.ID, PlanID: pro.ID})
		})
	}
	wg.Wait()
	started := slices.DeleteFunc(slices.Clone(errs), func(err error) bool { return err != nil })
	if len(started) != 1 {
		t.Errorf("%d of %d started: %v", len(started), len(errs), errors.Join(errs...))
	}
}

// An organization that is made with a plan has its subscription with it.
func TestStartInTransaction(t *testing.T) {
	t.Parallel()
	h := setup(t)
	pro := h.plan("Pro", "99", nil)
	failed := errors.New("no")
	begin := func(ctx context.Context, end error) error {
		return h.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
			if err := h.Start(ctx, tx, h.harbor, pro.ID); err != nil {
				return err
			}
			return end
		})
	}
	if err := begin(h.ctx, failed); !errors.Is(err, failed) {
		t.Fatal(err)
	}
	h.wantPlan(nil)
	h.must(begin(h.ctx, nil))
	h.wantPlan(&pro.ID)
	h.must(h.DB.WithTx(h.ctx, func(ctx context.Context, tx *database.Tx) error { return h.End(ctx, tx, h.harbor) }))
	h.wantPlan(nil)
}
