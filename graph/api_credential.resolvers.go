package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"time"
)

func (r *apiCredentialResolver) Status(ctx context.Context, obj *db.APICredential) (model.APICredentialStatus, error) {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *apiCredentialResolver) Roles(ctx context.Context, obj *db.APICredential) ([]*db.Role, error) {
	panic(fmt.Errorf("not implemented: Roles - roles"))
}

func (r *apiCredentialResolver) Operations(ctx context.Context, obj *db.APICredential) ([]string, error) {
	panic(fmt.Errorf("not implemented: Operations - operations"))
}

func (r *apiCredentialResolver) RevokedReason(ctx context.Context, obj *db.APICredential) (*string, error) {
	panic(fmt.Errorf("not implemented: RevokedReason - revokedReason"))
}

func (r *apiCredentialResolver) CreatedBy(ctx context.Context, obj *db.APICredential) (*db.User, error) {
	panic(fmt.Errorf("not implemented: CreatedBy - createdBy"))
}

func (r *apiCredentialResolver) Organization(ctx context.Context, obj *db.APICredential) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *apiCredentialResolver) ViewerActions(ctx context.Context, obj *db.APICredential) ([]model.APICredentialAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *apiServiceResolver) AllowedOrigins(ctx context.Context, obj *db.APIService) ([]string, error) {
	panic(fmt.Errorf("not implemented: AllowedOrigins - allowedOrigins"))
}

func (r *apiServiceResolver) AllowedNetworks(ctx context.Context, obj *db.APIService) ([]string, error) {
	panic(fmt.Errorf("not implemented: AllowedNetworks - allowedNetworks"))
}

func (r *apiServiceResolver) UpdatedAt(ctx context.Context, obj *db.APIService) (*time.Time, error) {
	panic(fmt.Errorf("not implemented: UpdatedAt - updatedAt"))
}

func (r *mutationResolver) APICredentialCreate(ctx context.Context, input model.APICredentialCreateInput) (*model.APICredentialSecretPayload, error) {
	panic(fmt.Errorf("not implemented: APICredentialCreate - apiCredentialCreate"))
}

func (r *mutationResolver) APICredentialUpdate(ctx context.Context, id string, input model.APICredentialUpdateInput) (*model.APICredentialPayload, error) {
	panic(fmt.Errorf("not implemented: APICredentialUpdate - apiCredentialUpdate"))
}

func (r *mutationResolver) APICredentialRevoke(ctx context.Context, id string, reason *string) (*model.APICredentialPayload, error) {
	panic(fmt.Errorf("not implemented: APICredentialRevoke - apiCredentialRevoke"))
}

func (r *mutationResolver) APIServiceConfigure(ctx context.Context, input model.APIServiceConfigureInput) (*model.APIServicePayload, error) {
	panic(fmt.Errorf("not implemented: APIServiceConfigure - apiServiceConfigure"))
}

func (r *queryResolver) APICredential(ctx context.Context, id string) (*db.APICredential, error) {
	panic(fmt.Errorf("not implemented: APICredential - apiCredential"))
}

func (r *queryResolver) APICredentials(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.APICredentialWhereInput, orderBy []*model.APICredentialOrder) (*model.APICredentialConnection, error) {
	panic(fmt.Errorf("not implemented: APICredentials - apiCredentials"))
}

func (r *queryResolver) APIService(ctx context.Context) (*db.APIService, error) {
	panic(fmt.Errorf("not implemented: APIService - apiService"))
}

func (r *Resolver) ApiCredential() generated.ApiCredentialResolver { return &apiCredentialResolver{r} }

func (r *Resolver) ApiService() generated.ApiServiceResolver { return &apiServiceResolver{r} }

type (
	apiCredentialResolver struct{ *Resolver }
	apiServiceResolver    struct{ *Resolver }
)
