package graph

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/graph/model"
	"tenantry/internal/commerce"
	"tenantry/internal/feature"
)

// featureCatalogue lists the features that pass.
func featureCatalogue(pass func(key string) bool) []*model.Feature {
	out := []*model.Feature{}
	for _, f := range feature.All() {
		if pass(f.Key) {
			out = append(out, &model.Feature{Key: f.Key, Name: f.Name, Description: f.Description})
		}
	}
	return out
}

// featuresOf are the features of an organization as the viewer sees them; nil
// where he sees none.
func (r *Resolver) featuresOf(ctx context.Context, o *db.Organization) ([]*model.OrganizationFeature, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	if !v.Staff() {
		if o.AccountID != v.AccountID {
			return nil, nil
		}
		hidden := v.Hidden
		if v.Impersonation != nil && v.Impersonation.Mode == authz.LoginAsModePartner { // sees them, and that others do not
			holder, err := r.featureHolder(ctx, o)
			if err != nil || holder == nil {
				return nil, err
			}
			hidden = holder.HiddenFeatures
		}
		out := []*model.OrganizationFeature{}
		for _, f := range featureCatalogue(v.ShowsFeature) {
			out = append(out, &model.OrganizationFeature{Feature: f, Enabled: true, SwitchedOn: true, Entitled: true, Hidden: slices.Contains(hidden, f.Key)})
		}
		return out, nil
	}
	if !r.Authorizer.Has(v, []uuid.UUID{o.ID, o.AccountID, v.RootID}, authz.OrganizationFeatureRead) {
		return nil, nil
	}
	holder, err := r.featureHolder(ctx, o)
	if err != nil || holder == nil {
		return nil, err
	}
	entitled := v.HasFeature
	if holder.ID == v.RootID { // as it was just read, whatever the session knew
		entitled = func(key string) bool { return slices.Contains(holder.Features, key) }
	}
	out := []*model.OrganizationFeature{}
	for _, f := range featureCatalogue(func(string) bool { return true }) {
		on, has := slices.Contains(holder.Features, f.Key), entitled(f.Key)
		out = append(out, &model.OrganizationFeature{
			Feature: f, Enabled: on && has, SwitchedOn: on, Entitled: has, Hidden: slices.Contains(holder.HiddenFeatures, f.Key),
		})
	}
	return out, nil
}

// featureHolder is the organization itself, of a sub-account its account.
func (r *Resolver) featureHolder(ctx context.Context, o *db.Organization) (*db.Organization, error) {
	if o.Kind != organization.KindSUB_ACCOUNT {
		return o, nil
	}
	found, err := once(ctx, o, o.Siblings, "featureHolder", "", func(all []*db.Organization) (map[uuid.UUID]*db.Organization, error) {
		ids := gather(all, func(o *db.Organization) *uuid.UUID {
			if o.Kind != organization.KindSUB_ACCOUNT {
				return nil
			}
			return &o.AccountID
		})
		return r.organizationsNamed(ctx, ids, organizations.columnsOf([]string{"features"}))
	})
	return found[o.AccountID], err
}

func organizationFeatures(in model.OrganizationFeaturesUpdateInput) commerce.FeaturesPatch {
	p := commerce.FeaturesPatch{ExpectedVersion: in.ExpectedVersion.Value(), Enable: in.Enable.Value(), Disable: in.Disable.Value()}
	if hidden, given := in.Hidden.ValueOK(); given {
		p.Hidden = &hidden
	}
	p.SeatLimit, p.SeatsGiven = in.SeatLimit.ValueOK()
	return p
}

func resellerFeatures(in model.ResellerFeaturesUpdateInput) commerce.FeaturesPatch {
	p := commerce.FeaturesPatch{ExpectedVersion: in.ExpectedVersion.Value(), Enable: in.Enable.Value(), Disable: in.Disable.Value()}
	p.SeatLimit, p.SeatsGiven = in.SeatLimit.ValueOK()
	return p
}
