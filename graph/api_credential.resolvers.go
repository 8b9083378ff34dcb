package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/partner"
	"time"

	"github.com/google/uuid"
)

func (r *apiCredentialResolver) Status(ctx context.Context, obj *db.APICredential) (model.APICredentialStatus, error) {
	return model.APICredentialStatus(partner.CredentialStatus(obj, r.Now())), nil
}

func (r *apiCredentialResolver) Roles(ctx context.Context, obj *db.APICredential) ([]*db.Role, error) {
	return r.apiCredentialRoles(ctx, obj)
}

func (r *apiCredentialResolver) Operations(ctx context.Context, obj *db.APICredential) ([]string, error) {
	return listed(obj.Operations), nil
}

func (r *apiCredentialResolver) RevokedReason(ctx context.Context, obj *db.APICredential) (*string, error) {
	return orNull(obj.RevokedReason), nil
}

func (r *apiCredentialResolver) CreatedBy(ctx context.Context, obj *db.APICredential) (*db.User, error) {
	target := always(func(c *db.APICredential) uuid.UUID { return c.CreatedBy })
	return toOne(ctx, obj, obj.Siblings, "createdBy", target, users.selected(ctx), r.visibleUsers)
}

func (r *apiCredentialResolver) Organization(ctx context.Context, obj *db.APICredential) (*db.Organization, error) {
	return ownerOf(ctx, r.Resolver, obj, obj.Siblings, func(c *db.APICredential) uuid.UUID { return c.OrganizationID })
}

func (r *apiCredentialResolver) ViewerActions(ctx context.Context, obj *db.APICredential) ([]model.APICredentialAction, error) {
	return r.apiCredentialActions(ctx, obj)
}

func (r *apiServiceResolver) AllowedOrigins(ctx context.Context, obj *db.APIService) ([]string, error) {
	return listed(obj.AllowedOrigins), nil
}

func (r *apiServiceResolver) AllowedNetworks(ctx context.Context, obj *db.APIService) ([]string, error) {
	return listed(obj.AllowedNetworks), nil
}

func (r *apiServiceResolver) UpdatedAt(ctx context.Context, obj *db.APIService) (*time.Time, error) {
	if obj.Version == 0 { // nobody has changed it yet
		return nil, nil
	}
	return &obj.UpdatedAt, nil
}

func (r *mutationResolver) APICredentialCreate(ctx context.Context, input model.APICredentialCreateInput) (*model.APICredentialSecretPayload, error) {
	return apiCredentialSecretPayload(r.Partner.CredentialCreate(ctx, newAPICredential(input)))
}

func (r *mutationResolver) APICredentialUpdate(ctx context.Context, id string, input model.APICredentialUpdateInput) (*model.APICredentialPayload, error) {
	return apiCredentialPayload(r.Partner.CredentialUpdate(ctx, keyOf(apiCredentialPrefix, id), apiCredentialPatch(input)))
}

func (r *mutationResolver) APICredentialRevoke(ctx context.Context, id string, reason *string) (*model.APICredentialPayload, error) {
	return apiCredentialPayload(r.Partner.CredentialRevoke(ctx, keyOf(apiCredentialPrefix, id), reason))
}

func (r *mutationResolver) APIServiceConfigure(ctx context.Context, input model.APIServiceConfigureInput) (*model.APIServicePayload, error) {
	return apiServicePayload(r.Partner.APIServiceConfigure(ctx, apiServicePatch(input)))
}

func (r *queryResolver) APICredential(ctx context.Context, id string) (*db.APICredential, error) {
	return one(ctx, apiCredentials, apiCredentialPrefix, id, r.visibleAPICredentials)
}

func (r *queryResolver) APICredentials(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.APICredentialWhereInput, orderBy []*model.APICredentialOrder) (*model.APICredentialConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.apiCredentialList(ctx, args, search, where, orderBy)
}

func (r *queryResolver) APIService(ctx context.Context) (*db.APIService, error) {
	return partner.APIService(ctx, r.client())
}

func (r *Resolver) ApiCredential() generated.ApiCredentialResolver { return &apiCredentialResolver{r} }

func (r *Resolver) ApiService() generated.ApiServiceResolver { return &apiServiceResolver{r} }

type (
	apiCredentialResolver struct{ *Resolver }
	apiServiceResolver    struct{ *Resolver }
)
