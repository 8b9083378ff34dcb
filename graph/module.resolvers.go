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

func (r *viewerResolver) Modules(ctx context.Context, obj *model.Viewer, organizationID *string) ([]*model.Module, error) {
	return r.modulesOpen(ctx, organizationID)
}
