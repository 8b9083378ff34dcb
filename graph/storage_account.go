package graph

import (
	"context"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
	"tenantry/internal/resource"
)

// storageAccounts says how storage accounts are read.
var storageAccounts = entity[db.StorageAccount]{
	name:     "storage accounts",
	types:    []string{"StorageAccount", "Node"},
	key:      func(a *db.StorageAccount) uuid.UUID { return a.ID },
	siblings: func(a *db.StorageAccount) *[]*db.StorageAccount { return &a.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id"},
	columns: map[string][]string{
		"id": {}, "organization": {}, "viewerActions": {},
		"version": {"version"}, "name": {"name"}, "region": {"region"}, "quotaBytes": {"quota_bytes"}, "usedBytes": {"used_bytes"},
		"usedPercent": {"quota_bytes", "used_bytes"}, "measuredAt": {"measured_at"}, "createdAt": {"created_at"}, "updatedAt": {"updated_at"},
	},
}

// storageAccountTerms are the sort keys of storage accounts.
var storageAccountTerms = map[model.StorageAccountOrderField]connection.Term[db.StorageAccount]{
	model.StorageAccountOrderFieldName:       {Column: "sort_name", Kind: connection.Text, Value: func(a *db.StorageAccount) any { return a.SortName }},
	model.StorageAccountOrderFieldCreatedAt:  {Column: "created_at", Kind: connection.Time, Value: func(a *db.StorageAccount) any { return a.CreatedAt }},
	model.StorageAccountOrderFieldUsedBytes:  {Column: "used_bytes", Kind: connection.Int, Value: func(a *db.StorageAccount) any { return a.UsedBytes }},
	model.StorageAccountOrderFieldQuotaBytes: {Column: "quota_bytes", Kind: connection.Int, Value: func(a *db.StorageAccount) any { return a.QuotaBytes }},
}

func (r *Resolver) storageAccountList(
	ctx context.Context, args connection.Args, search *string, where *model.StorageAccountWhereInput, by []*model.StorageAccountOrder,
) (*model.StorageAccountConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	text, err := searched("sort_name", search)
	if err != nil {
		return nil, err
	}
	p := newPlace()
	cond := storageAccountConditions(p, where)
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(storageAccounts, storageAccountTerms, by)
	if err != nil {
		return nil, err
	}
	rows := connection.And(r.ownedBy(v, authz.StorageAccountRead), text, cond)
	l, err := fetch(ctx, storageAccounts, r.client().StorageAccount.Query(), args, rows, order)
	if err != nil {
		return nil, err
	}
	return &model.StorageAccountConnection{
		Edges: edges(l, func(a *db.StorageAccount, cursor string) *model.StorageAccountEdge {
			return &model.StorageAccountEdge{Node: a, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

func storageAccountConditions(p place, w *model.StorageAccountWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	and := []connection.Filter{
		logic(p, w.And, w.Or, w.Not, storageAccountConditions),
		p.ids("id", "id", storageAccountPrefix, w.ID.Value()),
		p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
		p.text("name", "sort_name", w.Name.Value(), directory.Fold),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
	}
	if f := w.Region.Value(); f != nil {
		and = append(and, enum(p, "region", "region", f.In, f.NotIn))
	}
	return connection.And(and...)
}

// visibleStorageAccounts reads the storage accounts among ids that the viewer
// may see.
func (r *Resolver) visibleStorageAccounts(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.StorageAccount, error) {
	v := authz.FromContext(ctx)
	reach := r.Authorizer.Reach(v, authz.StorageAccountRead)
	return byID(ctx, storageAccounts, r.client().StorageAccount.Query(), ids, cols, func(a *db.StorageAccount) bool {
		return reach.Covers(v, a.OrganizationID, a.AccountID)
	})
}

func (r *Resolver) storageAccountActions(ctx context.Context, a *db.StorageAccount) ([]model.StorageAccountAction, error) {
	places, err := placeStates(ctx, r, a, a.Siblings, func(a *db.StorageAccount) (uuid.UUID, uuid.UUID) { return a.OrganizationID, a.AccountID })
	target := authz.OwnedTarget{ID: a.ID, OrganizationID: a.OrganizationID, AccountID: a.AccountID, Closed: places[a.OrganizationID].closed}
	return actionsAs[model.StorageAccountAction](r.Authorizer.StorageAccountActions(authz.FromContext(ctx), target)), err
}

// usedPercent is how full a storage account is, rounded up: what is not empty
// never shows as empty.
func usedPercent(a *db.StorageAccount) int {
	whole, rest := a.UsedBytes/a.QuotaBytes, a.UsedBytes%a.QuotaBytes
	percent := whole * 100
	if rest > 0 { // a quota is at most 2^50, so nothing overflows
		percent += (rest*100 + a.QuotaBytes - 1) / a.QuotaBytes
	}
	return int(min(percent, 1<<31-1))
}

func newStorageAccount(in model.StorageAccountCreateInput) resource.NewStorage {
	return resource.NewStorage{
		OrganizationID: keyOf(organizationPrefix, in.OrganizationID), Name: in.Name, Region: in.Region,
		QuotaBytes: in.QuotaBytes, IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func storageAccountPatch(in model.StorageAccountUpdateInput) resource.StoragePatch {
	return resource.StoragePatch{ExpectedVersion: in.ExpectedVersion.Value(), Name: named(in.Name), QuotaBytes: in.QuotaBytes.Value()}
}

func storageAccountPayload(a *db.StorageAccount, err error) (*model.StorageAccountPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.StorageAccountPayload{StorageAccount: a, Errors: errs}, nil
}

func storageAccountDeletePayload(id string, err error) (*model.StorageAccountDeletePayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.StorageAccountDeletePayload{Errors: errs}, err)
	}
	return &model.StorageAccountDeletePayload{DeletedID: &id, Errors: errs}, nil
}
