package graph

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/ent/db/usercounter"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// userStats are the cards above the list of users: read from counters when
// they say just this, counted with the list's own condition otherwise.
func (r *Resolver) userStats(ctx context.Context, search *string, where *model.UserWhereInput) (*model.UserStats, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := userRows(search, where)
	if err != nil {
		return nil, err
	}
	if part, ok := keptPart(search, where); ok {
		stats, known, err := r.keptStats(ctx, v, part.organization)
		if known || err != nil {
			return part.of(stats), err
		}
	}
	return r.countedStats(ctx, connection.And(r.usersWithin(v), rows))
}

// countedStats counts users by state, in one statement.
func (r *Resolver) countedStats(ctx context.Context, rows connection.Filter) (*model.UserStats, error) {
	var counts []struct {
		Status user.Status `sql:"status"`
		N      int         `sql:"n"`
	}
	err := r.client().User.Query().Modify(rows, func(s *sql.Selector) {
		s.Select(s.C("status"), sql.As(sql.Count("*"), "n")).GroupBy(s.C("status"))
	}).Scan(ctx, &counts)
	if err != nil {
		return nil, fmt.Errorf("count users by status: %w", err)
	}
	stats := &model.UserStats{}
	for _, c := range counts {
		switch c.Status {
		case user.StatusACTIVE:
			stats.Active = c.N
		case user.StatusPENDING:
			stats.Pending = c.N
		case user.StatusSUSPENDED:
			stats.Suspended = c.N
		case user.StatusDELETED: // in no list
		}
	}
	stats.Total = stats.Active + stats.Pending + stats.Suspended
	return stats, nil
}

// part is what of a list the counters can tell apart.
type part struct {
	organization *uuid.UUID                      // nil: everywhere in reach
	states       func(user.Status) (wanted bool) // by the filter
}

// of leaves out the states the filter does not want.
func (p part) of(all *model.UserStats) *model.UserStats {
	if all == nil {
		return nil
	}
	out := &model.UserStats{}
	if p.states(user.StatusACTIVE) {
		out.Active = all.Active
	}
	if p.states(user.StatusPENDING) {
		out.Pending = all.Pending
	}
	if p.states(user.StatusSUSPENDED) {
		out.Suspended = all.Suspended
	}
	out.Total = out.Active + out.Pending + out.Suspended
	return out
}

// keptPart tells whether a list is limited by nothing but one home organization
// and states.
func keptPart(search *string, where *model.UserWhereInput) (part, bool) {
	p := part{states: func(user.Status) bool { return true }}
	if search != nil && strings.TrimSpace(*search) != "" {
		return p, false
	}
	if where == nil {
		return p, true
	}
	rest := *where
	if at := where.OrganizationID.Value(); at != nil {
		id := at.Eq.Value()
		if id == nil || len(at.In.Value()) > 0 || len(at.NotIn.Value()) > 0 {
			return p, false
		}
		key := keyOf(organizationPrefix, *id)
		p.organization, rest.OrganizationID = &key, graphql.Omittable[*model.IDFilter]{}
	}
	if by := where.Status.Value(); by != nil {
		in, notIn := by.In, by.NotIn
		p.states = func(s user.Status) bool {
			value := model.UserStatusFilterValue(s)
			return (in.Value() == nil || slices.Contains(in.Value(), value)) && !slices.Contains(notIn.Value(), value)
		}
		rest.Status = graphql.Omittable[*model.UserStatusFilter]{}
	}
	return p, reflect.DeepEqual(rest, model.UserWhereInput{})
}

// keptTotal is the total of a list of users from the counters.
func (r *Resolver) keptTotal(v *authz.Viewer, search *string, where *model.UserWhereInput) func(context.Context) (int, bool, error) {
	return func(ctx context.Context) (int, bool, error) {
		part, ok := keptPart(search, where)
		if !ok {
			return 0, false, nil
		}
		stats, known, err := r.keptStats(ctx, v, part.organization)
		if !known || err != nil {
			return 0, false, err
		}
		return part.of(stats).Total, true, nil
	}
}

// keptStats adds up the counters that cover just what the viewer may list, of
// one organization or of all; known is false when none do.
func (r *Resolver) keptStats(ctx context.Context, v *authz.Viewer, organization *uuid.UUID) (stats *model.UserStats, known bool, err error) {
	staff, others := r.Authorizer.UserReach(v)
	switch {
	case organization != nil && *organization == v.RootID:
		if !staff {
			return nil, false, nil
		}
		stats, err = r.counters(ctx, usercounter.ScopeORGANIZATION, v.RootID)
	case organization != nil:
		var at *db.UserCounter
		at, err = r.client().UserCounter.Query().Where(usercounter.ScopeEQ(usercounter.ScopeORGANIZATION), usercounter.ScopeID(*organization)).Only(ctx)
		switch {
		case db.IsNotFound(err): // nobody has ever been there
			return &model.UserStats{}, true, nil
		case err != nil:
			return nil, false, fmt.Errorf("read the counter of organization %s: %w", organization, err)
		case !others.Covers(v, *organization, at.AccountID):
			return nil, false, nil
		}
		stats = statsOf(at)
	case len(others.Except) > 0:
		return nil, false, nil
	case v.Staff() && others.Root && staff:
		stats, err = r.counters(ctx, usercounter.ScopeRESELLER, v.ResellerID)
	case v.Staff() && others.None() && staff:
		stats, err = r.counters(ctx, usercounter.ScopeORGANIZATION, v.RootID)
	case v.Staff() && others.Root:
		stats, err = r.customersOnly(ctx, v)
	case !v.Staff() && others.Account:
		stats, err = r.counters(ctx, usercounter.ScopeACCOUNT, v.AccountID)
	case !v.Staff() && len(others.Organizations) == 1 && others.Organizations[0] == v.OrganizationID:
		stats, err = r.counters(ctx, usercounter.ScopeORGANIZATION, v.OrganizationID)
	default:
		return nil, false, nil
	}
	return stats, err == nil, err
}

// customersOnly are the numbers of staff who see customers and no colleagues,
// but themselves.
func (r *Resolver) customersOnly(ctx context.Context, v *authz.Viewer) (*model.UserStats, error) {
	all, err := r.counters(ctx, usercounter.ScopeRESELLER, v.ResellerID)
	if err != nil {
		return nil, err
	}
	colleagues, err := r.counters(ctx, usercounter.ScopeORGANIZATION, v.RootID)
	if err != nil {
		return nil, err
	}
	all.Active += 1 - colleagues.Active
	all.Pending -= colleagues.Pending
	all.Suspended -= colleagues.Suspended
	all.Total += 1 - colleagues.Total
	return all, nil
}

// counters adds up the shards of one counter.
func (r *Resolver) counters(ctx context.Context, scope usercounter.Scope, id uuid.UUID) (*model.UserStats, error) {
	rows, err := r.client().UserCounter.Query().Where(usercounter.ScopeEQ(scope), usercounter.ScopeID(id)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read counters of %s %s: %w", scope, id, err)
	}
	return statsOf(rows...), nil
}

func statsOf(rows ...*db.UserCounter) *model.UserStats {
	s := &model.UserStats{}
	for _, c := range rows {
		s.Active += int(c.Active)
		s.Pending += int(c.Pending)
		s.Suspended += int(c.Suspended)
	}
	s.Total = s.Active + s.Pending + s.Suspended
	return s
}

// statsAt are the cards of one organization, for all organizations of a page
// at once; nil for one whose users the viewer may not list.
func (r *Resolver) statsAt(ctx context.Context, o *db.Organization) (*model.UserStats, error) {
	v := authz.FromContext(ctx)
	staff, others := r.Authorizer.UserReach(v)
	sees := func(o *db.Organization) bool {
		if o.ID == v.RootID {
			return staff
		}
		return others.Covers(v, o.ID, o.AccountID)
	}
	if !sees(o) {
		return nil, nil
	}
	found, err := once(ctx, o, o.Siblings, "userStats", "", func(all []*db.Organization) (map[uuid.UUID]*model.UserStats, error) {
		ids := gather(all, func(o *db.Organization) *uuid.UUID { return &o.ID })
		rows, err := r.client().UserCounter.Query().Where(usercounter.ScopeEQ(usercounter.ScopeORGANIZATION)).Modify(among("scope_id", ids)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read counters of organizations: %w", err)
		}
		stats := make(map[uuid.UUID]*model.UserStats, len(rows))
		for _, c := range rows {
			stats[c.ScopeID] = statsOf(c)
		}
		return stats, nil
	})
	if err != nil {
		return nil, err
	}
	if found[o.ID] == nil {
		return &model.UserStats{}, nil
	}
	return found[o.ID], nil
}
