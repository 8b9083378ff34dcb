package graph

import (
	"context"
	"tenantry/graph/model"
)

func (r *mutationResolver) UsersBulkChange(ctx context.Context, input model.UsersBulkChangeInput) (*model.UsersBulkPayload, error) {
	return r.usersBulkChange(ctx, input)
}
