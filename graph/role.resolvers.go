package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/role"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

func (r *mutationResolver) RoleCreate(ctx context.Context, input model.RoleCreateInput) (*model.RolePayload, error) {
	panic(fmt.Errorf("not implemented: RoleCreate - roleCreate"))
}

func (r *mutationResolver) RoleUpdate(ctx context.Context, id string, input model.RoleUpdateInput) (*model.RolePayload, error) {
	panic(fmt.Errorf("not implemented: RoleUpdate - roleUpdate"))
}

func (r *mutationResolver) RoleDelete(ctx context.Context, id string, input model.RoleDeleteInput) (*model.RoleDeletePayload, error) {
	panic(fmt.Errorf("not implemented: RoleDelete - roleDelete"))
}

func (r *mutationResolver) RoleTwoFactorSet(ctx context.Context, id string, required bool) (*model.RolePayload, error) {
	panic(fmt.Errorf("not implemented: RoleTwoFactorSet - roleTwoFactorSet"))
}

func (r *queryResolver) Roles(ctx context.Context, first *int, after *string, last *int, before *string, family []role.Family, search *string, organizationID *string, grantable bool) (*model.RoleConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before}
	return r.roleList(ctx, args, family)
}

func (r *queryResolver) PermissionMatrix(ctx context.Context) ([]*model.RolePermissions, error) {
	return r.permissionMatrix()
}

func (r *roleResolver) Permissions(ctx context.Context, obj *db.Role) ([]authz.Permission, error) {
	return r.permissionsOf(ctx, obj)
}

func (r *roleResolver) Organization(ctx context.Context, obj *db.Role) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *roleResolver) UserCount(ctx context.Context, obj *db.Role) (*int, error) {
	panic(fmt.Errorf("not implemented: UserCount - userCount"))
}

func (r *roleResolver) ViewerActions(ctx context.Context, obj *db.Role) ([]authz.RoleAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *Resolver) Role() generated.RoleResolver { return &roleResolver{r} }

type roleResolver struct{ *Resolver }
