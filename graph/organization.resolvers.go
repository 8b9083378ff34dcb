package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *mutationResolver) OrganizationCreate(ctx context.Context, input model.OrganizationCreateInput) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationCreate - organizationCreate"))
}

func (r *mutationResolver) OrganizationUpdate(ctx context.Context, id string, input model.OrganizationUpdateInput) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationUpdate - organizationUpdate"))
}

func (r *organizationResolver) Parent(ctx context.Context, obj *db.Organization) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Parent - parent"))
}

func (r *organizationResolver) Seats(ctx context.Context, obj *db.Organization) (*model.SeatUsage, error) {
	panic(fmt.Errorf("not implemented: Seats - seats"))
}

func (r *organizationResolver) Children(ctx context.Context, obj *db.Organization, first *int, after *string, last *int, before *string, where *model.OrganizationWhereInput, orderBy []*model.OrganizationOrder) (*model.OrganizationConnection, error) {
	panic(fmt.Errorf("not implemented: Children - children"))
}

func (r *organizationResolver) Users(ctx context.Context, obj *db.Organization, first *int, after *string, last *int, before *string, search *string, where *model.UserWhereInput, orderBy []*model.UserOrder) (*model.UserConnection, error) {
	panic(fmt.Errorf("not implemented: Users - users"))
}

func (r *organizationResolver) ViewerActions(ctx context.Context, obj *db.Organization) ([]authz.OrganizationAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *queryResolver) Organization(ctx context.Context, id string) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *queryResolver) Organizations(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.OrganizationWhereInput, orderBy []*model.OrganizationOrder) (*model.OrganizationConnection, error) {
	panic(fmt.Errorf("not implemented: Organizations - organizations"))
}

func (r *Resolver) Organization() generated.OrganizationResolver { return &organizationResolver{r} }

type organizationResolver struct{ *Resolver }
