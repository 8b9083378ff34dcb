package graph

import (
	"context"

	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/fault"
)

// userBy reads one user, named by his id or in another way.
func (r *Resolver) userBy(ctx context.Context, id *string, by *model.UserBy) (*db.User, error) {
	if (id == nil) == (by == nil) {
		return nil, fault.Input([]string{"by"}, "exactly one of id and by is needed")
	}
	if id != nil {
		return one(ctx, users, userPrefix, *id, r.visibleUsers)
	}
	return nil, fault.Input([]string{"by"}, "this way to name a user is not known")
}
