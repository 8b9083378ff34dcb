package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"

	"github.com/google/uuid"
)

func (r *customModelResolver) Description(ctx context.Context, obj *db.CustomModel) (*string, error) {
	return orNull(obj.Description), nil
}

func (r *customModelResolver) BaseModel(ctx context.Context, obj *db.CustomModel) (*string, error) {
	return orNull(obj.BaseModel), nil
}

func (r *customModelResolver) Organization(ctx context.Context, obj *db.CustomModel) (*db.Organization, error) {
	return ownerOf(ctx, r.Resolver, obj, obj.Siblings, func(m *db.CustomModel) uuid.UUID { return m.OrganizationID })
}

func (r *customModelResolver) ViewerActions(ctx context.Context, obj *db.CustomModel) ([]model.CustomModelAction, error) {
	return r.customModelActions(ctx, obj)
}

func (r *mutationResolver) CustomModelCreate(ctx context.Context, input model.CustomModelCreateInput) (*model.CustomModelPayload, error) {
	return customModelPayload(r.Resources.ModelCreate(ctx, newCustomModel(input)))
}

func (r *mutationResolver) CustomModelUpdate(ctx context.Context, id string, input model.CustomModelUpdateInput) (*model.CustomModelPayload, error) {
	return customModelPayload(r.Resources.ModelUpdate(ctx, keyOf(customModelPrefix, id), customModelPatch(input)))
}

func (r *mutationResolver) CustomModelActivate(ctx context.Context, id string, expectedVersion *int) (*model.CustomModelPayload, error) {
	return customModelPayload(r.Resources.ModelActivate(ctx, keyOf(customModelPrefix, id), expectedVersion))
}

func (r *mutationResolver) CustomModelRetire(ctx context.Context, id string, expectedVersion *int) (*model.CustomModelPayload, error) {
	return customModelPayload(r.Resources.ModelRetire(ctx, keyOf(customModelPrefix, id), expectedVersion))
}

func (r *mutationResolver) CustomModelDelete(ctx context.Context, id string) (*model.CustomModelDeletePayload, error) {
	return customModelDeletePayload(id, r.Resources.ModelDelete(ctx, keyOf(customModelPrefix, id)))
}

func (r *queryResolver) CustomModel(ctx context.Context, id string) (*db.CustomModel, error) {
	return one(ctx, customModels, customModelPrefix, id, r.visibleCustomModels)
}

func (r *queryResolver) CustomModels(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.CustomModelWhereInput, orderBy []*model.CustomModelOrder) (*model.CustomModelConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.customModelList(ctx, args, search, where, orderBy)
}

func (r *Resolver) CustomModel() generated.CustomModelResolver { return &customModelResolver{r} }

type customModelResolver struct{ *Resolver }
