package graph

import (
	"context"
	"fmt"
	"tenantry/graph/model"
)

func (r *mutationResolver) ExportCreate(ctx context.Context, input model.ExportCreateInput) (*model.JobPayload, error) {
	panic(fmt.Errorf("not implemented: ExportCreate - exportCreate"))
}
