package graph

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/organizationcounter"
	"tenantry/graph/model"
)

// keptOrganizations are the counters that add up to a list of organizations;
// known is false when the viewer does not see all of them, or when the list is
// narrowed by more than place and state.
func (r *Resolver) keptOrganizations(
	ctx context.Context, v *authz.Viewer, search *string, where *model.OrganizationWhereInput,
) (kept []*db.OrganizationCounter, known bool, err error) {
	wanted, ok := countedApart(search, where)
	if !ok || !v.Staff() || !r.Authorizer.OrganizationReach(v).Everything() {
		return nil, false, nil
	}
	all, err := r.client().OrganizationCounter.Query().All(ctx)
	if err != nil {
		return nil, false, fmt.Errorf("read the counters of organizations: %w", err)
	}
	return slices.DeleteFunc(all, func(c *db.OrganizationCounter) bool { return !wanted(c) }), true, nil
}

// keptOrganizationTotal is the total of a list of organizations from the
// counters.
func (r *Resolver) keptOrganizationTotal(v *authz.Viewer, search *string, where *model.OrganizationWhereInput) func(context.Context) (int, bool, error) {
	return func(ctx context.Context) (n int, known bool, err error) {
		kept, known, err := r.keptOrganizations(ctx, v, search, where)
		for _, c := range kept {
			n += int(c.Organizations)
		}
		return n, known, err
	}
}

// countedApart tells whether counters can say how long a list is, and which of
// them are meant.
func countedApart(search *string, where *model.OrganizationWhereInput) (wanted func(*db.OrganizationCounter) bool, ok bool) {
	if search != nil && strings.TrimSpace(*search) != "" {
		return nil, false
	}
	var rest model.OrganizationWhereInput
	if where != nil {
		rest = *where
	}
	kind, status := rest.Kind.Value(), rest.Status.Value()
	rest.Kind, rest.Status = graphql.Omittable[*model.OrganizationKindFilter]{}, graphql.Omittable[*model.OrganizationStatusFilter]{}
	return func(c *db.OrganizationCounter) bool {
		return c.Status != organizationcounter.StatusDELETED &&
			(kind == nil || passes(organization.Kind(c.Kind), kind.In, kind.NotIn)) &&
			(status == nil || passes(model.OrganizationStatusFilterValue(c.Status), status.In, status.NotIn))
	}, reflect.DeepEqual(rest, model.OrganizationWhereInput{})
}

// passes tells whether a filter by a list of values and one of exceptions lets a
// value through.
func passes[T comparable](value T, in, notIn graphql.Omittable[[]T]) bool {
	return (in.Value() == nil || slices.Contains(in.Value(), value)) && !slices.Contains(notIn.Value(), value)
}
