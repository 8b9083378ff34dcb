package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"

	"github.com/google/uuid"
)

func (r *mutationResolver) StorageAccountCreate(ctx context.Context, input model.StorageAccountCreateInput) (*model.StorageAccountPayload, error) {
	return storageAccountPayload(r.Resources.StorageCreate(ctx, newStorageAccount(input)))
}

func (r *mutationResolver) StorageAccountUpdate(ctx context.Context, id string, input model.StorageAccountUpdateInput) (*model.StorageAccountPayload, error) {
	return storageAccountPayload(r.Resources.StorageUpdate(ctx, keyOf(storageAccountPrefix, id), storageAccountPatch(input)))
}

func (r *mutationResolver) StorageAccountDelete(ctx context.Context, id string, confirmName string) (*model.StorageAccountDeletePayload, error) {
	return storageAccountDeletePayload(id, r.Resources.StorageDelete(ctx, keyOf(storageAccountPrefix, id), confirmName))
}

func (r *mutationResolver) StorageAccountUsageSet(ctx context.Context, id string, usedBytes int64) (*model.StorageAccountPayload, error) {
	return storageAccountPayload(r.Resources.StorageUsageSet(ctx, keyOf(storageAccountPrefix, id), usedBytes))
}

func (r *queryResolver) StorageAccount(ctx context.Context, id string) (*db.StorageAccount, error) {
	return one(ctx, storageAccounts, storageAccountPrefix, id, r.visibleStorageAccounts)
}

func (r *queryResolver) StorageAccounts(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.StorageAccountWhereInput, orderBy []*model.StorageAccountOrder) (*model.StorageAccountConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.storageAccountList(ctx, args, search, where, orderBy)
}

func (r *storageAccountResolver) UsedPercent(ctx context.Context, obj *db.StorageAccount) (int, error) {
	return usedPercent(obj), nil
}

func (r *storageAccountResolver) Organization(ctx context.Context, obj *db.StorageAccount) (*db.Organization, error) {
	return ownerOf(ctx, r.Resolver, obj, obj.Siblings, func(a *db.StorageAccount) uuid.UUID { return a.OrganizationID })
}

func (r *storageAccountResolver) ViewerActions(ctx context.Context, obj *db.StorageAccount) ([]model.StorageAccountAction, error) {
	return r.storageAccountActions(ctx, obj)
}

func (r *Resolver) StorageAccount() generated.StorageAccountResolver {
	return &storageAccountResolver{r}
}

type storageAccountResolver struct{ *Resolver }
