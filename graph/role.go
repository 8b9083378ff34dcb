package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/role"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// roles says how roles are read.
var roles = entity[db.Role]{
	name:     "roles",
	types:    []string{"Role", "Node"},
	key:      func(o *db.Role) uuid.UUID { return o.ID },
	siblings: func(o *db.Role) *[]*db.Role { return &o.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "key", "name", "description", "family", "system", "version", "two_factor_required"},
}

// rolesByName is the one order of roles.
var rolesByName = connection.MustOrder(roles.id(), connection.Term[db.Role]{
	Column: "name", Kind: connection.Text, Value: func(o *db.Role) any { return o.Name },
})

// roleReaders are the permissions of which one shows the custom roles of an
// organization.
func roleReaders() []authz.Permission {
	return []authz.Permission{
		authz.RoleRead, authz.ResellerUserAssignRole, authz.ResellerUserInvite, authz.TenantUserAssignRole, authz.InvitationCreate,
	}
}

// visibleRoles reads the roles among ids that exist for the viewer.
func (r *Resolver) visibleRoles(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.Role, error) {
	v := authz.FromContext(ctx)
	reach := r.Authorizer.Reach(v, roleReaders()...)
	return byID(ctx, roles, r.client().Role.Query(), ids, roles.base, func(o *db.Role) bool {
		return o.System || reach.Covers(v, o.OrganizationID, o.AccountID)
	})
}

// permissionsOf is what a role gives on its own: by the policy when it is
// built in, by its rows when it is custom. Whoever sees a role sees what it
// gives, also when a user of his holds it from the reseller.
func (r *Resolver) permissionsOf(ctx context.Context, o *db.Role) ([]authz.Permission, error) {
	if o.System {
		return r.Authorizer.Policy().Allowed(o.Key).List(), nil
	}
	return toMany(ctx, o, o.Siblings, "permissions", roles.key, func(ids []uuid.UUID) (map[uuid.UUID][]authz.Permission, error) {
		ctx, err := ofReseller(ctx)
		if err != nil {
			return nil, err
		}
		rows, err := r.client().RolePermission.Query().Where(among("role_id", ids)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read permissions of roles: %w", err)
		}
		sets := map[uuid.UUID]authz.Set{}
		for _, row := range rows {
			if p, err := authz.ParseName(row.Permission); err == nil { // one that is no more allows nothing
				sets[row.RoleID] = sets[row.RoleID].With(p)
			}
		}
		permissions := make(map[uuid.UUID][]authz.Permission, len(sets))
		for id, set := range sets {
			permissions[id] = set.List()
		}
		return permissions, nil
	})
}

// permissionMatrix is what the policy says about each built-in role.
func (r *Resolver) permissionMatrix() ([]*model.RolePermissions, error) {
	matrix, err := r.Authorizer.Policy().Matrix()
	if err != nil {
		return nil, fmt.Errorf("read permission matrix: %w", err)
	}
	rows := make([]*model.RolePermissions, 0, len(matrix))
	for _, m := range matrix {
		rows = append(rows, &model.RolePermissions{
			RoleKey: m.Role.Key, Name: m.Role.UIName, Family: role.Family(m.Role.Family),
			Allowed: m.Allowed.List(), Denied: m.Denied.List(),
		})
	}
	return rows, nil
}

// builtIns are the rows of the built-in roles, as read under one version of
// the policy.
type builtIns struct {
	under *authz.Policy
	byKey map[string]*db.Role
}

// builtIn are the rows of the roles that come with the product, by key. A
// process reads them once for each reseller and version of the policy, which is
// another one after each change of a role; as long as some are missing it reads
// again.
func (r *Resolver) builtIn(ctx context.Context) (map[string]*db.Role, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	under := r.Authorizer.Policy()
	if known, ok := r.systemRoles.Load(v.ResellerID); ok && known.(builtIns).under == under {
		return known.(builtIns).byKey, nil
	}
	rows, err := r.client().Role.Query().Where(role.System(true)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read built-in roles: %w", err)
	}
	byKey := make(map[string]*db.Role, len(rows))
	for _, row := range rows {
		byKey[row.Key] = row
	}
	complete := !slices.ContainsFunc(authz.SystemRoles(), func(s authz.Role) bool { return byKey[s.Key] == nil })
	if complete {
		r.systemRoles.Store(v.ResellerID, builtIns{under, byKey})
	}
	return byKey, nil
}
