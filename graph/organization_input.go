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
		},
		SeatLimit:      in.SeatLimit.Value(),
		IdempotencyKey: in.IdempotencyKey.Value(),
	}
	if tags := in.Tags.Value(); tags != nil {
		out.Tags = directory.Set[[]string]{Given: true, Value: &tags}
	}
	if a := in.Administrator.Value(); a != nil {
		out.Administrator = &directory.NewAdministrator{Email: a.Email, FirstName: a.FirstName.Value(), LastName: a.LastName.Value()}
	}
	return out
}

func companyPatch(in model.OrganizationUpdateInput) directory.Company {
	out := directory.Company{
		Name: field(in.Name), LegalName: field(in.LegalName), Address: field(in.Address),
		ContactName: field(in.ContactName), ContactEmail: field(in.ContactEmail), Phone: field(in.Phone),
	}
	if tags, given := in.Tags.ValueOK(); given {
		out.Tags.Given = true
		if tags != nil {
			out.Tags.Value = &tags
		}
	}
	return out
}
