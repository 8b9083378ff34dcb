package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *mutationResolver) PlanCreate(ctx context.Context, input model.PlanCreateInput) (*model.PlanPayload, error) {
	panic(fmt.Errorf("not implemented: PlanCreate - planCreate"))
}

func (r *mutationResolver) PlanUpdate(ctx context.Context, id string, input model.PlanUpdateInput) (*model.PlanPayload, error) {
	panic(fmt.Errorf("not implemented: PlanUpdate - planUpdate"))
}

func (r *mutationResolver) PlanArchive(ctx context.Context, id string, input model.PlanArchiveInput) (*model.PlanPayload, error) {
	panic(fmt.Errorf("not implemented: PlanArchive - planArchive"))
}

func (r *organizationResolver) Plan(ctx context.Context, obj *db.Organization) (*db.Plan, error) {
	panic(fmt.Errorf("not implemented: Plan - plan"))
}

func (r *planResolver) ViewerActions(ctx context.Context, obj *db.Plan) ([]authz.PlanAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *queryResolver) Plan(ctx context.Context, id string) (*db.Plan, error) {
	panic(fmt.Errorf("not implemented: Plan - plan"))
}

func (r *queryResolver) Plans(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.PlanWhereInput, orderBy []*model.PlanOrder) (*model.PlanConnection, error) {
	panic(fmt.Errorf("not implemented: Plans - plans"))
}

func (r *Resolver) Plan() generated.PlanResolver { return &planResolver{r} }

type planResolver struct{ *Resolver }
