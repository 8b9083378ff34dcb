package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/role"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

func (r *queryResolver) Roles(ctx context.Context, first *int, after *string, last *int, before *string, family []role.Family) (*model.RoleConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before}
	return r.roleList(ctx, args, family)
}

func (r *queryResolver) PermissionMatrix(ctx context.Context) ([]*model.RolePermissions, error) {
	return r.permissionMatrix()
}

func (r *roleResolver) Permissions(ctx context.Context, obj *db.Role) ([]authz.Permission, error) {
	return r.permissionsOf(ctx, obj)
}

func (r *Resolver) Role() generated.RoleResolver { return &roleResolver{r} }

type roleResolver struct{ *Resolver }
