package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *mutationResolver) WebhookEndpointCreate(ctx context.Context, input model.WebhookEndpointCreateInput) (*model.WebhookEndpointSecretPayload, error) {
	panic(fmt.Errorf("not implemented: WebhookEndpointCreate - webhookEndpointCreate"))
}

func (r *mutationResolver) WebhookEndpointUpdate(ctx context.Context, id string, input model.WebhookEndpointUpdateInput) (*model.WebhookEndpointPayload, error) {
	panic(fmt.Errorf("not implemented: WebhookEndpointUpdate - webhookEndpointUpdate"))
}

func (r *mutationResolver) WebhookEndpointEnable(ctx context.Context, id string, expectedVersion *int) (*model.WebhookEndpointPayload, error) {
	panic(fmt.Errorf("not implemented: WebhookEndpointEnable - webhookEndpointEnable"))
}

func (r *mutationResolver) WebhookEndpointDisable(ctx context.Context, id string, expectedVersion *int) (*model.WebhookEndpointPayload, error) {
	panic(fmt.Errorf("not implemented: WebhookEndpointDisable - webhookEndpointDisable"))
}

func (r *mutationResolver) WebhookEndpointSecretRotate(ctx context.Context, id string) (*model.WebhookEndpointSecretPayload, error) {
	panic(fmt.Errorf("not implemented: WebhookEndpointSecretRotate - webhookEndpointSecretRotate"))
}

func (r *mutationResolver) WebhookEndpointDelete(ctx context.Context, id string) (*model.WebhookEndpointDeletePayload, error) {
	panic(fmt.Errorf("not implemented: WebhookEndpointDelete - webhookEndpointDelete"))
}

func (r *queryResolver) WebhookEndpoint(ctx context.Context, id string) (*db.WebhookEndpoint, error) {
	panic(fmt.Errorf("not implemented: WebhookEndpoint - webhookEndpoint"))
}

func (r *queryResolver) WebhookEndpoints(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.WebhookEndpointWhereInput, orderBy []*model.WebhookEndpointOrder) (*model.WebhookEndpointConnection, error) {
	panic(fmt.Errorf("not implemented: WebhookEndpoints - webhookEndpoints"))
}

func (r *queryResolver) WebhookEvents(ctx context.Context) ([]*model.WebhookEvent, error) {
	panic(fmt.Errorf("not implemented: WebhookEvents - webhookEvents"))
}

func (r *webhookEndpointResolver) Events(ctx context.Context, obj *db.WebhookEndpoint) ([]string, error) {
	panic(fmt.Errorf("not implemented: Events - events"))
}

func (r *webhookEndpointResolver) Selection(ctx context.Context, obj *db.WebhookEndpoint) (*string, error) {
	panic(fmt.Errorf("not implemented: Selection - selection"))
}

func (r *webhookEndpointResolver) Organization(ctx context.Context, obj *db.WebhookEndpoint) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *webhookEndpointResolver) ViewerActions(ctx context.Context, obj *db.WebhookEndpoint) ([]model.WebhookEndpointAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *Resolver) WebhookEndpoint() generated.WebhookEndpointResolver {
	return &webhookEndpointResolver{r}
}

type webhookEndpointResolver struct{ *Resolver }
