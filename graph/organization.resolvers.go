package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
	"time"

	"github.com/google/uuid"
)

func (r *mutationResolver) OrganizationCreate(ctx context.Context, input model.OrganizationCreateInput) (*model.OrganizationPayload, error) {
	return createdOrganizationPayload(r.Directory.OrganizationCreate(ctx, newOrganization(input)))
}

func (r *mutationResolver) OrganizationUpdate(ctx context.Context, id string, input model.OrganizationUpdateInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationUpdate(ctx, keyOf(organizationPrefix, id), input.ExpectedVersion.Value(), companyPatch(input)))
}

func (r *mutationResolver) OrganizationMove(ctx context.Context, id string, parentID string) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationMove(ctx, keyOf(organizationPrefix, id), keyOf(organizationPrefix, parentID)))
}

func (r *mutationResolver) OrganizationSuspend(ctx context.Context, id string, input model.OrganizationSuspendInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationSuspend(ctx, keyOf(organizationPrefix, id), directory.OrganizationSuspension{
		Reason: input.Reason.Value(), ExpectedVersion: input.ExpectedVersion.Value(),
	}))
}

func (r *mutationResolver) OrganizationReactivate(ctx context.Context, id string, input model.OrganizationReactivateInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationReactivate(ctx, keyOf(organizationPrefix, id), input.ExpectedVersion.Value()))
}

func (r *mutationResolver) OrganizationDelete(ctx context.Context, id string, input model.OrganizationDeleteInput) (*model.OrganizationDeletePayload, error) {
	return organizationDeletePayload(id)(r.Directory.OrganizationDelete(ctx, keyOf(organizationPrefix, id), directory.OrganizationDeletion{
		ConfirmName: input.ConfirmName, Reason: input.Reason.Value(), ExpectedVersion: input.ExpectedVersion.Value(),
	}))
}

func (r *mutationResolver) OrganizationRestore(ctx context.Context, id string, input model.OrganizationRestoreInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationRestore(ctx, keyOf(organizationPrefix, id), input.ExpectedVersion.Value()))
}

func (r *mutationResolver) OrganizationSsoTokenRotate(ctx context.Context, id string, input model.OrganizationSsoTokenRotateInput) (*model.OrganizationSsoTokenPayload, error) {
	return ssoTokenPayload(r.Directory.OrganizationSSOTokenRotate(ctx, keyOf(organizationPrefix, id), input.ExpectedVersion.Value()))
}

func (r *mutationResolver) OrganizationSsoTokenRemove(ctx context.Context, id string, input model.OrganizationSsoTokenRemoveInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationSSOTokenRemove(ctx, keyOf(organizationPrefix, id), input.ExpectedVersion.Value()))
}

func (r *organizationResolver) Parent(ctx context.Context, obj *db.Organization) (*db.Organization, error) {
	target := func(o *db.Organization) *uuid.UUID { return o.ParentID }
	return toOne(ctx, obj, obj.Siblings, "parent", target, organizations.selected(ctx), r.visibleOrganizations)
}

func (r *organizationResolver) Ancestors(ctx context.Context, obj *db.Organization) ([]*db.Organization, error) {
	return r.ancestorsOf(ctx, obj)
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

func (r *organizationResolver) UserCount(ctx context.Context, obj *db.Organization) (*int, error) {
	n := int(obj.UserCount)
	return &n, nil
}

func (r *organizationResolver) SsoToken(ctx context.Context, obj *db.Organization) (*model.OrganizationSsoToken, error) {
	return ssoTokenOf(obj), nil
}

func (r *organizationResolver) Suspension(ctx context.Context, obj *db.Organization) (*model.OrganizationSuspension, error) {
	return organizationSuspensionOf(obj), nil
}

func (r *organizationResolver) PurgeAt(ctx context.Context, obj *db.Organization) (*time.Time, error) {
	return purgeAtOf(obj), nil
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
	return r.organizationActions(ctx, obj)
}

func (r *organizationSuspensionResolver) SuspendedBy(ctx context.Context, obj *model.OrganizationSuspension) (*db.User, error) {
	if obj.By == nil || obj.Of == nil {
		return nil, nil
	}
	target := func(o *db.Organization) *uuid.UUID { return o.SuspendedBy }
	return toOne(ctx, obj.Of, obj.Of.Siblings, "suspendedBy", target, users.selected(ctx), r.visibleUsers)
}

func (r *queryResolver) Organization(ctx context.Context, id string) (*db.Organization, error) {
	return one(ctx, organizations, organizationPrefix, id, r.shownOrganizations)
}

func (r *queryResolver) Organizations(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.OrganizationWhereInput, orderBy []*model.OrganizationOrder) (*model.OrganizationConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.organizationList(ctx, args, search, where, orderBy)
}

func (r *queryResolver) OrganizationStats(ctx context.Context, search *string, where *model.OrganizationWhereInput) (*model.OrganizationStats, error) {
	return r.organizationStats(ctx, search, where)
}

func (r *queryResolver) OrganizationsDeleted(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, orderBy []*model.OrganizationDeletedOrder) (*model.OrganizationConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.deletedList(ctx, args, search, orderBy)
}

func (r *Resolver) Organization() generated.OrganizationResolver { return &organizationResolver{r} }

func (r *Resolver) OrganizationSuspension() generated.OrganizationSuspensionResolver {
	return &organizationSuspensionResolver{r}
}

type (
	organizationResolver           struct{ *Resolver }
	organizationSuspensionResolver struct{ *Resolver }
)
