package graph

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"tenantry/graph/model"
)

// modulesOpen are the modules that are open to the viewer at an organization,
// without one at his own. What he cannot see opens nothing.
func (r *Resolver) modulesOpen(ctx context.Context, id *string) ([]*model.Module, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	chain := []uuid.UUID{v.OrganizationID, v.AccountID, v.RootID}
	if id != nil {
		key := keyOf(organizationPrefix, *id)
		found, err := r.visibleOrganizations(ctx, []uuid.UUID{key}, organizations.base)
		if err != nil || found[key] == nil {
			return []*model.Module{}, err
		}
		chain = []uuid.UUID{key, found[key].AccountID, v.RootID}
	}
	return slices.DeleteFunc(moduleCatalogue(), func(m *model.Module) bool {
		return !r.Authorizer.ModuleOpen(v, m.Key, chain...)
	}), nil
}
