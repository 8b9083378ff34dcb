package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *mutationResolver) StorageAccountCreate(ctx context.Context, input model.StorageAccountCreateInput) (*model.StorageAccountPayload, error) {
	panic(fmt.Errorf("not implemented: StorageAccountCreate - storageAccountCreate"))
}

func (r *mutationResolver) StorageAccountUpdate(ctx context.Context, id string, input model.StorageAccountUpdateInput) (*model.StorageAccountPayload, error) {
	panic(fmt.Errorf("not implemented: StorageAccountUpdate - storageAccountUpdate"))
}

func (r *mutationResolver) StorageAccountDelete(ctx context.Context, id string, confirmName string) (*model.StorageAccountDeletePayload, error) {
	panic(fmt.Errorf("not implemented: StorageAccountDelete - storageAccountDelete"))
}

func (r *mutationResolver) StorageAccountUsageSet(ctx context.Context, id string, usedBytes int64) (*model.StorageAccountPayload, error) {
	panic(fmt.Errorf("not implemented: StorageAccountUsageSet - storageAccountUsageSet"))
}

func (r *queryResolver) StorageAccount(ctx context.Context, id string) (*db.StorageAccount, error) {
	panic(fmt.Errorf("not implemented: StorageAccount - storageAccount"))
}

func (r *queryResolver) StorageAccounts(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.StorageAccountWhereInput, orderBy []*model.StorageAccountOrder) (*model.StorageAccountConnection, error) {
	panic(fmt.Errorf("not implemented: StorageAccounts - storageAccounts"))
}

func (r *storageAccountResolver) UsedPercent(ctx context.Context, obj *db.StorageAccount) (int, error) {
	panic(fmt.Errorf("not implemented: UsedPercent - usedPercent"))
}

func (r *storageAccountResolver) Organization(ctx context.Context, obj *db.StorageAccount) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *storageAccountResolver) ViewerActions(ctx context.Context, obj *db.StorageAccount) ([]model.StorageAccountAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *Resolver) StorageAccount() generated.StorageAccountResolver {
	return &storageAccountResolver{r}
}

type storageAccountResolver struct{ *Resolver }
