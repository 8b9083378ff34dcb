package graph

import (
	"context"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/billingsubscription"
	"tenantry/graph/model"
	"tenantry/internal/billing"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
)

// billingSubscriptions says how subscriptions are read.
var billingSubscriptions = entity[db.BillingSubscription]{
	name:     "subscriptions",
	types:    []string{"BillingSubscription", "Node"},
	key:      func(b *db.BillingSubscription) uuid.UUID { return b.ID },
	siblings: func(b *db.BillingSubscription) *[]*db.BillingSubscription { return &b.Siblings },
	base: []string{"id", "reseller_id", "account_id", "organization_id", "plan_id", "status", "cancel_at_period_end",
		"period_end", "created_at"},
	columns: map[string][]string{
		"id": {}, "organization": {}, "plan": {}, "status": {}, "currentPeriodEnd": {}, "cancelAtPeriodEnd": {}, "createdAt": {},
		"viewerActions": {}, "version": {"version"}, "pendingPlan": {"pending_plan_id"}, "terms": {"terms"},
		"trialEnd": {"trial_end"}, "currentPeriodStart": {"period_start"}, "canceledAt": {"canceled_at"},
		"cancelReason": {"cancel_reason"}, "updatedAt": {"updated_at"},
	},
}

// billingSubscriptionTerms are the sort keys of subscriptions.
var billingSubscriptionTerms = map[model.BillingSubscriptionOrderField]connection.Term[db.BillingSubscription]{
	model.BillingSubscriptionOrderFieldCreatedAt:        {Column: "created_at", Kind: connection.Time, Value: func(b *db.BillingSubscription) any { return b.CreatedAt }},
	model.BillingSubscriptionOrderFieldCurrentPeriodEnd: {Column: "period_end", Kind: connection.Time, Value: func(b *db.BillingSubscription) any { return b.PeriodEnd }},
	model.BillingSubscriptionOrderFieldStatus:           {Column: "status", Kind: connection.Text, Value: func(b *db.BillingSubscription) any { return b.Status }},
}

// subscriptionReach is the condition on subscriptions the viewer may see.
func (r *Resolver) subscriptionReach(v *authz.Viewer) connection.Filter {
	reach := within(v, r.Authorizer.Reach(v, authz.SubscriptionRead, authz.ModulePricingAccess), "organization_id")
	if reach == nil {
		return func(*sql.Selector) {}
	}
	return reach
}

func subscriptionConditions(p place, w *model.BillingSubscriptionWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	and := []connection.Filter{
		logic(p, w.And, w.Or, w.Not, subscriptionConditions),
		p.ids("id", "id", billingSubscriptionPrefix, w.ID.Value()),
		p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
		p.ids("planId", "plan_id", planPrefix, w.PlanID.Value()),
		p.day("currentPeriodEnd", "period_end", w.CurrentPeriodEnd.Value()),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
	}
	if f := w.Status.Value(); f != nil {
		and = append(and, enum(p, "status", "status", f.In, f.NotIn))
	}
	return connection.And(and...)
}

// day compares a column of days.
func (p place) day(field, column string, f *model.DateFilter) connection.Filter {
	if f == nil {
		return nil
	}
	return p.Time(field, column, connection.TimeCompare{Gt: f.Gt.Value(), Gte: f.Gte.Value(), Lt: f.Lt.Value(), Lte: f.Lte.Value()})
}

func (r *Resolver) billingSubscriptionList(
	ctx context.Context, args connection.Args, where *model.BillingSubscriptionWhereInput, by []*model.BillingSubscriptionOrder,
) (*model.BillingSubscriptionConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	p := newPlace()
	rows := connection.And(r.subscriptionReach(v), subscriptionConditions(p, where))
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(billingSubscriptions, billingSubscriptionTerms, by)
	if err != nil {
		return nil, err
	}
	l, err := fetch(ctx, billingSubscriptions, r.client().BillingSubscription.Query(), args, rows, order)
	if err != nil {
		return nil, err
	}
	return &model.BillingSubscriptionConnection{
		Edges: edges(l, func(b *db.BillingSubscription, cursor string) *model.BillingSubscriptionEdge {
			return &model.BillingSubscriptionEdge{Node: b, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

// visibleSubscriptions reads the subscriptions among ids that the viewer may
// see.
func (r *Resolver) visibleSubscriptions(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.BillingSubscription, error) {
	v := authz.FromContext(ctx)
	return byID(ctx, billingSubscriptions, r.client().BillingSubscription.Query(), ids, cols, func(b *db.BillingSubscription) bool {
		return r.Authorizer.BillingSubscriptionVisible(v, billing.SubscriptionTarget(b))
	})
}

// organizationSubscription is the live subscription, else the last one.
func (r *Resolver) organizationSubscription(ctx context.Context, o *db.Organization) (*db.BillingSubscription, error) {
	cols := billingSubscriptions.selected(ctx)
	id := always(func(o *db.Organization) uuid.UUID { return o.ID })
	return toOne(ctx, o, o.Siblings, "subscription", id, cols, r.subscriptionsAt)
}

// subscriptionsAt reads the subscription of each organization: the live one,
// else the last.
func (r *Resolver) subscriptionsAt(ctx context.Context, organizations []uuid.UUID, cols []string) (map[uuid.UUID]*db.BillingSubscription, error) {
	query := r.client().BillingSubscription.Query().Order(db.Asc(billingsubscription.FieldCreatedAt, billingsubscription.FieldID))
	rows, err := having(ctx, billingSubscriptions, query, "organization_id", organizations, cols, nil)
	found := make(map[uuid.UUID]*db.BillingSubscription, len(rows))
	for _, b := range rows {
		if before := found[b.OrganizationID]; before == nil || before.Status == billingsubscription.StatusCANCELED {
			found[b.OrganizationID] = b
		}
	}
	return found, err
}

func (r *Resolver) subscriptionPlan(ctx context.Context, b *db.BillingSubscription) (*db.Plan, error) {
	target := always(func(b *db.BillingSubscription) uuid.UUID { return b.PlanID })
	return toOne(ctx, b, b.Siblings, "plan", target, plans.selected(ctx), r.plansNamed)
}

func (r *Resolver) pendingPlan(ctx context.Context, b *db.BillingSubscription) (*db.Plan, error) {
	target := func(b *db.BillingSubscription) *uuid.UUID { return b.PendingPlanID }
	return toOne(ctx, b, b.Siblings, "pendingPlan", target, plans.selected(ctx), r.plansNamed)
}

// billingAccounts says how billing accounts are read.
var billingAccounts = entity[db.BillingAccount]{
	name:     "billing accounts",
	types:    []string{"BillingAccount", "Node"},
	key:      func(a *db.BillingAccount) uuid.UUID { return a.ID },
	siblings: func(a *db.BillingAccount) *[]*db.BillingAccount { return &a.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "sort_name", "created_at"},
	columns: map[string][]string{
		"id": {}, "organization": {}, "createdAt": {}, "viewerActions": {}, "version": {"version"}, "name": {"name"}, "email": {"email"},
		"address": {"address"}, "taxNumber": {"tax_number"}, "currency": {"currency"}, "paymentDays": {"payment_days"}, "updatedAt": {"updated_at"},
	},
}

// billingAccountTerms are the sort keys of billing accounts.
var billingAccountTerms = map[model.BillingAccountOrderField]connection.Term[db.BillingAccount]{
	model.BillingAccountOrderFieldName:      {Column: "sort_name", Kind: connection.Text, Value: func(a *db.BillingAccount) any { return a.SortName }},
	model.BillingAccountOrderFieldCreatedAt: {Column: "created_at", Kind: connection.Time, Value: func(a *db.BillingAccount) any { return a.CreatedAt }},
}

func (r *Resolver) billingAccountList(
	ctx context.Context, args connection.Args, search *string, where *model.BillingAccountWhereInput, by []*model.BillingAccountOrder,
) (*model.BillingAccountConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	text, err := searchedIn("sort_name", search, "email")
	if err != nil {
		return nil, err
	}
	p := newPlace()
	cond := billingAccountConditions(p, where)
	if err := p.fault(); err != nil {
		return nil, err
	}
	rows := connection.And(within(v, r.Authorizer.Reach(v, authz.BillingRead, authz.ModulePaymentAccess), "organization_id"), text, cond)
	order, err := ordered(billingAccounts, billingAccountTerms, by)
	if err != nil {
		return nil, err
	}
	l, err := fetch(ctx, billingAccounts, r.client().BillingAccount.Query(), args, rows, order)
	if err != nil {
		return nil, err
	}
	return &model.BillingAccountConnection{
		Edges: edges(l, func(a *db.BillingAccount, cursor string) *model.BillingAccountEdge {
			return &model.BillingAccountEdge{Node: a, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

func billingAccountConditions(p place, w *model.BillingAccountWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	return connection.And(
		logic(p, w.And, w.Or, w.Not, billingAccountConditions),
		p.ids("id", "id", billingAccountPrefix, w.ID.Value()),
		p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
		p.text("name", "sort_name", w.Name.Value(), directory.Fold),
		p.anyCase("email", "email", w.Email.Value()),
		p.text("currency", "currency", w.Currency.Value(), strings.ToUpper),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
	)
}

// visibleBillingAccounts reads the billing accounts among ids that the viewer
// may see.
func (r *Resolver) visibleBillingAccounts(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.BillingAccount, error) {
	v := authz.FromContext(ctx)
	return byID(ctx, billingAccounts, r.client().BillingAccount.Query(), ids, cols, func(a *db.BillingAccount) bool {
		return r.Authorizer.BillingVisible(v, billing.AccountTarget(a))
	})
}

func (r *Resolver) organizationBillingAccount(ctx context.Context, o *db.Organization) (*db.BillingAccount, error) {
	cols := billingAccounts.selected(ctx)
	all, err := once(ctx, o, o.Siblings, "billingAccount", shapeOf(cols), func(all []*db.Organization) (map[uuid.UUID]*db.BillingAccount, error) {
		ids := gather(all, always(func(o *db.Organization) uuid.UUID { return o.ID }))
		rows, err := having(ctx, billingAccounts, r.client().BillingAccount.Query(), "organization_id", ids, cols, nil)
		found := make(map[uuid.UUID]*db.BillingAccount, len(rows))
		for _, a := range rows {
			found[a.OrganizationID] = a
		}
		return found, err
	})
	return all[o.ID], err
}

func accountPatch(in model.BillingAccountSetInput) billing.AccountPatch {
	return billing.AccountPatch{
		ExpectedVersion: in.ExpectedVersion.Value(), Name: change(in.Name), Email: change(in.Email), Address: change(in.Address),
		TaxNumber: change(in.TaxNumber), Currency: change(in.Currency), PaymentDays: change(in.PaymentDays),
	}
}

func newSubscription(in model.BillingSubscriptionStartInput) billing.NewSubscription {
	return billing.NewSubscription{
		OrganizationID: keyOf(organizationPrefix, in.OrganizationID), PlanID: keyOf(planPrefix, in.PlanID),
		TrialDays: in.TrialDays.Value(), IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func subscriptionPayload(b *db.BillingSubscription, err error) (*model.BillingSubscriptionPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.BillingSubscriptionPayload{BillingSubscription: b, Errors: errs}, nil
}

func billingAccountPayload(a *db.BillingAccount, err error) (*model.BillingAccountPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.BillingAccountPayload{BillingAccount: a, Errors: errs}, nil
}

// ofOrganization is the organization beside a row, whatever its state: invoices
// outlive the customer.
func ofOrganization[T any](ctx context.Context, r *Resolver, node *T, siblings []*T, key func(*T) uuid.UUID) (*db.Organization, error) {
	return toOne(ctx, node, siblings, "organization", always(key), organizations.selected(ctx), r.organizationsNamed)
}
