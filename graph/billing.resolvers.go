package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/billing"
	"tenantry/internal/connection"

	"github.com/google/uuid"
)

func (r *billingAccountResolver) Organization(ctx context.Context, obj *db.BillingAccount) (*db.Organization, error) {
	return ofOrganization(ctx, r.Resolver, obj, obj.Siblings, func(a *db.BillingAccount) uuid.UUID { return a.OrganizationID })
}

func (r *billingAccountResolver) Address(ctx context.Context, obj *db.BillingAccount) (*string, error) {
	return orNull(obj.Address), nil
}

func (r *billingAccountResolver) TaxNumber(ctx context.Context, obj *db.BillingAccount) (*string, error) {
	return orNull(obj.TaxNumber), nil
}

func (r *billingAccountResolver) ViewerActions(ctx context.Context, obj *db.BillingAccount) ([]authz.BillingAccountAction, error) {
	return r.Authorizer.BillingAccountActions(authz.FromContext(ctx), billing.AccountTarget(obj)), nil
}

func (r *billingSubscriptionResolver) Organization(ctx context.Context, obj *db.BillingSubscription) (*db.Organization, error) {
	return ofOrganization(ctx, r.Resolver, obj, obj.Siblings, func(b *db.BillingSubscription) uuid.UUID { return b.OrganizationID })
}

func (r *billingSubscriptionResolver) Plan(ctx context.Context, obj *db.BillingSubscription) (*db.Plan, error) {
	return r.subscriptionPlan(ctx, obj)
}

func (r *billingSubscriptionResolver) PendingPlan(ctx context.Context, obj *db.BillingSubscription) (*db.Plan, error) {
	return r.pendingPlan(ctx, obj)
}

func (r *billingSubscriptionResolver) Terms(ctx context.Context, obj *db.BillingSubscription) (*schema.PlanTerms, error) {
	return &obj.Terms, nil
}

func (r *billingSubscriptionResolver) CancelReason(ctx context.Context, obj *db.BillingSubscription) (*string, error) {
	return orNull(obj.CancelReason), nil
}

func (r *billingSubscriptionResolver) ViewerActions(ctx context.Context, obj *db.BillingSubscription) ([]authz.BillingSubscriptionAction, error) {
	return r.Authorizer.BillingSubscriptionActions(authz.FromContext(ctx), billing.SubscriptionTarget(obj)), nil
}

func (r *mutationResolver) BillingSubscriptionStart(ctx context.Context, input model.BillingSubscriptionStartInput) (*model.BillingSubscriptionPayload, error) {
	return subscriptionPayload(r.Billing.SubscriptionStart(ctx, newSubscription(input)))
}

func (r *mutationResolver) BillingSubscriptionChange(ctx context.Context, id string, input model.BillingSubscriptionChangeInput) (*model.BillingSubscriptionPayload, error) {
	now := input.Effective == model.BillingEffectiveNow
	return subscriptionPayload(r.Billing.SubscriptionChange(ctx, keyOf(billingSubscriptionPrefix, id), input.ExpectedVersion.Value(), keyOf(planPrefix, input.PlanID), now))
}

func (r *mutationResolver) BillingSubscriptionCancel(ctx context.Context, id string, input model.BillingSubscriptionCancelInput) (*model.BillingSubscriptionPayload, error) {
	now := input.Effective == model.BillingEffectiveNow
	return subscriptionPayload(r.Billing.SubscriptionCancel(ctx, keyOf(billingSubscriptionPrefix, id), input.ExpectedVersion.Value(), input.Reason.Value(), now))
}

func (r *mutationResolver) BillingSubscriptionResume(ctx context.Context, id string, input model.BillingSubscriptionResumeInput) (*model.BillingSubscriptionPayload, error) {
	return subscriptionPayload(r.Billing.SubscriptionResume(ctx, keyOf(billingSubscriptionPrefix, id), input.ExpectedVersion.Value()))
}

func (r *mutationResolver) BillingAccountSet(ctx context.Context, organizationID string, input model.BillingAccountSetInput) (*model.BillingAccountPayload, error) {
	return billingAccountPayload(r.Billing.AccountSet(ctx, keyOf(organizationPrefix, organizationID), accountPatch(input)))
}

func (r *organizationResolver) Subscription(ctx context.Context, obj *db.Organization) (*db.BillingSubscription, error) {
	return r.organizationSubscription(ctx, obj)
}

func (r *organizationResolver) BillingAccount(ctx context.Context, obj *db.Organization) (*db.BillingAccount, error) {
	return r.organizationBillingAccount(ctx, obj)
}

func (r *queryResolver) BillingSubscriptions(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, where *model.BillingSubscriptionWhereInput, orderBy []*model.BillingSubscriptionOrder) (*model.BillingSubscriptionConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.billingSubscriptionList(ctx, args, where, orderBy)
}

func (r *queryResolver) BillingAccounts(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.BillingAccountWhereInput, orderBy []*model.BillingAccountOrder) (*model.BillingAccountConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.billingAccountList(ctx, args, search, where, orderBy)
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
