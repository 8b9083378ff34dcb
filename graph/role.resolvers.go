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

func (r *mutationResolver) RoleCreate(ctx context.Context, input model.RoleCreateInput) (*model.RolePayload, error) {
	return rolePayload(r.Directory.RoleCreate(ctx, newRole(input)))
}

func (r *mutationResolver) RoleUpdate(ctx context.Context, id string, input model.RoleUpdateInput) (*model.RolePayload, error) {
	return rolePayload(r.Directory.RoleUpdate(ctx, keyOf(rolePrefix, id), rolePatch(input)))
}

func (r *mutationResolver) RoleDelete(ctx context.Context, id string, input model.RoleDeleteInput) (*model.RoleDeletePayload, error) {
	return roleDeletePayload(id, r.Directory.RoleDelete(ctx, keyOf(rolePrefix, id), input.ExpectedVersion.Value(), input.Unassign))
}

func (r *mutationResolver) RoleTwoFactorSet(ctx context.Context, id string, required bool) (*model.RolePayload, error) {
	return rolePayload(r.Directory.RoleTwoFactorSet(ctx, keyOf(rolePrefix, id), required))
}

func (r *queryResolver) Roles(ctx context.Context, first *int, after *string, last *int, before *string, family []role.Family, search *string, organizationID *string, grantable bool) (*model.RoleConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before}
	return r.roleList(ctx, args, roleFilter{family, search, organizationID, grantable})
}

func (r *queryResolver) PermissionMatrix(ctx context.Context) ([]*model.RolePermissions, error) {
	return r.permissionMatrix()
}

func (r *roleResolver) Permissions(ctx context.Context, obj *db.Role) ([]authz.Permission, error) {
	return r.permissionsOf(ctx, obj)
}

func (r *roleResolver) Organization(ctx context.Context, obj *db.Role) (*db.Organization, error) {
	return r.roleOwner(ctx, obj)
}

func (r *roleResolver) UserCount(ctx context.Context, obj *db.Role) (*int, error) {
	return r.userCountOf(ctx, obj)
}

func (r *roleResolver) ViewerActions(ctx context.Context, obj *db.Role) ([]authz.RoleAction, error) {
	return r.roleActions(ctx, obj)
}

func (r *Resolver) Role() generated.RoleResolver { return &roleResolver{r} }

type roleResolver struct{ *Resolver }
