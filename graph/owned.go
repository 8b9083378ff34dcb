package graph

import (
	"context"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/connection"
	"tenantry/internal/feature"
)

// searchedIn is searched for lists with more than one text: every word occurs in
// the folded column or in one of the others, which are compared without regard
// to case.
func searchedIn(folded string, search *string, others ...string) (connection.Filter, error) {
	if f, err := searched(folded, search); err != nil || f == nil {
		return f, err
	}
	like := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
	var and []connection.Filter
	for _, word := range strings.Fields(*search) {
		or := make([]connection.Filter, 0, 1+len(others))
		inFolded, err := searched(folded, &word)
		if err != nil {
			return nil, err
		}
		or = append(or, inFolded)
		for _, column := range others {
			pattern := "%" + like.Replace(word) + "%"
			or = append(or, func(s *sql.Selector) {
				s.Where(sql.P(func(b *sql.Builder) { b.Ident(s.C(column)).WriteString(" ILIKE ").Arg(pattern) }))
			})
		}
		and = append(and, connection.Or(or...))
	}
	return connection.And(and...), nil
}

// placeState is what the place of a row says about actions upon the row.
type placeState struct {
	closed   bool     // the organization, or the account above it, is suspended or deleted
	features []string // of the account
}

// lacks reports whether the account may not use a feature now: the viewer's
// are those of the account itself, for staff those of the reseller.
func (p placeState) lacks(ctx context.Context, key feature.Key) bool {
	return !slices.Contains(p.features, key) || !slices.Contains(authz.FromContext(ctx).Features, key)
}

// placeStates tells of the organizations of rows read together. The rows are
// seen anyway, so it does not matter whether the organizations are.
func placeStates[T any](ctx context.Context, r *Resolver, node *T, siblings []*T, of func(*T) (organization, account uuid.UUID)) (map[uuid.UUID]placeState, error) {
	return once(ctx, node, siblings, "places", "", func(all []*T) (map[uuid.UUID]placeState, error) {
		var ids []uuid.UUID
		for _, n := range all {
			for _, id := range pair(of(n)) {
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
		found, err := r.organizationsNamed(ctx, ids, []string{"id", "reseller_id", "account_id", "status", "features"})
		if err != nil {
			return nil, err
		}
		works := func(id uuid.UUID) bool { o := found[id]; return o != nil && o.Status == organization.StatusACTIVE }
		states := map[uuid.UUID]placeState{}
		for _, n := range all {
			o, a := of(n)
			state := placeState{closed: !works(o) || !works(a)}
			if account := found[a]; account != nil {
				state.features = account.Features
			}
			states[o] = state
		}
		return states, nil
	})
}

func pair(a, b uuid.UUID) [2]uuid.UUID { return [2]uuid.UUID{a, b} }

// ownerOf is the organization that a row belongs to: whoever sees the row reads
// its name beside it, also when it is closed.
func ownerOf[T any](ctx context.Context, r *Resolver, node *T, siblings []*T, id func(*T) uuid.UUID) (*db.Organization, error) {
	return toOne(ctx, node, siblings, "organization", always(id), organizations.selected(ctx), r.organizationsNamed)
}

// ownedBy is the condition that a row of an organization is within the reach of
// one of the permissions.
func (r *Resolver) ownedBy(v *authz.Viewer, any ...authz.Permission) connection.Filter {
	return within(v, r.Authorizer.Reach(v, any...), "organization_id")
}

// actionsAs writes actions of the policy as those of the schema, which have the
// same names.
func actionsAs[To, From ~string](actions []From) []To {
	out := make([]To, len(actions))
	for i, a := range actions {
		out[i] = To(a)
	}
	return out
}

// named is a field that always has a value: left out it stays, and null is as
// good as empty.
func named(o graphql.Omittable[*string]) *string {
	v, given := o.ValueOK()
	if given && v == nil {
		return new(string)
	}
	return v
}
