package graph

import (
	"context"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
)

// organizationLeaves are the columns of organizations that every viewer of one
// may read.
var organizationLeaves = map[string]leaf[db.Organization]{
	"id":        func(b []byte, o *db.Organization) []byte { return appendText(b, o.GlobalID()) },
	"version":   func(b []byte, o *db.Organization) []byte { return appendInt(b, o.Version) },
	"name":      func(b []byte, o *db.Organization) []byte { return appendText(b, o.Name) },
	"kind":      func(b []byte, o *db.Organization) []byte { return appendText(b, string(o.Kind)) },
	"status":    func(b []byte, o *db.Organization) []byte { return appendText(b, string(o.Status)) },
	"createdAt": func(b []byte, o *db.Organization) []byte { return appendTime(b, o.CreatedAt) },
	"updatedAt": func(b []byte, o *db.Organization) []byte { return appendTime(b, o.UpdatedAt) },
}

// guardedOrganizationLeaves are the columns that the directive of the field
// keeps from some.
var guardedOrganizationLeaves = map[string]leaf[db.Organization]{
	"legalName":      func(b []byte, o *db.Organization) []byte { return appendOptional(b, orNull(o.LegalName)) },
	"address":        func(b []byte, o *db.Organization) []byte { return appendOptional(b, orNull(o.Address)) },
	"contactName":    func(b []byte, o *db.Organization) []byte { return appendOptional(b, orNull(o.ContactName)) },
	"contactEmail":   func(b []byte, o *db.Organization) []byte { return appendOptional(b, orNull(o.ContactEmail)) },
	"phone":          func(b []byte, o *db.Organization) []byte { return appendOptional(b, orNull(o.Phone)) },
	"locale":         func(b []byte, o *db.Organization) []byte { return appendText(b, o.Locale) },
	"timezone":       func(b []byte, o *db.Organization) []byte { return appendText(b, o.Timezone) },
	"userCount":      func(b []byte, o *db.Organization) []byte { return strconv.AppendInt(b, o.UserCount, 10) },
	"lastActivityAt": func(b []byte, o *db.Organization) []byte { return appendOptionalTime(b, o.LastActivityAt) },
	"creditBalance":  func(b []byte, o *db.Organization) []byte { return appendBigInt(b, ownCredits(o, &o.CreditBalance)) },
	"creditLowMark":  func(b []byte, o *db.Organization) []byte { return appendBigInt(b, ownCredits(o, o.CreditLowMark)) },
	"tags": func(b []byte, o *db.Organization) []byte {
		if o.Tags == nil {
			return append(b, "null"...)
		}
		return appendList(b, o.Tags, appendText)
	},
}

var seatLeaves = map[string]leaf[model.SeatUsage]{
	"used": func(b []byte, s *model.SeatUsage) []byte { return appendInt(b, s.Used) },
	"limit": func(b []byte, s *model.SeatUsage) []byte {
		if s.Limit == nil {
			return append(b, "null"...)
		}
		return appendInt(b, *s.Limit)
	},
}

var featureLeaves = map[string]leaf[model.Feature]{
	"key":         func(b []byte, f *model.Feature) []byte { return appendText(b, f.Key) },
	"name":        func(b []byte, f *model.Feature) []byte { return appendText(b, f.Name) },
	"description": func(b []byte, f *model.Feature) []byte { return appendText(b, f.Description) },
}

var organizationFeatureLeaves = map[string]leaf[model.OrganizationFeature]{
	"enabled":    func(b []byte, f *model.OrganizationFeature) []byte { return strconv.AppendBool(b, f.Enabled) },
	"switchedOn": func(b []byte, f *model.OrganizationFeature) []byte { return strconv.AppendBool(b, f.SwitchedOn) },
	"entitled":   func(b []byte, f *model.OrganizationFeature) []byte { return strconv.AppendBool(b, f.Entitled) },
	"hidden":     func(b []byte, f *model.OrganizationFeature) []byte { return strconv.AppendBool(b, f.Hidden) },
}

var planLeaves = map[string]leaf[db.Plan]{
	"id":       func(b []byte, p *db.Plan) []byte { return appendText(b, p.GlobalID()) },
	"version":  func(b []byte, p *db.Plan) []byte { return appendInt(b, p.Version) },
	"name":     func(b []byte, p *db.Plan) []byte { return appendText(b, p.Name) },
	"currency": func(b []byte, p *db.Plan) []byte { return appendText(b, p.Currency) },
	"interval": func(b []byte, p *db.Plan) []byte { return appendText(b, string(p.Interval)) },
}

var billingSubscriptionLeaves = map[string]leaf[db.BillingSubscription]{
	"id":                 func(b []byte, s *db.BillingSubscription) []byte { return appendText(b, s.GlobalID()) },
	"version":            func(b []byte, s *db.BillingSubscription) []byte { return appendInt(b, s.Version) },
	"status":             func(b []byte, s *db.BillingSubscription) []byte { return appendText(b, string(s.Status)) },
	"currentPeriodStart": func(b []byte, s *db.BillingSubscription) []byte { return appendDate(b, s.PeriodStart) },
	"currentPeriodEnd":   func(b []byte, s *db.BillingSubscription) []byte { return appendDate(b, s.PeriodEnd) },
	"cancelAtPeriodEnd": func(b []byte, s *db.BillingSubscription) []byte {
		return strconv.AppendBool(b, s.CancelAtPeriodEnd)
	},
}

// organizationPlan knows what a list of customers shows: their columns, their
// place, seats, features, plan, subscription and buttons.
func (r *Resolver) organizationPlan(oc *graphql.OperationContext, v *authz.Viewer, sel ast.SelectionSet) (*plan[db.Organization], bool) {
	held, deciding := map[*db.Organization]authz.Set{}, false
	known := func(p *plan[db.Organization], f graphql.CollectedField) bool {
		write, ok := r.organizationField(oc, p, f)
		if !ok {
			return false
		}
		anyOf, guarded := guardOf(f)
		if !guarded {
			p.add(f, write)
			return true
		}
		if !deciding {
			deciding = true
			p.loads = append(p.loads, func(_ context.Context, nodes []*db.Organization) error {
				g := guard{authorizer: r.Authorizer}
				clear(held)
				for _, o := range nodes {
					held[o] = g.held(v, o)
				}
				return nil
			})
		}
		p.add(f, func(b []byte, o *db.Organization) []byte {
			if !held[o].HasAny(anyOf...) {
				return append(b, "null"...)
			}
			return write(b, o)
		})
		return true
	}
	return planned(oc, sel, "Organization", organizations.types, organizationLeaves, known)
}

// guardOf is what a field's @hasPermission asks for; false when it carries none.
func guardOf(f graphql.CollectedField) (anyOf []authz.Permission, guarded bool) {
	d := f.Definition.Directives.ForName("hasPermission")
	if d == nil {
		return nil, false
	}
	for _, child := range d.Arguments.ForName("anyOf").Value.Children {
		var p authz.Permission
		if p.UnmarshalGQL(child.Value.Raw) == nil {
			anyOf = append(anyOf, p)
		}
	}
	return anyOf, true
}

// organizationField is how a field is written, by whoever may read it.
func (r *Resolver) organizationField(
	oc *graphql.OperationContext, p *plan[db.Organization], f graphql.CollectedField,
) (write leaf[db.Organization], ok bool) {
	if write = guardedOrganizationLeaves[f.Name]; write != nil {
		return write, true
	}
	switch f.Name {
	case "parent":
		return r.planParent(oc, p, f)
	case "plan":
		return r.planPlan(oc, p, f)
	case "subscription":
		return r.planSubscription(oc, p, f)
	case "seats":
		object, ok := planned(oc, f.Selections, "SeatUsage", []string{"SeatUsage"}, seatLeaves, nil)
		seats := each(p, r.seatsOf)
		return func(b []byte, o *db.Organization) []byte { return object.append(b, seats[o]) }, ok
	case "features":
		return r.planFeatures(oc, p, f)
	case "viewerActions":
		may := each(p, r.organizationActions)
		return func(b []byte, o *db.Organization) []byte {
			return appendList(b, may[o], func(b []byte, a authz.OrganizationAction) []byte { return appendText(b, string(a)) })
		}, true
	}
	return nil, false
}

func (r *Resolver) planParent(oc *graphql.OperationContext, p *plan[db.Organization], f graphql.CollectedField) (leaf[db.Organization], bool) {
	object, ok := planned(oc, f.Selections, "Organization", organizations.types, organizationLeaves, nil)
	if !ok {
		return nil, false
	}
	above := func(o *db.Organization) *uuid.UUID { return o.ParentID }
	return pointed(p, object, organizations, "parent", above, organizations, r.visibleOrganizations), true
}

func (r *Resolver) planPlan(oc *graphql.OperationContext, p *plan[db.Organization], f graphql.CollectedField) (leaf[db.Organization], bool) {
	object, ok := planned(oc, f.Selections, "Plan", plans.types, planLeaves, nil)
	if !ok {
		return nil, false
	}
	of := func(o *db.Organization) *uuid.UUID { return o.PlanID }
	return pointed(p, object, organizations, "plan", of, plans, r.plansNamed), true
}

func (r *Resolver) planSubscription(oc *graphql.OperationContext, p *plan[db.Organization], f graphql.CollectedField) (leaf[db.Organization], bool) {
	object, ok := planned(oc, f.Selections, "BillingSubscription", billingSubscriptions.types, billingSubscriptionLeaves, nil)
	if !ok {
		return nil, false
	}
	id := func(o *db.Organization) *uuid.UUID { return &o.ID }
	return pointed(p, object, organizations, "subscription", id, billingSubscriptions, r.subscriptionsAt), true
}

func (r *Resolver) planFeatures(oc *graphql.OperationContext, p *plan[db.Organization], f graphql.CollectedField) (leaf[db.Organization], bool) {
	object, ok := planned(oc, f.Selections, "OrganizationFeature", []string{"OrganizationFeature"}, organizationFeatureLeaves,
		func(p *plan[model.OrganizationFeature], f graphql.CollectedField) bool {
			about, ok := planned(oc, f.Selections, "Feature", []string{"Feature"}, featureLeaves, nil)
			p.add(f, func(b []byte, of *model.OrganizationFeature) []byte { return about.append(b, of.Feature) })
			return ok
		})
	if !ok {
		return nil, false
	}
	has := each(p, r.featuresOf)
	return func(b []byte, o *db.Organization) []byte {
		if has[o] == nil {
			return append(b, "null"...)
		}
		return appendList(b, has[o], object.append)
	}, true
}

func appendBigInt(b []byte, n *int64) []byte {
	if n == nil {
		return append(b, "null"...)
	}
	return append(strconv.AppendInt(append(b, '"'), *n, 10), '"')
}

func appendDate(b []byte, t time.Time) []byte {
	return append(t.AppendFormat(append(b, '"'), time.DateOnly), '"')
}
