package graph

import (
	"context"
	"fmt"
	"tenantry/graph/model"
)

func (r *queryResolver) Modules(ctx context.Context) ([]*model.Module, error) {
	if _, err := signedIn(ctx); err != nil {
		return nil, err
	}
	return moduleCatalogue(), nil
}

func (r *viewerResolver) Modules(ctx context.Context, obj *model.Viewer, organizationID *string) ([]*model.Module, error) {
	panic(fmt.Errorf("not implemented: Modules - modules"))
}
