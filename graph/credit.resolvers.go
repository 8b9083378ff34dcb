package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *creditEntryResolver) TransactionID(ctx context.Context, obj *db.CreditEntry) (string, error) {
	panic(fmt.Errorf("not implemented: TransactionID - transactionId"))
}

func (r *creditEntryResolver) Organization(ctx context.Context, obj *db.CreditEntry) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *creditEntryResolver) Counterpart(ctx context.Context, obj *db.CreditEntry) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Counterpart - counterpart"))
}

func (r *creditEntryResolver) UsedBy(ctx context.Context, obj *db.CreditEntry) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: UsedBy - usedBy"))
}

func (r *creditEntryResolver) Actor(ctx context.Context, obj *db.CreditEntry) (*db.User, error) {
	panic(fmt.Errorf("not implemented: Actor - actor"))
}

func (r *creditEntryResolver) ReversedBy(ctx context.Context, obj *db.CreditEntry) (*db.CreditEntry, error) {
	panic(fmt.Errorf("not implemented: ReversedBy - reversedBy"))
}

func (r *creditEntryResolver) ViewerActions(ctx context.Context, obj *db.CreditEntry) ([]model.CreditEntryAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *mutationResolver) CreditTopUp(ctx context.Context, input model.CreditTopUpInput) (*model.CreditPayload, error) {
	panic(fmt.Errorf("not implemented: CreditTopUp - creditTopUp"))
}

func (r *mutationResolver) CreditAllocate(ctx context.Context, input model.CreditAllocateInput) (*model.CreditPayload, error) {
	panic(fmt.Errorf("not implemented: CreditAllocate - creditAllocate"))
}

func (r *mutationResolver) CreditAdjust(ctx context.Context, input model.CreditAdjustInput) (*model.CreditPayload, error) {
	panic(fmt.Errorf("not implemented: CreditAdjust - creditAdjust"))
}

func (r *mutationResolver) CreditUsageRecord(ctx context.Context, input model.CreditUsageRecordInput) (*model.CreditUsagePayload, error) {
	panic(fmt.Errorf("not implemented: CreditUsageRecord - creditUsageRecord"))
}

func (r *mutationResolver) CreditReverse(ctx context.Context, id string, input model.CreditReverseInput) (*model.CreditPayload, error) {
	panic(fmt.Errorf("not implemented: CreditReverse - creditReverse"))
}

func (r *mutationResolver) CreditLowMarkSet(ctx context.Context, id string, input model.CreditLowMarkSetInput) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: CreditLowMarkSet - creditLowMarkSet"))
}

func (r *mutationResolver) CreditStatementExport(ctx context.Context, input model.CreditStatementExportInput) (*model.JobPayload, error) {
	panic(fmt.Errorf("not implemented: CreditStatementExport - creditStatementExport"))
}

func (r *organizationResolver) CreditBalance(ctx context.Context, obj *db.Organization) (*int64, error) {
	panic(fmt.Errorf("not implemented: CreditBalance - creditBalance"))
}

func (r *organizationResolver) CreditLowMark(ctx context.Context, obj *db.Organization) (*int64, error) {
	panic(fmt.Errorf("not implemented: CreditLowMark - creditLowMark"))
}

func (r *organizationResolver) CreditEntries(ctx context.Context, obj *db.Organization, first *int, after *string, last *int, before *string, where *model.CreditEntryWhereInput) (*model.CreditEntryConnection, error) {
	panic(fmt.Errorf("not implemented: CreditEntries - creditEntries"))
}

func (r *Resolver) CreditEntry() generated.CreditEntryResolver { return &creditEntryResolver{r} }

type creditEntryResolver struct{ *Resolver }
