package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/billing"
	"tenantry/internal/connection"
	"tenantry/internal/rule"
)

// plans says how plans are read.
var plans = entity[db.Plan]{
	name:     "plans",
	types:    []string{"Plan", "Node"},
	key:      func(p *db.Plan) uuid.UUID { return p.ID },
	siblings: func(p *db.Plan) *[]*db.Plan { return &p.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "sort_name", "created_at", "archived_at"},
	columns: map[string][]string{
		"id": {}, "createdAt": {}, "archivedAt": {}, "viewerActions": {}, "version": {"version"}, "name": {"name"},
		"description": {"description"}, "currency": {"currency"}, "interval": {"interval"}, "basePrice": {"base_price"},
		"seatPrice": {"seat_price"}, "includedSeats": {"included_seats"}, "usagePrices": {"usage_prices"},
		"trialDays": {"trial_days"}, "features": {"features"}, "updatedAt": {"updated_at"},
	},
}

// planTerms are the sort keys of plans.
var planTerms = map[model.PlanOrderField]connection.Term[db.Plan]{
	model.PlanOrderFieldName:      {Column: "sort_name", Kind: connection.Text, Value: func(p *db.Plan) any { return p.SortName }},
	model.PlanOrderFieldCreatedAt: {Column: "created_at", Kind: connection.Time, Value: func(p *db.Plan) any { return p.CreatedAt }},
}

func planConditions(p place, w *model.PlanWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	and := []connection.Filter{
		logic(p, w.And, w.Or, w.Not, planConditions),
		p.ids("id", "id", planPrefix, w.ID.Value()),
		p.text("name", "sort_name", w.Name.Value(), rule.Fold),
		p.instant("archivedAt", "archived_at", w.ArchivedAt.Value()),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
	}
	if f := w.Interval.Value(); f != nil {
		and = append(and, enum(p, "interval", "interval", f.In, f.NotIn))
	}
	return connection.And(and...)
}

func (r *Resolver) planList(
	ctx context.Context, args connection.Args, search *string, where *model.PlanWhereInput, by []*model.PlanOrder,
) (*model.PlanConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	text, err := searched("sort_name", search)
	if err != nil {
		return nil, err
	}
	p := newPlace()
	rows := connection.And(within(v, r.Authorizer.Reach(v, authz.SubscriptionRead), "account_id"), text, planConditions(p, where))
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(plans, planTerms, by)
	if err != nil {
		return nil, err
	}
	l, err := fetch(ctx, plans, r.client().Plan.Query(), args, rows, order)
	if err != nil {
		return nil, err
	}
	return &model.PlanConnection{
		Edges: edges(l, func(p *db.Plan, cursor string) *model.PlanEdge { return &model.PlanEdge{Node: p, Cursor: cursor} }),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

// plansNamed reads plans that stand beside rows the viewer sees: they belong
// to the reseller, whoever has subscribed to them.
func (r *Resolver) plansNamed(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Plan, error) {
	ctx, err := ofReseller(ctx)
	if err != nil {
		return nil, err
	}
	return byID(ctx, plans, r.client().Plan.Query(), ids, cols, nil)
}

// visiblePlans reads the plans among ids that the viewer may see: all of them,
// or those of subscriptions he sees.
func (r *Resolver) visiblePlans(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Plan, error) {
	v, err := signedIn(ctx)
	if err != nil || r.Authorizer.Reach(v, authz.SubscriptionRead).Root {
		if err != nil {
			return nil, err
		}
		return r.plansNamed(ctx, ids, cols)
	}
	query := r.client().BillingSubscription.Query().Where(r.subscriptionReach(v))
	own, err := having(ctx, billingSubscriptions, query, "plan_id", ids, billingSubscriptions.base, nil)
	if err != nil {
		return nil, err
	}
	return r.plansNamed(ctx, gather(own, always(func(b *db.BillingSubscription) uuid.UUID { return b.PlanID })), cols)
}

func (r *Resolver) planOf(ctx context.Context, o *db.Organization) (*db.Plan, error) {
	target := func(o *db.Organization) *uuid.UUID { return o.PlanID }
	return toOne(ctx, o, o.Siblings, "plan", target, plans.selected(ctx), r.plansNamed)
}

func newPlan(in model.PlanCreateInput) billing.NewPlan {
	return billing.NewPlan{
		Name: in.Name, Description: in.Description.Value(), Currency: in.Currency.Value(), Interval: in.Interval,
		BasePrice: in.BasePrice, SeatPrice: in.SeatPrice, IncludedSeats: in.IncludedSeats,
		UsagePrices: usagePrices(in.UsagePrices.Value()), TrialDays: in.TrialDays, Features: in.Features.Value(),
		IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func planPatch(in model.PlanUpdateInput) billing.PlanPatch {
	patch := billing.PlanPatch{
		ExpectedVersion: in.ExpectedVersion.Value(), Name: change(in.Name), Description: change(in.Description),
		BasePrice: change(in.BasePrice), SeatPrice: change(in.SeatPrice), IncludedSeats: change(in.IncludedSeats),
		TrialDays: change(in.TrialDays),
	}
	if prices, given := in.UsagePrices.ValueOK(); given {
		list := usagePrices(prices)
		patch.UsagePrices = billing.Set[[]schema.UsagePrice]{Given: true, Value: &list}
	}
	if features, given := in.Features.ValueOK(); given {
		patch.Features = billing.Set[[]string]{Given: true, Value: &features}
	}
	return patch
}

func usagePrices(in []*model.UsagePriceInput) []schema.UsagePrice {
	out := make([]schema.UsagePrice, len(in))
	for i, u := range in {
		out[i] = schema.UsagePrice{Metric: u.Metric, Included: u.Included, UnitPrice: u.UnitPrice}
	}
	return out
}

// change is a nullable field of an input: absent, cleared or set.
func change[T any](o graphql.Omittable[*T]) billing.Set[T] {
	v, given := o.ValueOK()
	return billing.Set[T]{Given: given, Value: v}
}

func planPayload(p *db.Plan, err error) (*model.PlanPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.PlanPayload{Plan: p, Errors: errs}, nil
}
