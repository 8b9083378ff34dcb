package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/graph/model"
)

func (r *mutationResolver) OrganizationFeaturesUpdate(ctx context.Context, id string, input model.OrganizationFeaturesUpdateInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Commerce.OrganizationFeaturesUpdate(ctx, keyOf(organizationPrefix, id), organizationFeatures(input)))
}

func (r *mutationResolver) ResellerFeaturesUpdate(ctx context.Context, input model.ResellerFeaturesUpdateInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Commerce.ResellerFeaturesUpdate(ctx, resellerFeatures(input)))
}

func (r *organizationResolver) Features(ctx context.Context, obj *db.Organization) ([]*model.OrganizationFeature, error) {
	return r.featuresOf(ctx, obj)
}

func (r *queryResolver) Features(ctx context.Context) ([]*model.Feature, error) {
	if _, err := signedIn(ctx); err != nil {
		return nil, err
	}
	return featureCatalogue(func(string) bool { return true }), nil
}

func (r *viewerResolver) Features(ctx context.Context, obj *model.Viewer) ([]*model.Feature, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	return featureCatalogue(v.ShowsFeature), nil
}
