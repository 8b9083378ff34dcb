package graph

import (
	"tenantry/graph/model"
	"tenantry/internal/directory"
)

func newOrganization(in model.OrganizationCreateInput) directory.NewOrganization {
	out := directory.NewOrganization{
		Company: directory.Company{
			Name:      directory.Set[string]{Given: true, Value: &in.Name},
			LegalName: field(in.LegalName), Address: field(in.Address), ContactName: field(in.ContactName),
			ContactEmail: field(in.ContactEmail), Phone: field(in.Phone),
			Locale: field(in.Locale), Timezone: field(in.Timezone),
		},
		SeatLimit: in.SeatLimit.Value(), Features: in.Features.Value(), HiddenFeatures: in.HiddenFeatures.Value(),
		InitialCredits: in.InitialCredits.Value(), IdempotencyKey: in.IdempotencyKey.Value(),
	}
	if id := in.ParentID.Value(); id != nil {
		out.ParentID = new(keyOf(organizationPrefix, *id))
	}
	if id := in.PlanID.Value(); id != nil {
		out.PlanID = new(keyOf(planPrefix, *id))
	}
	if tags := in.Tags.Value(); tags != nil {
		out.Tags = directory.Set[[]string]{Given: true, Value: &tags}
	}
	if a := in.Administrator.Value(); a != nil {
		out.Administrator = &directory.NewAdministrator{
			Email: a.Email, FirstName: a.FirstName.Value(), LastName: a.LastName.Value(), DisplayName: a.DisplayName.Value(),
			Phone: a.Phone.Value(), Mode: directory.CredentialMode(a.CredentialMode), Message: a.Message.Value(),
		}
	}
	return out
}

func companyPatch(in model.OrganizationUpdateInput) directory.Company {
	out := directory.Company{
		Name: field(in.Name), LegalName: field(in.LegalName), Address: field(in.Address),
		ContactName: field(in.ContactName), ContactEmail: field(in.ContactEmail), Phone: field(in.Phone),
		Locale: field(in.Locale), Timezone: field(in.Timezone),
	}
	if tags, given := in.Tags.ValueOK(); given {
		out.Tags.Given = true
		if tags != nil {
			out.Tags.Value = &tags
		}
	}
	return out
}
