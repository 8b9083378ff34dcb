package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/ent/db/branding"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"time"
)

func (r *brandingResolver) Organization(ctx context.Context, obj *db.Branding) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *brandingResolver) LogoURL(ctx context.Context, obj *db.Branding) (*string, error) {
	panic(fmt.Errorf("not implemented: LogoURL - logoUrl"))
}

func (r *brandingResolver) Domain(ctx context.Context, obj *db.Branding) (*model.BrandingDomain, error) {
	panic(fmt.Errorf("not implemented: Domain - domain"))
}

func (r *brandingResolver) Look(ctx context.Context, obj *db.Branding) (*model.BrandingLook, error) {
	panic(fmt.Errorf("not implemented: Look - look"))
}

func (r *brandingResolver) UpdatedAt(ctx context.Context, obj *db.Branding) (*time.Time, error) {
	panic(fmt.Errorf("not implemented: UpdatedAt - updatedAt"))
}

func (r *mutationResolver) BrandingUpdate(ctx context.Context, organizationID string, portal branding.Portal, input model.BrandingUpdateInput) (*model.BrandingPayload, error) {
	panic(fmt.Errorf("not implemented: BrandingUpdate - brandingUpdate"))
}

func (r *mutationResolver) BrandingReset(ctx context.Context, organizationID string, portal branding.Portal) (*model.BrandingPayload, error) {
	panic(fmt.Errorf("not implemented: BrandingReset - brandingReset"))
}

func (r *mutationResolver) BrandingLogoUploadCreate(ctx context.Context, organizationID string, portal branding.Portal, contentType string, size int) (*model.BrandingLogoUploadPayload, error) {
	panic(fmt.Errorf("not implemented: BrandingLogoUploadCreate - brandingLogoUploadCreate"))
}

func (r *mutationResolver) BrandingLogoRemove(ctx context.Context, organizationID string, portal branding.Portal) (*model.BrandingPayload, error) {
	panic(fmt.Errorf("not implemented: BrandingLogoRemove - brandingLogoRemove"))
}

func (r *mutationResolver) BrandingDomainSet(ctx context.Context, organizationID string, portal branding.Portal, domain string) (*model.BrandingPayload, error) {
	panic(fmt.Errorf("not implemented: BrandingDomainSet - brandingDomainSet"))
}

func (r *mutationResolver) BrandingDomainVerify(ctx context.Context, organizationID string, portal branding.Portal) (*model.BrandingPayload, error) {
	panic(fmt.Errorf("not implemented: BrandingDomainVerify - brandingDomainVerify"))
}

func (r *mutationResolver) BrandingDomainRemove(ctx context.Context, organizationID string, portal branding.Portal) (*model.BrandingPayload, error) {
	panic(fmt.Errorf("not implemented: BrandingDomainRemove - brandingDomainRemove"))
}

func (r *organizationResolver) Brandings(ctx context.Context, obj *db.Organization) ([]*db.Branding, error) {
	panic(fmt.Errorf("not implemented: Brandings - brandings"))
}

func (r *queryResolver) Branding(ctx context.Context, host string, portal *branding.Portal) (*model.BrandingLook, error) {
	panic(fmt.Errorf("not implemented: Branding - branding"))
}

func (r *viewerResolver) Branding(ctx context.Context, obj *model.Viewer, portal branding.Portal) (*model.BrandingLook, error) {
	panic(fmt.Errorf("not implemented: Branding - branding"))
}

func (r *Resolver) Branding() generated.BrandingResolver { return &brandingResolver{r} }

type brandingResolver struct{ *Resolver }
