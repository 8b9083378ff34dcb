package graph

import (
	"context"
	"fmt"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/go-cmp/cmp"

	"tenantry/authz"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// personas are viewers of every kind, by what they are.
func (r reseller) personas() map[string]*authz.Viewer {
	all := map[string]*authz.Viewer{
		"user and customer admin":    r.viewerOf(r.admin, r.root, authz.RoleUserAdmin, authz.RoleCustomerAdmin),
		"staff for one customer":     r.viewerOf(r.admin, r.acme, authz.RoleTenantAdmin),
		"staff for one, denied":      deniedAt(r.viewerOf(r.admin, r.root, authz.RoleResellerSupport), r.acme),
		"sub-account's client admin": r.viewerOf(r.member, r.east, authz.RoleClientAdmin),
		"client admin, denied below": deniedAt(r.viewerOf(r.boss, r.acme, authz.RoleClientAdmin), r.east),
	}
	for _, role := range authz.SystemRoles() {
		switch role.Family {
		case authz.FamilyReseller, authz.FamilyPermission:
			all[role.Key] = r.viewerOf(r.admin, r.root, role.Key)
		case authz.FamilyUserType, authz.FamilyClient, authz.FamilyCustom:
			all[role.Key] = r.viewerOf(r.boss, r.acme, role.Key)
		}
	}
	return all
}

// statsFilters are all filters that counters could answer, and some that they
// cannot.
func statsFilters(organizations ...string) map[string]*model.UserWhereInput {
	type state = model.UserStatusFilterValue
	set := graphql.OmittableOf[[]state]
	states := map[string]*model.UserStatusFilter{
		"every state": nil,
		"{}":          {},
		"in":          {In: set([]state{model.UserStatusFilterValueActive})},
		"in two":      {In: set([]state{model.UserStatusFilterValueActive, model.UserStatusFilterValueSuspended})},
		"in none":     {In: set([]state{})},
		"not in":      {NotIn: set([]state{model.UserStatusFilterValuePending})},
		"not in none": {NotIn: set([]state{})},
		"in, not in":  {In: set([]state{model.UserStatusFilterValueActive}), NotIn: set([]state{model.UserStatusFilterValueActive})},
		"null":        {In: set(nil), NotIn: set(nil)},
	}
	all := map[string]*model.UserWhereInput{"nothing": nil}
	for name, f := range states {
		all[name] = &model.UserWhereInput{}
		if f != nil {
			all[name].Status = graphql.OmittableOf(f)
		}
		for i, id := range organizations {
			w := *all[name]
			w.OrganizationID = graphql.OmittableOf(&model.IDFilter{Eq: graphql.OmittableOf(&id)})
			all[fmt.Sprintf("%s at %d", name, i)] = &w
		}
	}
	return all
}

// TestStatsFromCountersAreTheCount: whoever asks, the counters say what
// counting says, and they answer where they must.
func TestStatsFromCountersAreTheCount(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n, r := w.north, w.resolver
	filters := statsFilters(n.root.GlobalID(), n.acme.GlobalID(), n.east.GlobalID(), n.beta.GlobalID(), w.south.acme.GlobalID(), w.south.root.GlobalID())
	for name, v := range n.personas() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx := authz.NewContext(t.Context(), v)
			answered := 0
			for filter, where := range filters {
				rows, err := userRows(nil, where)
				if err != nil {
					t.Fatalf("%s: %v", filter, err)
				}
				want, err := r.countedStats(ctx, connection.And(r.usersWithin(v), rows))
				if err != nil {
					t.Fatalf("%s: %v", filter, err)
				}
				part, ok := keptPart(nil, where)
				if !ok {
					t.Errorf("%s: the counters are not asked", filter)
					continue
				}
				kept, known, err := r.keptStats(ctx, v, part.organization)
				if err != nil {
					t.Fatalf("%s: %v", filter, err)
				}
				if known {
					answered++
					if diff := cmp.Diff(want, part.of(kept)); diff != "" {
						t.Errorf("%s (-counted +kept):\n%s", filter, diff)
					}
				}
				if got := total(ctx, t, r, v, where); got != want.Total {
					t.Errorf("%s: totalCount is %d, counted are %d", filter, got, want.Total)
				}
			}
			if always := name == authz.RoleResellerAdmin || name == authz.RoleTenantAdmin || name == authz.RoleClientAdmin; always && answered < len(filters)/2 {
				t.Errorf("the counters answered %d of %d", answered, len(filters))
			}
			t.Logf("the counters answered %d of %d", answered, len(filters))
		})
	}
}

// total is totalCount as the list makes it.
func total(ctx context.Context, t *testing.T, r *Resolver, v *authz.Viewer, where *model.UserWhereInput) int {
	t.Helper()
	n, known, err := r.keptTotal(v, nil, where)(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if known {
		return n
	}
	stats, err := r.userStats(ctx, nil, where)
	if err != nil {
		t.Fatal(err)
	}
	return stats.Total
}
