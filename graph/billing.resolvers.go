package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *billingAccountResolver) Organization(ctx context.Context, obj *db.BillingAccount) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *billingAccountResolver) Address(ctx context.Context, obj *db.BillingAccount) (*string, error) {
	panic(fmt.Errorf("not implemented: Address - address"))
}

func (r *billingAccountResolver) TaxNumber(ctx context.Context, obj *db.BillingAccount) (*string, error) {
	panic(fmt.Errorf("not implemented: TaxNumber - taxNumber"))
}

func (r *billingAccountResolver) ViewerActions(ctx context.Context, obj *db.BillingAccount) ([]authz.BillingAccountAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *billingSubscriptionResolver) Organization(ctx context.Context, obj *db.BillingSubscription) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *billingSubscriptionResolver) Plan(ctx context.Context, obj *db.BillingSubscription) (*db.Plan, error) {
	panic(fmt.Errorf("not implemented: Plan - plan"))
}

func (r *billingSubscriptionResolver) PendingPlan(ctx context.Context, obj *db.BillingSubscription) (*db.Plan, error) {
	panic(fmt.Errorf("not implemented: PendingPlan - pendingPlan"))
}

func (r *billingSubscriptionResolver) Terms(ctx context.Context, obj *db.BillingSubscription) (*schema.PlanTerms, error) {
	panic(fmt.Errorf("not implemented: Terms - terms"))
}

func (r *billingSubscriptionResolver) CancelReason(ctx context.Context, obj *db.BillingSubscription) (*string, error) {
	panic(fmt.Errorf("not implemented: CancelReason - cancelReason"))
}

func (r *billingSubscriptionResolver) ViewerActions(ctx context.Context, obj *db.BillingSubscription) ([]authz.BillingSubscriptionAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *mutationResolver) BillingSubscriptionStart(ctx context.Context, input model.BillingSubscriptionStartInput) (*model.BillingSubscriptionPayload, error) {
	panic(fmt.Errorf("not implemented: BillingSubscriptionStart - billingSubscriptionStart"))
}

func (r *mutationResolver) BillingSubscriptionChange(ctx context.Context, id string, input model.BillingSubscriptionChangeInput) (*model.BillingSubscriptionPayload, error) {
	panic(fmt.Errorf("not implemented: BillingSubscriptionChange - billingSubscriptionChange"))
}

func (r *mutationResolver) BillingSubscriptionCancel(ctx context.Context, id string, input model.BillingSubscriptionCancelInput) (*model.BillingSubscriptionPayload, error) {
	panic(fmt.Errorf("not implemented: BillingSubscriptionCancel - billingSubscriptionCancel"))
}

func (r *mutationResolver) BillingSubscriptionResume(ctx context.Context, id string, input model.BillingSubscriptionResumeInput) (*model.BillingSubscriptionPayload, error) {
	panic(fmt.Errorf("not implemented: BillingSubscriptionResume - billingSubscriptionResume"))
}

func (r *mutationResolver) BillingAccountSet(ctx context.Context, organizationID string, input model.BillingAccountSetInput) (*model.BillingAccountPayload, error) {
	panic(fmt.Errorf("not implemented: BillingAccountSet - billingAccountSet"))
}

func (r *organizationResolver) Subscription(ctx context.Context, obj *db.Organization) (*db.BillingSubscription, error) {
	panic(fmt.Errorf("not implemented: Subscription - subscription"))
}

func (r *organizationResolver) BillingAccount(ctx context.Context, obj *db.Organization) (*db.BillingAccount, error) {
	panic(fmt.Errorf("not implemented: BillingAccount - billingAccount"))
}

func (r *queryResolver) BillingSubscriptions(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, where *model.BillingSubscriptionWhereInput, orderBy []*model.BillingSubscriptionOrder) (*model.BillingSubscriptionConnection, error) {
	panic(fmt.Errorf("not implemented: BillingSubscriptions - billingSubscriptions"))
}

func (r *queryResolver) BillingAccounts(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, orderBy []*model.BillingAccountOrder) (*model.BillingAccountConnection, error) {
	panic(fmt.Errorf("not implemented: BillingAccounts - billingAccounts"))
}

func (r *Resolver) BillingAccount() generated.BillingAccountResolver {
	return &billingAccountResolver{r}
}

func (r *Resolver) BillingSubscription() generated.BillingSubscriptionResolver {
	return &billingSubscriptionResolver{r}
}

type (
	billingAccountResolver      struct{ *Resolver }
	billingSubscriptionResolver struct{ *Resolver }
)
