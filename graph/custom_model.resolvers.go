package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *customModelResolver) Description(ctx context.Context, obj *db.CustomModel) (*string, error) {
	panic(fmt.Errorf("not implemented: Description - description"))
}

func (r *customModelResolver) BaseModel(ctx context.Context, obj *db.CustomModel) (*string, error) {
	panic(fmt.Errorf("not implemented: BaseModel - baseModel"))
}

func (r *customModelResolver) Organization(ctx context.Context, obj *db.CustomModel) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *customModelResolver) ViewerActions(ctx context.Context, obj *db.CustomModel) ([]model.CustomModelAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *mutationResolver) CustomModelCreate(ctx context.Context, input model.CustomModelCreateInput) (*model.CustomModelPayload, error) {
	panic(fmt.Errorf("not implemented: CustomModelCreate - customModelCreate"))
}

func (r *mutationResolver) CustomModelUpdate(ctx context.Context, id string, input model.CustomModelUpdateInput) (*model.CustomModelPayload, error) {
	panic(fmt.Errorf("not implemented: CustomModelUpdate - customModelUpdate"))
}

func (r *mutationResolver) CustomModelActivate(ctx context.Context, id string, expectedVersion *int) (*model.CustomModelPayload, error) {
	panic(fmt.Errorf("not implemented: CustomModelActivate - customModelActivate"))
}

func (r *mutationResolver) CustomModelRetire(ctx context.Context, id string, expectedVersion *int) (*model.CustomModelPayload, error) {
	panic(fmt.Errorf("not implemented: CustomModelRetire - customModelRetire"))
}

func (r *mutationResolver) CustomModelDelete(ctx context.Context, id string) (*model.CustomModelDeletePayload, error) {
	panic(fmt.Errorf("not implemented: CustomModelDelete - customModelDelete"))
}

func (r *queryResolver) CustomModel(ctx context.Context, id string) (*db.CustomModel, error) {
	panic(fmt.Errorf("not implemented: CustomModel - customModel"))
}

func (r *queryResolver) CustomModels(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.CustomModelWhereInput, orderBy []*model.CustomModelOrder) (*model.CustomModelConnection, error) {
	panic(fmt.Errorf("not implemented: CustomModels - customModels"))
}

func (r *Resolver) CustomModel() generated.CustomModelResolver { return &customModelResolver{r} }

type customModelResolver struct{ *Resolver }
