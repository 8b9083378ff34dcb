package graph

import (
	"context"
	"tenantry/graph/model"
)

func (r *queryResolver) Modules(ctx context.Context) ([]*model.Module, error) {
	if _, err := signedIn(ctx); err != nil {
		return nil, err
	}
	return moduleCatalogue(), nil
}
