package billing

import (
	"context"
	stdsql "database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"tenantry/ent/db"
	"tenantry/ent/db/billingaccount"
	"tenantry/ent/db/billingsubscription"
	"tenantry/ent/db/invoicecounter"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/plan"
	"tenantry/ent/db/usagerollup"
	"tenantry/ent/db/usercounter"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// issueBatch is how many periods are invoiced in one transaction. It holds the
// counter of numbers, so it is short; looking for the periods again costs about
// as much as a hundred of them.
const issueBatch = 500

// IssueInvoices invoices every period that is over, of every reseller, and lets
// the next begin; it catches up with those that were missed. Several processes
// may do it at once: a subscription that one works on the others pass over, and
// its next period begins with the invoice or not at all. A period that cannot
// be invoiced is an error beside the others, which it does not keep waiting. It answers how
// many invoices were made. [000]
func (s *Service) IssueInvoices(ctx context.Context) (int, error) {
	return s.eachReseller(ctx, func(ctx context.Context) (int, error) {
		sum := 0
		var stuck []uuid.UUID
		var errs []error
		for {
			run := issue{s: s}
			err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
				run = issue{s: s, tx: tx, now: s.now()}
				return run.batch(ctx, stuck)
			})
			if err != nil {
				return sum, errors.Join(append(errs, err)...)
			}
			sum += len(run.invoices)
			stuck, errs = append(stuck, run.stuck...), append(errs, run.errs...)
			if run.found == 0 {
				return sum, errors.Join(errs...)
			}
		}
	})
}

// eachReseller does what the clock asks for with every tenant in turn; one
// that fails does not keep the others waiting.
func (s *Service) eachReseller(ctx context.Context, do func(ctx context.Context) (int, error)) (int, error) {
	ids, err := s.DB.Resellers(ctx)
	if err != nil {
		return 0, err
	}
	var errs []error
	sum := 0
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return sum, errors.Join(append(errs, err)...)
		}
		n, err := do(database.WithReseller(ctx, id))
		if sum += n; err != nil {
			errs = append(errs, fmt.Errorf("reseller %s: %w", id, err))
		}
	}
	return sum, errors.Join(errs...)
}

// issue is one transaction of IssueInvoices.
type issue struct {
	s   *Service
	tx  *database.Tx
	now time.Time
	house

	found    int // subscriptions whose period is over
	stuck    []uuid.UUID
	errs     []error
	last     int64 // number given last
	invoices []draft
	events   []audit.Event

	organizations map[uuid.UUID]*db.Organization
	accounts      map[uuid.UUID]*db.BillingAccount // by organization
	plans         map[uuid.UUID]*db.Plan
	seats         map[uuid.UUID]int // by account
	usage         map[usageOf]decimal.Decimal
}

// usageOf names what an account used of a metric in a period.
type usageOf struct {
	account uuid.UUID
	metric  string
	from    time.Time
	until   time.Time
}

// draft is an invoice to be written.
type draft struct {
	id     uuid.UUID
	number int64
	of     *db.BillingSubscription
	lines  []Line
	total  decimal.Decimal
}

// batch invoices some periods that are over, without the subscriptions that
// are stuck.
func (i *issue) batch(ctx context.Context, stuck []uuid.UUID) error {
	var err error
	if i.house, err = i.s.house(ctx, i.tx); err != nil {
		return err
	}
	due, err := i.tx.Client.BillingSubscription.Query().
		Where(billingsubscription.Settled(false), billingsubscription.PeriodEndLTE(i.today), billingsubscription.IDNotIn(stuck...)).
		Order(db.Asc(billingsubscription.FieldPeriodEnd, billingsubscription.FieldID)).Limit(issueBatch).
		ForUpdate(sql.WithLockAction(sql.SkipLocked)).All(ctx)
	if err != nil {
		return fmt.Errorf("look for periods that are over: %w", err)
	}
	if i.found = len(due); i.found == 0 {
		return nil
	}
	for _, b := range due { // days are compared as keys, which tell zones apart
		b.Anchor, b.PeriodStart, b.PeriodEnd = b.Anchor.UTC(), b.PeriodStart.UTC(), b.PeriodEnd.UTC()
	}
	if err := i.read(ctx, due); err != nil {
		return err
	}
	if err := i.lockCounter(ctx); err != nil {
		return err
	}
	var done []*db.BillingSubscription
	for _, b := range due {
		if err := i.charge(b); err != nil {
			i.stuck = append(i.stuck, b.ID)
			i.errs = append(i.errs, fmt.Errorf("subscription %s: %w", b.ID, err))
			continue
		}
		done = append(done, b)
	}
	if err := i.write(ctx); err != nil {
		return err
	}
	if err := i.advance(ctx, done); err != nil {
		return err
	}
	return audit.Record(ctx, i.tx, i.events...)
}

// read loads what the bills of the subscriptions are made of, one statement
// for each kind of thing and one for each period.
func (i *issue) read(ctx context.Context, due []*db.BillingSubscription) error {
	var organizations, plans []uuid.UUID
	periods := map[[2]time.Time][]uuid.UUID{}
	for _, b := range due {
		organizations = append(organizations, b.OrganizationID)
		if plans = append(plans, b.PlanID); b.PendingPlanID != nil {
			plans = append(plans, *b.PendingPlanID)
		}
		if b.Status != billingsubscription.StatusTRIAL && len(b.Terms.UsagePrices) > 0 {
			key := [2]time.Time{b.PeriodStart, b.PeriodEnd}
			periods[key] = append(periods[key], b.AccountID)
		}
	}
	c := i.tx.Client
	orgs, err := c.Organization.Query().Where(anyOf(organization.FieldID, organizations)).All(ctx)
	if err != nil {
		return fmt.Errorf("read organizations to bill: %w", err)
	}
	accounts, err := c.BillingAccount.Query().Where(anyOf(billingaccount.FieldOrganizationID, organizations)).All(ctx)
	if err != nil {
		return fmt.Errorf("read billing accounts: %w", err)
	}
	slices.SortFunc(plans, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	sold, err := c.Plan.Query().Where(anyOf(plan.FieldID, slices.Compact(plans))).All(ctx)
	if err != nil {
		return fmt.Errorf("read plans: %w", err)
	}
	counters, err := c.UserCounter.Query().Where(usercounter.ScopeEQ(usercounter.ScopeACCOUNT), anyOf(usercounter.FieldScopeID, organizations)).All(ctx)
	if err != nil {
		return fmt.Errorf("read counters of users: %w", err)
	}
	i.organizations, i.accounts, i.plans = map[uuid.UUID]*db.Organization{}, map[uuid.UUID]*db.BillingAccount{}, map[uuid.UUID]*db.Plan{}
	i.seats, i.usage = map[uuid.UUID]int{}, map[usageOf]decimal.Decimal{}
	for _, n := range counters {
		i.seats[n.ScopeID] += int(n.Active + n.Pending + n.Suspended)
	}
	for _, o := range orgs {
		if i.organizations[o.ID] = o; o.SeatLimit != nil { // seats are sold, whoever sits on them
			i.seats[o.ID] = *o.SeatLimit
		}
	}
	for _, a := range accounts {
		i.accounts[a.OrganizationID] = a
	}
	for _, p := range sold {
		i.plans[p.ID] = p
	}
	for period, of := range periods {
		if err := i.readUsage(ctx, period[0], period[1], of); err != nil {
			return err
		}
	}
	return nil
}

// readUsage adds up what accounts used in a period, with all their
// sub-accounts.
func (i *issue) readUsage(ctx context.Context, from, until time.Time, accounts []uuid.UUID) error {
	var rows []struct {
		Account uuid.UUID       `json:"account_id"`
		Metric  string          `json:"metric"`
		Sum     decimal.Decimal `json:"sum"`
	}
	err := i.tx.Client.UsageRollup.Query().Where(
		anyOf(usagerollup.FieldAccountID, accounts), usagerollup.GrainEQ(usagerollup.GrainDAY),
		usagerollup.PeriodGTE(from), usagerollup.PeriodLT(until),
	).GroupBy(usagerollup.FieldAccountID, usagerollup.FieldMetric).Aggregate(db.As(db.Sum(usagerollup.FieldQuantity), "sum")).Scan(ctx, &rows)
	if err != nil {
		return fmt.Errorf("add up usage: %w", err)
	}
	for _, r := range rows {
		i.usage[usageOf{r.Account, r.Metric, from, until}] = r.Sum
	}
	return nil
}

// lockCounter keeps other processes from giving numbers, until the commit.
func (i *issue) lockCounter(ctx context.Context) error {
	counter := i.tx.Client.InvoiceCounter
	row, err := counter.Query().ForUpdate().Only(ctx)
	if db.IsNotFound(err) { // the first invoice ever; another process may be at it as well
		err = counter.Create().SetID(i.root).SetAccountID(i.root).SetCreatedAt(i.now).
			OnConflict(sql.ConflictColumns(invoicecounter.FieldResellerID)).DoNothing().Exec(ctx)
		if err != nil && !errors.Is(err, stdsql.ErrNoRows) { // no row: the other was first
			return fmt.Errorf("make the counter of invoices: %w", err)
		}
		row, err = counter.Query().ForUpdate().Only(ctx)
	}
	if err != nil {
		return fmt.Errorf("lock the counter of invoices: %w", err)
	}
	i.last = row.Last
	return nil
}

// charge drafts the invoice of a period, if it costs anything.
func (i *issue) charge(b *db.BillingSubscription) error {
	if b.Status == billingsubscription.StatusTRIAL {
		return nil
	}
	p := Period{
		Start: b.PeriodStart, End: b.PeriodEnd, FullEnd: PeriodEnd(b.Anchor, b.PeriodStart, b.Terms.Interval),
		Terms: b.Terms, Segments: b.Segments, Seats: i.seats[b.OrganizationID], Usage: map[string]decimal.Decimal{},
	}
	for _, u := range b.Terms.UsagePrices {
		p.Usage[u.Metric] = i.usage[usageOf{b.AccountID, u.Metric, b.PeriodStart, b.PeriodEnd}]
	}
	lines, total, err := Charge(p)
	if err != nil || !total.IsPositive() { // what costs nothing asks for nothing
		return err
	}
	i.last++
	i.invoices = append(i.invoices, draft{schema.NewID(), i.last, b, lines, total})
	return nil
}
