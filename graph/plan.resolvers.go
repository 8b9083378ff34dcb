package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/billing"
	"tenantry/internal/connection"
)

func (r *mutationResolver) PlanCreate(ctx context.Context, input model.PlanCreateInput) (*model.PlanPayload, error) {
	return planPayload(r.Billing.PlanCreate(ctx, newPlan(input)))
}

func (r *mutationResolver) PlanUpdate(ctx context.Context, id string, input model.PlanUpdateInput) (*model.PlanPayload, error) {
	return planPayload(r.Billing.PlanUpdate(ctx, keyOf(planPrefix, id), planPatch(input)))
}

func (r *mutationResolver) PlanArchive(ctx context.Context, id string, input model.PlanArchiveInput) (*model.PlanPayload, error) {
	return planPayload(r.Billing.PlanArchive(ctx, keyOf(planPrefix, id), input.ExpectedVersion.Value()))
}

func (r *organizationResolver) Plan(ctx context.Context, obj *db.Organization) (*db.Plan, error) {
	return r.planOf(ctx, obj)
}

func (r *planResolver) ViewerActions(ctx context.Context, obj *db.Plan) ([]authz.PlanAction, error) {
	return r.Authorizer.PlanActions(authz.FromContext(ctx), billing.PlanTarget(obj)), nil
}

func (r *queryResolver) Plan(ctx context.Context, id string) (*db.Plan, error) {
	return one(ctx, plans, planPrefix, id, r.visiblePlans)
}

func (r *queryResolver) Plans(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.PlanWhereInput, orderBy []*model.PlanOrder) (*model.PlanConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.planList(ctx, args, search, where, orderBy)
}

func (r *Resolver) Plan() generated.PlanResolver { return &planResolver{r} }

type planResolver struct{ *Resolver }
