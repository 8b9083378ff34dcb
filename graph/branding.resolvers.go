package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/ent/db/branding"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *brandingResolver) Organization(ctx context.Context, obj *model.Branding) (*db.Organization, error) {
	return r.brandingOrganization(ctx, obj)
}

func (r *mutationResolver) BrandingUpdate(ctx context.Context, organizationID string, portal branding.Portal, input model.BrandingUpdateInput) (*model.BrandingPayload, error) {
	b, err := r.Brandings.Update(ctx, keyOf(organizationPrefix, organizationID), portal, brandingPatch(input))
	return r.brandingPayload(ctx, b, err)
}

func (r *mutationResolver) BrandingReset(ctx context.Context, organizationID string, portal branding.Portal) (*model.BrandingPayload, error) {
	b, err := r.Brandings.Reset(ctx, keyOf(organizationPrefix, organizationID), portal)
	return r.brandingPayload(ctx, b, err)
}

func (r *mutationResolver) BrandingLogoUploadCreate(ctx context.Context, organizationID string, portal branding.Portal, contentType string, size int) (*model.BrandingLogoUploadPayload, error) {
	return uploadPayload(r.Brandings.UploadCreate(ctx, keyOf(organizationPrefix, organizationID), portal, contentType, size))
}

func (r *mutationResolver) BrandingLogoRemove(ctx context.Context, organizationID string, portal branding.Portal) (*model.BrandingPayload, error) {
	b, err := r.Brandings.LogoRemove(ctx, keyOf(organizationPrefix, organizationID), portal)
	return r.brandingPayload(ctx, b, err)
}

func (r *mutationResolver) BrandingDomainSet(ctx context.Context, organizationID string, portal branding.Portal, domain string) (*model.BrandingPayload, error) {
	b, err := r.Brandings.DomainSet(ctx, keyOf(organizationPrefix, organizationID), portal, domain)
	return r.brandingPayload(ctx, b, err)
}

func (r *mutationResolver) BrandingDomainVerify(ctx context.Context, organizationID string, portal branding.Portal) (*model.BrandingPayload, error) {
	b, err := r.Brandings.DomainVerify(ctx, keyOf(organizationPrefix, organizationID), portal)
	return r.brandingPayload(ctx, b, err)
}

func (r *mutationResolver) BrandingDomainRemove(ctx context.Context, organizationID string, portal branding.Portal) (*model.BrandingPayload, error) {
	b, err := r.Brandings.DomainRemove(ctx, keyOf(organizationPrefix, organizationID), portal)
	return r.brandingPayload(ctx, b, err)
}

func (r *organizationResolver) Brandings(ctx context.Context, obj *db.Organization) ([]*model.Branding, error) {
	return r.brandingsOf(ctx, obj)
}

func (r *queryResolver) Branding(ctx context.Context, host string, portal *branding.Portal) (*model.BrandingLook, error) {
	return r.lookAt(ctx, host, portal)
}

func (r *queryResolver) Brandings(ctx context.Context, organizationID string) ([]*model.Branding, error) {
	return r.brandingsAt(ctx, organizationID)
}

func (r *viewerResolver) Branding(ctx context.Context, obj *model.Viewer, portal branding.Portal) (*model.BrandingLook, error) {
	return r.ownLook(ctx, portal)
}

func (r *Resolver) Branding() generated.BrandingResolver { return &brandingResolver{r} }

type brandingResolver struct{ *Resolver }
