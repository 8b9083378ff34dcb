package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"

	"github.com/google/uuid"
)

func (r *mutationResolver) UserCreate(ctx context.Context, input model.UserCreateInput) (*model.UserSecretPayload, error) {
	return userCreatePayload(r.Directory.UserCreate(ctx, userCreation(input)))
}

func (r *mutationResolver) UserUpdate(ctx context.Context, id string, input model.UserUpdateInput) (*model.UserPayload, error) {
	return userPayload(r.Directory.UserUpdate(ctx, keyOf(userPrefix, id), userPatch(input)))
}

func (r *mutationResolver) UserSuspend(ctx context.Context, id string, input model.UserSuspendInput) (*model.UserPayload, error) {
	return userPayload(r.Directory.UserSuspend(ctx, keyOf(userPrefix, id), suspension(input)))
}

func (r *mutationResolver) UserReactivate(ctx context.Context, id string, input model.UserReactivateInput) (*model.UserPayload, error) {
	return userPayload(r.Directory.UserReactivate(ctx, keyOf(userPrefix, id), input.ExpectedVersion.Value()))
}

func (r *mutationResolver) UserDelete(ctx context.Context, id string, input model.UserDeleteInput) (*model.UserDeletePayload, error) {
	return userDeletePayload(id, r.Directory.UserDelete(ctx, keyOf(userPrefix, id), deletion(input)))
}

func (r *queryResolver) User(ctx context.Context, id *string, by *model.UserBy) (*db.User, error) {
	return r.userBy(ctx, id, by)
}

func (r *queryResolver) UserByExternalID(ctx context.Context, organizationID string, externalID string) (*db.User, error) {
	return r.userByExternalID(ctx, organizationID, externalID)
}

func (r *queryResolver) Users(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.UserWhereInput, orderBy []*model.UserOrder) (*model.UserConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.userList(ctx, args, search, where, orderBy)
}

func (r *queryResolver) UserStats(ctx context.Context, search *string, where *model.UserWhereInput) (*model.UserStats, error) {
	return r.userStats(ctx, search, where)
}

func (r *userResolver) Initials(ctx context.Context, obj *db.User) (string, error) {
	return initials(obj.DisplayName, obj.Email), nil
}

func (r *userResolver) Roles(ctx context.Context, obj *db.User) ([]*db.Role, error) {
	return r.rolesOf(ctx, obj)
}

func (r *userResolver) Grants(ctx context.Context, obj *db.User) ([]*db.RoleAssignment, error) {
	return r.grantsOf(ctx, obj)
}

func (r *userResolver) Organization(ctx context.Context, obj *db.User) (*db.Organization, error) {
	target := always(func(u *db.User) uuid.UUID { return u.OrganizationID })
	return toOne(ctx, obj, obj.Siblings, "organization", target, organizations.selected(ctx), r.organizationsNamed)
}

func (r *userResolver) PrimaryTenant(ctx context.Context, obj *db.User) (string, error) {
	return schema.GlobalID(organizationPrefix, obj.OrganizationID), nil
}

func (r *userResolver) PendingEmail(ctx context.Context, obj *db.User) (*string, error) {
	return r.pendingEmail(ctx, obj)
}

func (r *userResolver) TwoFactorEnabled(ctx context.Context, obj *db.User) (bool, error) {
	return obj.TwoFactorAt != nil, nil
}

func (r *userResolver) Memberships(ctx context.Context, obj *db.User) ([]*db.Membership, error) {
	return r.membershipsOf(ctx, obj)
}

func (r *userResolver) Suspension(ctx context.Context, obj *db.User) (*model.UserSuspension, error) {
	return suspensionOf(obj), nil
}

func (r *userResolver) ViewerActions(ctx context.Context, obj *db.User) ([]authz.UserAction, error) {
	return r.userActions(ctx, obj)
}

func (r *userResolver) Invitation(ctx context.Context, obj *db.User) (*db.Invitation, error) {
	return r.invitationOf(ctx, obj)
}

func (r *userSuspensionResolver) SuspendedBy(ctx context.Context, obj *model.UserSuspension) (*db.User, error) {
	if obj.By == nil || obj.Of == nil {
		return nil, nil
	}
	target := func(u *db.User) *uuid.UUID { return u.SuspendedBy }
	return toOne(ctx, obj.Of, obj.Of.Siblings, "suspendedBy", target, users.selected(ctx), r.visibleUsers)
}

func (r *Resolver) User() generated.UserResolver { return &userResolver{r} }

func (r *Resolver) UserSuspension() generated.UserSuspensionResolver {
	return &userSuspensionResolver{r}
}

type (
	userResolver           struct{ *Resolver }
	userSuspensionResolver struct{ *Resolver }
)
