package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/role"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *queryResolver) Roles(ctx context.Context, first *int, after *string, last *int, before *string, family []role.Family) (*model.RoleConnection, error) {
	panic(fmt.Errorf("not implemented: Roles - roles"))
}

func (r *queryResolver) PermissionMatrix(ctx context.Context) ([]*model.RolePermissions, error) {
	panic(fmt.Errorf("not implemented: PermissionMatrix - permissionMatrix"))
}

func (r *roleResolver) Permissions(ctx context.Context, obj *db.Role) ([]authz.Permission, error) {
	panic(fmt.Errorf("not implemented: Permissions - permissions"))
}

func (r *Resolver) Role() generated.RoleResolver { return &roleResolver{r} }

type roleResolver struct{ *Resolver }
