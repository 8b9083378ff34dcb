package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *membershipResolver) Organization(ctx context.Context, obj *db.Membership) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *membershipResolver) Modules(ctx context.Context, obj *db.Membership) ([]string, error) {
	panic(fmt.Errorf("not implemented: Modules - modules"))
}

func (r *membershipResolver) SubAccounts(ctx context.Context, obj *db.Membership) ([]*db.Organization, error) {
	panic(fmt.Errorf("not implemented: SubAccounts - subAccounts"))
}

func (r *mutationResolver) UserUpdate(ctx context.Context, id string, input model.UserUpdateInput) (*model.UserPayload, error) {
	panic(fmt.Errorf("not implemented: UserUpdate - userUpdate"))
}

func (r *mutationResolver) UserSuspend(ctx context.Context, id string, input model.UserSuspendInput) (*model.UserPayload, error) {
	panic(fmt.Errorf("not implemented: UserSuspend - userSuspend"))
}

func (r *mutationResolver) UserReactivate(ctx context.Context, id string, input model.UserReactivateInput) (*model.UserPayload, error) {
	panic(fmt.Errorf("not implemented: UserReactivate - userReactivate"))
}

func (r *mutationResolver) UserDelete(ctx context.Context, id string, input model.UserDeleteInput) (*model.UserDeletePayload, error) {
	panic(fmt.Errorf("not implemented: UserDelete - userDelete"))
}

func (r *queryResolver) User(ctx context.Context, id string) (*db.User, error) {
	panic(fmt.Errorf("not implemented: User - user"))
}

func (r *queryResolver) Users(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.UserWhereInput, orderBy []*model.UserOrder) (*model.UserConnection, error) {
	panic(fmt.Errorf("not implemented: Users - users"))
}

func (r *queryResolver) UserStats(ctx context.Context, search *string, where *model.UserWhereInput) (*model.UserStats, error) {
	panic(fmt.Errorf("not implemented: UserStats - userStats"))
}

func (r *userResolver) Initials(ctx context.Context, obj *db.User) (string, error) {
	panic(fmt.Errorf("not implemented: Initials - initials"))
}

func (r *userResolver) Roles(ctx context.Context, obj *db.User) ([]*db.Role, error) {
	panic(fmt.Errorf("not implemented: Roles - roles"))
}

func (r *userResolver) Organization(ctx context.Context, obj *db.User) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *userResolver) Memberships(ctx context.Context, obj *db.User) ([]*db.Membership, error) {
	panic(fmt.Errorf("not implemented: Memberships - memberships"))
}

func (r *userResolver) Suspension(ctx context.Context, obj *db.User) (*model.UserSuspension, error) {
	panic(fmt.Errorf("not implemented: Suspension - suspension"))
}

func (r *userResolver) ViewerActions(ctx context.Context, obj *db.User) ([]authz.UserAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *userResolver) Invitation(ctx context.Context, obj *db.User) (*db.Invitation, error) {
	panic(fmt.Errorf("not implemented: Invitation - invitation"))
}

func (r *userSuspensionResolver) SuspendedBy(ctx context.Context, obj *model.UserSuspension) (*db.User, error) {
	panic(fmt.Errorf("not implemented: SuspendedBy - suspendedBy"))
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
