package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"time"

	"github.com/google/uuid"
)

func (r *mutationResolver) OrganizationCreate(ctx context.Context, input model.OrganizationCreateInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationCreate(ctx, newOrganization(input)))
}

func (r *mutationResolver) OrganizationUpdate(ctx context.Context, id string, input model.OrganizationUpdateInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationUpdate(ctx, keyOf(organizationPrefix, id), input.ExpectedVersion.Value(), companyPatch(input)))
}

func (r *mutationResolver) OrganizationMove(ctx context.Context, id string, parentID string) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationMove - organizationMove"))
}

func (r *mutationResolver) OrganizationSuspend(ctx context.Context, id string, input model.OrganizationSuspendInput) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationSuspend - organizationSuspend"))
}

func (r *mutationResolver) OrganizationReactivate(ctx context.Context, id string, input model.OrganizationReactivateInput) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationReactivate - organizationReactivate"))
}

func (r *mutationResolver) OrganizationDelete(ctx context.Context, id string, input model.OrganizationDeleteInput) (*model.OrganizationDeletePayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationDelete - organizationDelete"))
}

func (r *mutationResolver) OrganizationRestore(ctx context.Context, id string, input model.OrganizationRestoreInput) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationRestore - organizationRestore"))
}

func (r *mutationResolver) OrganizationSsoTokenRotate(ctx context.Context, id string, input model.OrganizationSsoTokenRotateInput) (*model.OrganizationSsoTokenPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationSsoTokenRotate - organizationSsoTokenRotate"))
}

func (r *mutationResolver) OrganizationSsoTokenRemove(ctx context.Context, id string, input model.OrganizationSsoTokenRemoveInput) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationSsoTokenRemove - organizationSsoTokenRemove"))
}

func (r *organizationResolver) Parent(ctx context.Context, obj *db.Organization) (*db.Organization, error) {
	target := func(o *db.Organization) *uuid.UUID { return o.ParentID }
	return toOne(ctx, obj, obj.Siblings, "parent", target, organizations.selected(ctx), r.visibleOrganizations)
}

func (r *organizationResolver) Ancestors(ctx context.Context, obj *db.Organization) ([]*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Ancestors - ancestors"))
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
	panic(fmt.Errorf("not implemented: UserCount - userCount"))
}

func (r *organizationResolver) SsoToken(ctx context.Context, obj *db.Organization) (*model.OrganizationSsoToken, error) {
	panic(fmt.Errorf("not implemented: SsoToken - ssoToken"))
}

func (r *organizationResolver) Suspension(ctx context.Context, obj *db.Organization) (*model.OrganizationSuspension, error) {
	panic(fmt.Errorf("not implemented: Suspension - suspension"))
}

func (r *organizationResolver) PurgeAt(ctx context.Context, obj *db.Organization) (*time.Time, error) {
	panic(fmt.Errorf("not implemented: PurgeAt - purgeAt"))
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

func (r *organizationSuspensionResolver) SuspendedBy(ctx context.Context, obj *model.OrganizationSuspension) (*db.User, error) {
	panic(fmt.Errorf("not implemented: SuspendedBy - suspendedBy"))
}

func (r *queryResolver) Organization(ctx context.Context, id string) (*db.Organization, error) {
	return one(ctx, organizations, organizationPrefix, id, r.visibleOrganizations)
}

func (r *queryResolver) Organizations(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.OrganizationWhereInput, orderBy []*model.OrganizationOrder) (*model.OrganizationConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.organizationList(ctx, args, search, where, orderBy)
}

func (r *queryResolver) OrganizationStats(ctx context.Context, search *string, where *model.OrganizationWhereInput) (*model.OrganizationStats, error) {
	panic(fmt.Errorf("not implemented: OrganizationStats - organizationStats"))
}

func (r *queryResolver) OrganizationsDeleted(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string) (*model.OrganizationConnection, error) {
	panic(fmt.Errorf("not implemented: OrganizationsDeleted - organizationsDeleted"))
}

func (r *Resolver) Organization() generated.OrganizationResolver { return &organizationResolver{r} }

func (r *Resolver) OrganizationSuspension() generated.OrganizationSuspensionResolver {
	return &organizationSuspensionResolver{r}
}

type (
	organizationResolver           struct{ *Resolver }
	organizationSuspensionResolver struct{ *Resolver }
)
