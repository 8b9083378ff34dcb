package graph

import (
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/fault"
)

// organizationTerms are the sort keys of organizations.
var organizationTerms = map[model.OrganizationOrderField]connection.Term[db.Organization]{
	model.OrganizationOrderFieldName:         {Column: "sort_name", Kind: connection.Text, Value: func(o *db.Organization) any { return o.SortName }},
	model.OrganizationOrderFieldStatus:       {Column: "status", Kind: connection.Text, Value: func(o *db.Organization) any { return o.Status }},
	model.OrganizationOrderFieldCreatedAt:    {Column: "created_at", Kind: connection.Time, Value: func(o *db.Organization) any { return o.CreatedAt }},
	model.OrganizationOrderFieldUsers:        {Column: "user_count", Kind: connection.Int, Value: func(o *db.Organization) any { return o.UserCount }},
	model.OrganizationOrderFieldBalance:      {Column: "credit_balance", Kind: connection.Int, Value: func(o *db.Organization) any { return o.CreditBalance }},
	model.OrganizationOrderFieldLastActivity: {Column: "last_activity_at", Kind: connection.Time, Nullable: true, Value: func(o *db.Organization) any { return o.LastActivityAt }},
}

// organizationOrderNeeds are the permissions any of which reads what is sorted
// by; an order tells the values of rows whose values nobody shows.
func organizationOrderNeeds(f model.OrganizationOrderField) []authz.Permission {
	switch f {
	case model.OrganizationOrderFieldUsers, model.OrganizationOrderFieldLastActivity:
		return []authz.Permission{authz.OrganizationRead, authz.TenantUserRead, authz.MemberRead}
	case model.OrganizationOrderFieldBalance:
		return []authz.Permission{authz.OrganizationCreditRead}
	case model.OrganizationOrderFieldName, model.OrganizationOrderFieldStatus, model.OrganizationOrderFieldCreatedAt: // on every row
	}
	return nil
}

func (r *Resolver) organizationOrder(v *authz.Viewer, by []*model.OrganizationOrder) (connection.Order[db.Organization], error) {
	for _, o := range by {
		if need := organizationOrderNeeds(o.Field); len(need) > 0 && !reaches(r.Authorizer.Reach(v, need...), r.Authorizer.OrganizationReach(v), v) {
			names := make([]string, len(need))
			for k, p := range need {
				names[k] = p.Name()
			}
			return connection.Order[db.Organization]{}, &fault.Error{
				Kind: fault.Forbidden, Message: "You cannot sort by what you may not read in every row.", Permission: names,
			}
		}
	}
	return ordered(organizations, organizationTerms, by)
}

// reaches tells that every row within the reach of a list is within the other.
func reaches(wide, list authz.Reach, v *authz.Viewer) bool {
	if wide.Everything() {
		return true
	}
	return !list.Root && len(wide.Except) == 0 && (wide.Account || !list.Account && !v.Staff()) &&
		!slices.ContainsFunc(list.Organizations, func(id uuid.UUID) bool { return !slices.Contains(wide.Organizations, id) })
}
