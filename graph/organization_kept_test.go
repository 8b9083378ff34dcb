package graph

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"tenantry/authz"
	"tenantry/ent/db/organization"
	"tenantry/graph/model"
)

// TestOrganizationCountersAreTheCount: whoever asks, the counters say what
// counting with the list's own condition says, and they answer where they must.
func TestOrganizationCountersAreTheCount(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	r := w.resolver
	customers := &model.OrganizationKindFilter{In: graphql.OmittableOf([]organization.Kind{organization.KindCUSTOMER})}
	active := &model.OrganizationStatusFilter{In: graphql.OmittableOf([]model.OrganizationStatusFilterValue{model.OrganizationStatusFilterValueActive})}
	inactive := &model.OrganizationStatusFilter{NotIn: graphql.OmittableOf([]model.OrganizationStatusFilterValue{model.OrganizationStatusFilterValueActive})}
	filters := map[string]*model.OrganizationWhereInput{
		"none":             nil,
		"empty":            {},
		"customers":        {Kind: graphql.OmittableOf(customers)},
		"active":           {Status: graphql.OmittableOf(active)},
		"not active":       {Status: graphql.OmittableOf(inactive)},
		"active customers": {Kind: graphql.OmittableOf(customers), Status: graphql.OmittableOf(active)},
	}
	for name, v := range w.north.personas() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx := authz.NewContext(t.Context(), v)
			answered := 0
			for filter, where := range filters {
				rows, err := r.organizationRows(ctx, nil, where)
				if err != nil {
					t.Fatalf("%s: %v", filter, err)
				}
				want, err := r.client().Organization.Query().Modify(rows).Clone().Count(ctx)
				if err != nil {
					t.Fatalf("%s: %v", filter, err)
				}
				got, known, err := r.keptOrganizationTotal(v, nil, where)(ctx)
				if err != nil {
					t.Fatalf("%s: %v", filter, err)
				}
				if known {
					answered++
					if got != want {
						t.Errorf("%s: the counters say %d, counted are %d", filter, got, want)
					}
				}
				if stats, err := r.organizationStats(ctx, nil, where); err != nil || stats.Total != want {
					t.Errorf("%s: the cards say %v, %v; counted are %d", filter, stats, err, want)
				}
			}
			if want := len(filters); name == authz.RoleResellerAdmin && answered != want {
				t.Errorf("the counters answered %d of %d", answered, want)
			}
			if answered > 0 && !v.Staff() {
				t.Errorf("the counters of the whole reseller answered %s", name)
			}
			if _, known, err := r.keptOrganizationTotal(v, new("ac"), nil)(ctx); known || err != nil {
				t.Errorf("the counters answered a search: %v, %v", known, err)
			}
		})
	}
}
