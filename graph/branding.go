package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	brandingdb "tenantry/ent/db/branding"
	"tenantry/ent/db/organization"
	"tenantry/graph/model"
	"tenantry/internal/branding"
	"tenantry/internal/rule"
)

// brandingsOf is one entry for each portal of an organization; the settings are
// read for all siblings at once.
func (r *Resolver) brandingsOf(ctx context.Context, o *db.Organization) ([]*model.Branding, error) {
	all, err := once(ctx, o, o.Siblings, "brandings", "", func(orgs []*db.Organization) (*branding.Settings, error) {
		return r.Brandings.Settings(ctx, orgs)
	})
	if err != nil {
		return nil, err
	}
	out := []*model.Branding{}
	for _, portal := range branding.Portals() {
		out = append(out, r.brandingModel(all, o, portal))
	}
	return out, nil
}

// brandingsAt is brandingsOf for callers who may not see the organization
// otherwise. [001]
func (r *Resolver) brandingsAt(ctx context.Context, id string) ([]*model.Branding, error) {
	v := authz.FromContext(ctx)
	o, err := r.client().Organization.Query().Where(organization.ID(keyOf(organizationPrefix, id)), organization.StatusNEQ(organization.StatusDELETED)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("read organization %s: %w", id, err)
	}
	if !r.Authorizer.Has(v, []uuid.UUID{o.ID, o.AccountID, v.RootID}, authz.BrandingRead) {
		return nil, nil
	}
	return r.brandingsOf(ctx, o)
}

// brandingModel is how one portal looks for an organization.
func (r *Resolver) brandingModel(all *branding.Settings, o *db.Organization, portal brandingdb.Portal) *model.Branding {
	b := all.Own(o, portal)
	out := &model.Branding{
		Version: b.Version, Portal: portal, Of: o, ProductName: b.ProductName, PrimaryColor: b.PrimaryColor, AccentColor: b.AccentColor,
		SupportEmail: b.SupportEmail, SupportURL: b.SupportURL, MailSenderName: b.MailSenderName, LogoURL: orNull(r.Brandings.LogoURL(b)),
		Look: lookModel(all.Look(o, portal), &portal),
	}
	if b.Version > 0 {
		out.UpdatedAt = &b.UpdatedAt
	}
	if b.Domain != nil {
		name, value := r.Brandings.Record(b)
		out.Domain = &model.BrandingDomain{
			Name: *b.Domain, Verified: b.DomainVerifiedAt != nil, VerifiedAt: b.DomainVerifiedAt, CheckedAt: b.DomainCheckedAt,
			RecordName: name, RecordValue: value,
		}
	}
	return out
}

func lookModel(l branding.Look, portal *brandingdb.Portal) *model.BrandingLook {
	return &model.BrandingLook{
		ProductName: l.ProductName, PrimaryColor: l.PrimaryColor, OnPrimaryColor: branding.On(l.PrimaryColor),
		AccentColor: l.AccentColor, OnAccentColor: branding.On(l.AccentColor),
		SupportEmail: orNull(l.SupportEmail), SupportURL: orNull(l.SupportURL), LogoURL: orNull(l.LogoURL), Portal: portal,
	}
}

// lookAt is what is seen at a host.
func (r *Resolver) lookAt(ctx context.Context, host string, portal *brandingdb.Portal) (*model.BrandingLook, error) {
	look, at, err := r.Brandings.At(ctx, host)
	if err != nil {
		return nil, err
	}
	if at == nil {
		at = portal
	}
	return lookModel(look, at), nil
}

// ownLook is what the viewer sees of a portal.
func (r *Resolver) ownLook(ctx context.Context, portal brandingdb.Portal) (*model.BrandingLook, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	o := &db.Organization{ID: v.OrganizationID, AccountID: v.AccountID, ResellerID: v.ResellerID}
	all, err := r.Brandings.Settings(ctx, []*db.Organization{o})
	if err != nil {
		return nil, err
	}
	return lookModel(all.Look(o, portal), &portal), nil
}

// brandingPayload wraps a changed row with what is seen of it.
func (r *Resolver) brandingPayload(ctx context.Context, b *db.Branding, err error) (*model.BrandingPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.BrandingPayload{Errors: errs}, err)
	}
	o, err := r.client().Organization.Query().Where(organization.ID(b.OrganizationID)).Only(ctx)
	if err != nil {
		return nil, err
	}
	all, err := r.Brandings.Settings(ctx, []*db.Organization{o})
	if err != nil {
		return nil, err
	}
	return &model.BrandingPayload{Branding: r.brandingModel(all, o, b.Portal), Errors: errs}, nil
}

func uploadPayload(up *branding.Upload, err error) (*model.BrandingLogoUploadPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.BrandingLogoUploadPayload{Errors: errs}, err)
	}
	return &model.BrandingLogoUploadPayload{Upload: &model.BrandingLogoUpload{URL: up.URL, ExpiresAt: up.ExpiresAt}, Errors: errs}, nil
}

func brandingPatch(in model.BrandingUpdateInput) branding.Patch {
	return branding.Patch{
		ExpectedVersion: in.ExpectedVersion.Value(),
		ProductName:     given(in.ProductName), PrimaryColor: given(in.PrimaryColor), AccentColor: given(in.AccentColor),
		SupportEmail: given(in.SupportEmail), SupportURL: given(in.SupportURL), MailSenderName: given(in.MailSenderName),
	}
}

// given is a field of a change as rules see it.
func given[T any](o graphql.Omittable[*T]) rule.Set[T] {
	return rule.Set[T]{Given: o.IsSet(), Value: o.Value()}
}

// brandingOrganization is the organization of a branding, as its viewer sees it.
func (r *Resolver) brandingOrganization(ctx context.Context, b *model.Branding) (*db.Organization, error) {
	target := always(func(o *db.Organization) uuid.UUID { return o.ID })
	return toOne(ctx, b.Of, b.Of.Siblings, "organization of branding", target, organizations.selected(ctx), r.visibleOrganizations)
}
