package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"

	"github.com/google/uuid"
)

func (r *mutationResolver) OrganizationCreate(ctx context.Context, input model.OrganizationCreateInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationCreate(ctx, newOrganization(input)))
}

func (r *mutationResolver) OrganizationUpdate(ctx context.Context, id string, input model.OrganizationUpdateInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationUpdate(ctx, keyOf(organizationPrefix, id), input.ExpectedVersion.Value(), companyPatch(input)))
}

func (r *organizationResolver) Parent(ctx context.Context, obj *db.Organization) (*db.Organization, error) {
	target := func(o *db.Organization) *uuid.UUID { return o.ParentID }
	return toOne(ctx, obj, obj.Siblings, "parent", target, organizations.selected(ctx), r.visibleOrganizations)
}

func (r *organizationResolver) LegalName(ctx context.Context, obj *db.Organization) (*string, error) {
	return orNull(obj.LegalName), nil
}

func (r *organizationResolver) Address(ctx context.Context, obj *db.Organization) (*string, error) {
	return orNull(obj.Address), nil
}

func (r *organizationResolver) ContactName(ctx context.Context, obj *db.Organization) (*string, error) {
	return orNull(obj.ContactName), nil
}

func (r *organizationResolver) ContactEmail(ctx context.Context, obj *db.Organization) (*string, error) {
	return orNull(obj.ContactEmail), nil
}

func (r *organizationResolver) Phone(ctx context.Context, obj *db.Organization) (*string, error) {
	return orNull(obj.Phone), nil
}

func (r *organizationResolver) Seats(ctx context.Context, obj *db.Organization) (*model.SeatUsage, error) {
	return r.seatsOf(ctx, obj)
}

func (r *organizationResolver) UserStats(ctx context.Context, obj *db.Organization) (*model.UserStats, error) {
	return r.statsAt(ctx, obj)
}

func (r *organizationResolver) Children(ctx context.Context, obj *db.Organization, first *int, after *string, last *int, before *string, where *model.OrganizationWhereInput, orderBy []*model.OrganizationOrder) (*model.OrganizationConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before}
	return r.childList(ctx, obj, args, where, orderBy)
}

func (r *organizationResolver) Users(ctx context.Context, obj *db.Organization, first *int, after *string, last *int, before *string, search *string, where *model.UserWhereInput, orderBy []*model.UserOrder) (*model.UserConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before}
	return r.organizationUsers(ctx, obj, args, search, where, orderBy)
}

func (r *organizationResolver) ViewerActions(ctx context.Context, obj *db.Organization) ([]authz.OrganizationAction, error) {
	return r.Authorizer.OrganizationActions(authz.FromContext(ctx), organizationTarget(obj)), nil
}

func (r *queryResolver) Organization(ctx context.Context, id string) (*db.Organization, error) {
	return one(ctx, organizations, organizationPrefix, id, r.visibleOrganizations)
}

func (r *queryResolver) Organizations(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.OrganizationWhereInput, orderBy []*model.OrganizationOrder) (*model.OrganizationConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.organizationList(ctx, args, search, where, orderBy)
}

func (r *Resolver) Organization() generated.OrganizationResolver { return &organizationResolver{r} }

type organizationResolver struct{ *Resolver }
