package billing

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/plan"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
	"tenantry/internal/rule"
)

// NewPlan describes a plan to add.
type NewPlan struct {
	Name           string
	Description    *string
	Currency       *string // nil: the reseller's
	Interval       plan.Interval
	BasePrice      decimal.Decimal
	SeatPrice      decimal.Decimal
	IncludedSeats  int
	UsagePrices    []schema.UsagePrice
	TrialDays      int
	Features       []string
	IdempotencyKey *string
}

// PlanPatch says what to change of a plan.
type PlanPatch struct {
	ExpectedVersion          *int
	Name, Description        Set[string]
	BasePrice, SeatPrice     Set[decimal.Decimal]
	IncludedSeats, TrialDays Set[int]
	UsagePrices              Set[[]schema.UsagePrice]
	Features                 Set[[]string]
}

// PlanCreate adds a plan. Refusals: REQUIRED, INVALID, TOO_LONG, TAKEN,
// DUPLICATE, LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED. [000]
func (s *Service) PlanCreate(ctx context.Context, in NewPlan) (*db.Plan, error) {
	viewer := authz.FromContext(ctx)
	if viewer == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	if !s.Authorizer.Permissions(viewer, viewer.RootID).Has(authz.SubscriptionManage) {
		return nil, rule.Forbid(authz.SubscriptionManage)
	}
	var errs fault.Refusals
	key := rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	code := rule.Checked(&errs, "input.currency", in.Currency, 3, currencyCode)
	p := db.Plan{
		Name: in.Name, Interval: in.Interval, BasePrice: in.BasePrice, SeatPrice: in.SeatPrice,
		IncludedSeats: in.IncludedSeats, UsagePrices: in.UsagePrices, TrialDays: in.TrialDays, Features: in.Features,
	}
	if in.Description != nil {
		p.Description = *in.Description
	}
	checkPlan(&errs, &p)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var created *db.Plan
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		h, err := s.house(ctx, tx)
		if err != nil {
			return err
		}
		if _, err := lockOrganization(ctx, tx, h.root); err != nil { // names and keys are given one after the other
			return err
		}
		p.Currency = h.currency
		if code != nil {
			p.Currency = *code
		}
		id, err := rule.Once(ctx, tx, s.now(), "planCreate", key, in, func() (uuid.UUID, error) {
			return s.insertPlan(ctx, tx, h.root, p)
		})
		if err != nil {
			return err
		}
		created, err = readPlan(ctx, tx, id)
		return err
	})
	return created, err
}

func (s *Service) insertPlan(ctx context.Context, tx *database.Tx, root uuid.UUID, p db.Plan) (uuid.UUID, error) {
	id, now := schema.NewID(), s.now()
	if err := nameFree(ctx, tx, id, p.Name); err != nil {
		return id, err
	}
	made, err := tx.Client.Plan.Create().SetID(id).SetAccountID(root).SetName(p.Name).SetSortName(rule.Fold(p.Name)).
		SetDescription(p.Description).SetCurrency(p.Currency).SetInterval(p.Interval).SetBasePrice(p.BasePrice).
		SetSeatPrice(p.SeatPrice).SetIncludedSeats(p.IncludedSeats).SetUsagePrices(p.UsagePrices).
		SetTrialDays(p.TrialDays).SetFeatures(p.Features).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create plan: %w", err)
	}
	return id, audit.Record(ctx, tx, planEvent(made, now, "plan.created", planChanges(&db.Plan{}, made)))
}

// PlanUpdate changes what the patch names; periods that have begun keep their
// prices. Refusals: NOT_FOUND, WRONG_STATE, STALE, REQUIRED, INVALID, TOO_LONG,
// TAKEN, DUPLICATE, LIMIT_REACHED. [000]
func (s *Service) PlanUpdate(ctx context.Context, id uuid.UUID, in PlanPatch) (*db.Plan, error) {
	var updated *db.Plan
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		before, err := s.lockPlan(ctx, tx, id, authz.PlanActionUpdate, in.ExpectedVersion)
		if err != nil {
			return err
		}
		p := *before
		p.Name, p.Description = in.Name.or(p.Name), in.Description.or(p.Description)
		p.BasePrice, p.SeatPrice = in.BasePrice.or(p.BasePrice), in.SeatPrice.or(p.SeatPrice)
		p.IncludedSeats, p.TrialDays = in.IncludedSeats.or(p.IncludedSeats), in.TrialDays.or(p.TrialDays)
		p.UsagePrices, p.Features = in.UsagePrices.or(p.UsagePrices), in.Features.or(p.Features)
		var errs fault.Refusals
		for _, f := range []struct {
			path    string
			cleared bool
		}{
			{"input.basePrice", in.BasePrice.cleared()}, {"input.seatPrice", in.SeatPrice.cleared()},
			{"input.includedSeats", in.IncludedSeats.cleared()}, {"input.trialDays", in.TrialDays.cleared()},
		} {
			if f.cleared {
				errs.Add(fault.Required, f.path, "A plan has a number here, which may be 0.")
			}
		}
		checkPlan(&errs, &p)
		if err := errs.Err(); err != nil {
			return err
		}
		changes := planChanges(before, &p)
		if len(changes) == 0 {
			updated = before
			return nil
		}
		if err := nameFree(ctx, tx, id, p.Name); err != nil {
			return err
		}
		now := s.now()
		if err := tx.Client.Plan.Update().Where(plan.ID(id)).SetName(p.Name).SetSortName(rule.Fold(p.Name)).
			SetDescription(p.Description).SetBasePrice(p.BasePrice).SetSeatPrice(p.SeatPrice).
			SetIncludedSeats(p.IncludedSeats).SetUsagePrices(p.UsagePrices).SetTrialDays(p.TrialDays).
			SetFeatures(p.Features).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
			return fmt.Errorf("update plan %s: %w", id, err)
		}
		if err := audit.Record(ctx, tx, planEvent(&p, now, "plan.updated", changes)); err != nil {
			return err
		}
		updated, err = readPlan(ctx, tx, id)
		return err
	})
	return updated, err
}

// PlanArchive takes a plan out of sale. Refusals: NOT_FOUND, WRONG_STATE,
// STALE. [000]
func (s *Service) PlanArchive(ctx context.Context, id uuid.UUID, expected *int) (*db.Plan, error) {
	var archived *db.Plan
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		p, err := s.lockPlan(ctx, tx, id, authz.PlanActionArchive, expected)
		if err != nil {
			return err
		}
		now := s.now()
		if err := tx.Client.Plan.Update().Where(plan.ID(id)).SetArchivedAt(now).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
			return fmt.Errorf("archive plan %s: %w", id, err)
		}
		if err := audit.Record(ctx, tx, planEvent(p, now, "plan.archived", nil)); err != nil {
			return err
		}
		archived, err = readPlan(ctx, tx, id)
		return err
	})
	return archived, err
}

// lockPlan locks the root organization, whose plans are changed one after the
// other, and the plan, when the viewer may take the action.
func (s *Service) lockPlan(ctx context.Context, tx *database.Tx, id uuid.UUID, action authz.PlanAction, expected *int) (*db.Plan, error) {
	viewer := authz.FromContext(ctx)
	if viewer == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	if _, err := tx.Client.Organization.Query().Where(organization.ID(viewer.RootID)).ForUpdate().Exist(ctx); err != nil {
		return nil, fmt.Errorf("lock the root organization: %w", err)
	}
	p, err := tx.Client.Plan.Query().Where(plan.ID(id)).ForUpdate().Only(ctx)
	if err != nil && !db.IsNotFound(err) {
		return nil, fmt.Errorf("read plan %s: %w", id, err)
	}
	if err := rule.Deny(s.Authorizer.Plan(viewer, action, PlanTarget(p)), "id"); err != nil {
		return nil, err
	}
	return p, rule.Stale(expected, p.Version, "input.expectedVersion")
}

// PlanTarget is what the policy needs to know about a plan; of none, nothing.
func PlanTarget(p *db.Plan) authz.PlanTarget {
	if p == nil {
		return authz.PlanTarget{}
	}
	return authz.PlanTarget{ID: p.ID, Archived: p.ArchivedAt != nil}
}

func readPlan(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.Plan, error) {
	p, err := tx.Client.Plan.Query().Where(plan.ID(id)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read plan %s: %w", id, err)
	}
	return p, nil
}

// nameFree refuses a name that another plan that is sold has.
func nameFree(ctx context.Context, tx *database.Tx, id uuid.UUID, name string) error {
	taken, err := tx.Client.Plan.Query().Where(plan.SortName(rule.Fold(name)), plan.ArchivedAtIsNil(), plan.IDNEQ(id)).Exist(ctx)
	switch {
	case err != nil:
		return fmt.Errorf("look for plan of that name: %w", err)
	case taken:
		return fault.Refuse(fault.Taken, "input.name", "Another plan has this name.")
	}
	return nil
}

// metricName is the form of a metric's name.
var metricName = regexp.MustCompile(`^[A-Z][A-Z0-9_]{0,39}$`)

// checkPlan cleans a plan's texts and says what is wrong with it.
func checkPlan(errs *fault.Refusals, p *db.Plan) {
	p.Name = rule.Line(errs, "input.name", p.Name, rule.MaxName)
	if p.Name == "" && !errs.At("input.name") {
		errs.Add(fault.Required, "input.name", "A name is required.")
	}
	p.Description = rule.Clean(errs, "input.description", p.Description, maxDescription)
	price(errs, "input.basePrice", p.BasePrice)
	price(errs, "input.seatPrice", p.SeatPrice)
	between(errs, "input.includedSeats", p.IncludedSeats, 0, MaxSeats)
	between(errs, "input.trialDays", p.TrialDays, 0, MaxTrialDays)
	if len(p.UsagePrices) > MaxUsagePrices {
		errs.Add(fault.LimitReached, "input.usagePrices", "At most %d prices are allowed.", MaxUsagePrices)
		return
	}
	metrics := map[string]bool{}
	for i, u := range p.UsagePrices {
		at := "input.usagePrices." + strconv.Itoa(i)
		switch {
		case !metricName.MatchString(u.Metric):
			errs.Add(fault.Invalid, at+".metric", "The name of a metric is of capital letters, digits and underscores, at most 40.")
		case metrics[u.Metric]:
			errs.Add(fault.Duplicate, at+".metric", "The metric has a price already.")
		}
		metrics[u.Metric] = true
		if u.Included < 0 {
			errs.Add(fault.Invalid, at+".included", "What is included is not below 0.")
		}
		price(errs, at+".unitPrice", u.UnitPrice)
	}
	features := []string{}
	for i, f := range p.Features {
		if !slices.Contains(feature.Keys(), f) {
			errs.Add(fault.Invalid, "input.features."+strconv.Itoa(i), "There is no such feature.")
		} else if !slices.Contains(features, f) {
			features = append(features, f)
		}
	}
	p.Features = features
	if p.UsagePrices == nil {
		p.UsagePrices = []schema.UsagePrice{}
	}
}

// planChanges tells the log what became of a plan.
func planChanges(before, after *db.Plan) []audit.Change {
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	return slices.Concat(
		audit.Text("name", before.Name, after.Name),
		audit.Text("description", before.Description, after.Description),
		audit.Text("basePrice", amount(before.BasePrice), amount(after.BasePrice)),
		audit.Text("seatPrice", amount(before.SeatPrice), amount(after.SeatPrice)),
		audit.Text("includedSeats", number(before.IncludedSeats), number(after.IncludedSeats)),
		audit.Text("usagePrices", usageText(before.UsagePrices), usageText(after.UsagePrices)),
		audit.Text("trialDays", number(before.TrialDays), number(after.TrialDays)),
		audit.Text("features", strings.Join(before.Features, ", "), strings.Join(after.Features, ", ")),
	)
}

func amount(d decimal.Decimal) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func usageText(prices []schema.UsagePrice) string {
	parts := make([]string, len(prices))
	for i, u := range prices {
		parts[i] = fmt.Sprintf("%s %s above %d", u.Metric, u.UnitPrice, u.Included)
	}
	return strings.Join(parts, ", ")
}

func planEvent(p *db.Plan, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: p.AccountID, AccountID: p.AccountID,
		TargetType: "Plan", TargetID: p.ID, TargetName: p.Name, Changes: changes,
	}
}

// termsOf are the prices of a plan as they are now.
func termsOf(p *db.Plan) schema.PlanTerms {
	return schema.PlanTerms{
		PlanID: p.ID, Name: p.Name, Currency: p.Currency, Interval: string(p.Interval), BasePrice: p.BasePrice,
		SeatPrice: p.SeatPrice, IncludedSeats: p.IncludedSeats, UsagePrices: p.UsagePrices,
	}
}
