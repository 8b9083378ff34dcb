package graph

import (
	"context"
	"fmt"
	"tenantry/graph/model"
)

func (r *mutationResolver) UsersBulkChange(ctx context.Context, input model.UsersBulkChangeInput) (*model.UsersBulkPayload, error) {
	panic(fmt.Errorf("not implemented: UsersBulkChange - usersBulkChange"))
}
