package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"

	"github.com/google/uuid"
)

func (r *mutationResolver) WebhookEndpointCreate(ctx context.Context, input model.WebhookEndpointCreateInput) (*model.WebhookEndpointSecretPayload, error) {
	return webhookEndpointSecretPayload(r.Partner.EndpointCreate(ctx, newWebhookEndpoint(input)))
}

func (r *mutationResolver) WebhookEndpointUpdate(ctx context.Context, id string, input model.WebhookEndpointUpdateInput) (*model.WebhookEndpointPayload, error) {
	return webhookEndpointPayload(r.Partner.EndpointUpdate(ctx, keyOf(webhookEndpointPrefix, id), webhookEndpointPatch(input)))
}

func (r *mutationResolver) WebhookEndpointEnable(ctx context.Context, id string, expectedVersion *int) (*model.WebhookEndpointPayload, error) {
	return webhookEndpointPayload(r.Partner.EndpointEnable(ctx, keyOf(webhookEndpointPrefix, id), expectedVersion))
}

func (r *mutationResolver) WebhookEndpointDisable(ctx context.Context, id string, expectedVersion *int) (*model.WebhookEndpointPayload, error) {
	return webhookEndpointPayload(r.Partner.EndpointDisable(ctx, keyOf(webhookEndpointPrefix, id), expectedVersion))
}

func (r *mutationResolver) WebhookEndpointSecretRotate(ctx context.Context, id string) (*model.WebhookEndpointSecretPayload, error) {
	return webhookEndpointSecretPayload(r.Partner.EndpointSecretRotate(ctx, keyOf(webhookEndpointPrefix, id)))
}

func (r *mutationResolver) WebhookEndpointDelete(ctx context.Context, id string) (*model.WebhookEndpointDeletePayload, error) {
	return webhookEndpointDeletePayload(id, r.Partner.EndpointDelete(ctx, keyOf(webhookEndpointPrefix, id)))
}

func (r *queryResolver) WebhookEndpoint(ctx context.Context, id string) (*db.WebhookEndpoint, error) {
	return one(ctx, webhookEndpoints, webhookEndpointPrefix, id, r.visibleWebhookEndpoints)
}

func (r *queryResolver) WebhookEndpoints(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.WebhookEndpointWhereInput, orderBy []*model.WebhookEndpointOrder) (*model.WebhookEndpointConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.webhookEndpointList(ctx, args, search, where, orderBy)
}

func (r *queryResolver) WebhookEvents(ctx context.Context) ([]*model.WebhookEvent, error) {
	return webhookEvents(), nil
}

func (r *webhookEndpointResolver) Events(ctx context.Context, obj *db.WebhookEndpoint) ([]string, error) {
	return listed(obj.Events), nil
}

func (r *webhookEndpointResolver) Selection(ctx context.Context, obj *db.WebhookEndpoint) (*string, error) {
	return orNull(obj.Selection), nil
}

func (r *webhookEndpointResolver) Organization(ctx context.Context, obj *db.WebhookEndpoint) (*db.Organization, error) {
	return ownerOf(ctx, r.Resolver, obj, obj.Siblings, func(e *db.WebhookEndpoint) uuid.UUID { return e.OrganizationID })
}

func (r *webhookEndpointResolver) ViewerActions(ctx context.Context, obj *db.WebhookEndpoint) ([]model.WebhookEndpointAction, error) {
	return r.webhookEndpointActions(ctx, obj)
}

func (r *Resolver) WebhookEndpoint() generated.WebhookEndpointResolver {
	return &webhookEndpointResolver{r}
}

type webhookEndpointResolver struct{ *Resolver }
