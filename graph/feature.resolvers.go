package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/model"
)

func (r *mutationResolver) OrganizationFeaturesUpdate(ctx context.Context, id string, input model.OrganizationFeaturesUpdateInput) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationFeaturesUpdate - organizationFeaturesUpdate"))
}

func (r *mutationResolver) ResellerFeaturesUpdate(ctx context.Context, input model.ResellerFeaturesUpdateInput) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: ResellerFeaturesUpdate - resellerFeaturesUpdate"))
}

func (r *organizationResolver) Features(ctx context.Context, obj *db.Organization) ([]*model.OrganizationFeature, error) {
	panic(fmt.Errorf("not implemented: Features - features"))
}

func (r *queryResolver) Features(ctx context.Context) ([]*model.Feature, error) {
	panic(fmt.Errorf("not implemented: Features - features"))
}

func (r *viewerResolver) Features(ctx context.Context, obj *model.Viewer) ([]*model.Feature, error) {
	panic(fmt.Errorf("not implemented: Features - features"))
}
