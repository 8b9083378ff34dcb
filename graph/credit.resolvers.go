package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/commerce"
	"tenantry/internal/connection"
	"tenantry/internal/export"

	"github.com/google/uuid"
)

func (r *creditEntryResolver) TransactionID(ctx context.Context, obj *db.CreditEntry) (string, error) {
	return transactionID(obj), nil
}

func (r *creditEntryResolver) Organization(ctx context.Context, obj *db.CreditEntry) (*db.Organization, error) {
	target := always(func(e *db.CreditEntry) uuid.UUID { return e.OrganizationID })
	return toOne(ctx, obj, obj.Siblings, "organization", target, organizations.selected(ctx), r.organizationsNamed)
}

func (r *creditEntryResolver) Counterpart(ctx context.Context, obj *db.CreditEntry) (*db.Organization, error) {
	target := func(e *db.CreditEntry) *uuid.UUID { return e.CounterpartID }
	return toOne(ctx, obj, obj.Siblings, "counterpart", target, organizations.selected(ctx), r.visibleOrganizations)
}

func (r *creditEntryResolver) UsedBy(ctx context.Context, obj *db.CreditEntry) (*db.Organization, error) {
	target := func(e *db.CreditEntry) *uuid.UUID { return e.UsedByID }
	return toOne(ctx, obj, obj.Siblings, "usedBy", target, organizations.selected(ctx), r.visibleOrganizations)
}

func (r *creditEntryResolver) Actor(ctx context.Context, obj *db.CreditEntry) (*db.User, error) {
	target := func(e *db.CreditEntry) *uuid.UUID { return e.ActorID }
	return toOne(ctx, obj, obj.Siblings, "actor", target, users.selected(ctx), r.visibleUsers)
}

func (r *creditEntryResolver) ReversedBy(ctx context.Context, obj *db.CreditEntry) (*db.CreditEntry, error) {
	return r.reversal(ctx, obj)
}

func (r *creditEntryResolver) ViewerActions(ctx context.Context, obj *db.CreditEntry) ([]model.CreditEntryAction, error) {
	return r.creditEntryActions(ctx, obj)
}

func (r *mutationResolver) CreditTopUp(ctx context.Context, input model.CreditTopUpInput) (*model.CreditPayload, error) {
	return creditPayload(r.Commerce.CreditTopUp(ctx, commerce.TopUp{
		Amount: input.Amount, Reference: input.Reference.Value(), IdempotencyKey: input.IdempotencyKey.Value(),
	}))
}

func (r *mutationResolver) CreditAllocate(ctx context.Context, input model.CreditAllocateInput) (*model.CreditPayload, error) {
	return creditPayload(r.Commerce.CreditAllocate(ctx, commerce.Allocation{
		OrganizationID: keyOf(organizationPrefix, input.OrganizationID), Amount: input.Amount,
		Reference: input.Reference.Value(), IdempotencyKey: input.IdempotencyKey.Value(),
	}))
}

func (r *mutationResolver) CreditAdjust(ctx context.Context, input model.CreditAdjustInput) (*model.CreditPayload, error) {
	return creditPayload(r.Commerce.CreditAdjust(ctx, commerce.Adjustment{
		OrganizationID: keyOf(organizationPrefix, input.OrganizationID), Amount: input.Amount, Reason: input.Reason,
		Reference: input.Reference.Value(), IdempotencyKey: input.IdempotencyKey.Value(),
	}))
}

func (r *mutationResolver) CreditUsageRecord(ctx context.Context, input model.CreditUsageRecordInput) (*model.CreditUsagePayload, error) {
	return creditUsagePayload(r.Commerce.CreditUsageRecord(ctx, creditUsage(input)))
}

func (r *mutationResolver) CreditReverse(ctx context.Context, id string, input model.CreditReverseInput) (*model.CreditPayload, error) {
	return creditPayload(r.Commerce.CreditReverse(ctx, commerce.Reversal{
		EntryID: keyOf(creditEntryPrefix, id), Reason: input.Reason, IdempotencyKey: input.IdempotencyKey.Value(),
	}))
}

func (r *mutationResolver) CreditLowMarkSet(ctx context.Context, id string, input model.CreditLowMarkSetInput) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Commerce.CreditLowMarkSet(ctx, keyOf(organizationPrefix, id), input.Mark.Value(), input.ExpectedVersion.Value()))
}

func (r *mutationResolver) CreditStatementExport(ctx context.Context, input model.CreditStatementExportInput) (*model.JobPayload, error) {
	list, err := creditStatement(input)
	if err != nil {
		return nil, err
	}
	return jobPayload(r.Commerce.CreditStatementExport(ctx, commerce.Statement{
		OrganizationID: keyOf(organizationPrefix, input.OrganizationID), List: list,
		Format: export.Format(input.Format), IdempotencyKey: input.IdempotencyKey.Value(),
	}))
}

func (r *organizationResolver) CreditBalance(ctx context.Context, obj *db.Organization) (*int64, error) {
	return ownCredits(obj, &obj.CreditBalance), nil
}

func (r *organizationResolver) CreditLowMark(ctx context.Context, obj *db.Organization) (*int64, error) {
	return ownCredits(obj, obj.CreditLowMark), nil
}

func (r *organizationResolver) CreditEntries(ctx context.Context, obj *db.Organization, first *int, after *string, last *int, before *string, where *model.CreditEntryWhereInput) (*model.CreditEntryConnection, error) {
	return r.creditEntryList(ctx, obj, connection.Args{First: first, After: after, Last: last, Before: before}, where)
}

func (r *Resolver) CreditEntry() generated.CreditEntryResolver { return &creditEntryResolver{r} }

type creditEntryResolver struct{ *Resolver }
