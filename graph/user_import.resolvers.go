package graph

import (
	"context"
	"tenantry/graph/model"
)

func (r *mutationResolver) UsersImport(ctx context.Context, input model.UsersImportInput) (*model.UsersImportPayload, error) {
	return r.usersImport(ctx, input)
}
