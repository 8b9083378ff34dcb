package graph

import (
	"context"
	"fmt"
	"tenantry/graph/model"
)

func (r *queryResolver) Modules(ctx context.Context) ([]*model.Module, error) {
	panic(fmt.Errorf("not implemented: Modules - modules"))
}
