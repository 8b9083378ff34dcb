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

func (r *membershipResolver) Organization(ctx context.Context, obj *db.Membership) (*db.Organization, error) {
	target := always(func(m *db.Membership) uuid.UUID { return m.OrganizationID })
	return toOne(ctx, obj, obj.Siblings, "organization", target, organizations.selected(ctx), r.organizationsNamed)
}

func (r *membershipResolver) Modules(ctx context.Context, obj *db.Membership) ([]string, error) {
	return r.modulesOf(ctx, obj)
}

func (r *membershipResolver) SubAccounts(ctx context.Context, obj *db.Membership) ([]*db.Organization, error) {
	return r.subAccountsOf(ctx, obj)
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

func (r *queryResolver) User(ctx context.Context, id string) (*db.User, error) {
	return one(ctx, users, userPrefix, id, r.visibleUsers)
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

func (r *userResolver) Organization(ctx context.Context, obj *db.User) (*db.Organization, error) {
	target := always(func(u *db.User) uuid.UUID { return u.OrganizationID })
	return toOne(ctx, obj, obj.Siblings, "organization", target, organizations.selected(ctx), r.organizationsNamed)
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

func (r *Resolver) Membership() generated.MembershipResolver { return &membershipResolver{r} }

func (r *Resolver) User() generated.UserResolver { return &userResolver{r} }

func (r *Resolver) UserSuspension() generated.UserSuspensionResolver {
	return &userSuspensionResolver{r}
}

type (
	membershipResolver     struct{ *Resolver }
	userResolver           struct{ *Resolver }
	userSuspensionResolver struct{ *Resolver }
)
