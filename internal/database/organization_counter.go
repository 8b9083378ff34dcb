package database

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
)

// The numbers of organizations are kept as those of users are (see
// user_counter.go): the total of a long list costs more to count than its page
// costs to read.

// group is which organizations are counted together.
type group struct {
	reseller uuid.UUID
	kind     organization.Kind
	status   organization.Status
}

// organizationCounts collects what a transaction does to the numbers of
// organizations.
type organizationCounts map[group]int64

// hook counts organizations that are created, removed, or given another state.
func (c organizationCounts) hook(client *db.Client) db.Hook {
	return func(next db.Mutator) db.Mutator {
		return db.MutateFunc(func(ctx context.Context, m db.Mutation) (db.Value, error) {
			om, ok := m.(*db.OrganizationMutation)
			if !ok {
				return next.Mutate(ctx, m)
			}
			status, given := om.Status()
			if om.Op().Is(db.OpCreate) {
				value, err := next.Mutate(ctx, m)
				if err == nil {
					reseller, _ := om.ResellerID()
					kind, _ := om.Kind()
					c[group{reseller, kind, status}]++
				}
				return value, err
			}
			if !given && !om.Op().Is(db.OpDelete|db.OpDeleteOne) {
				return next.Mutate(ctx, m)
			}
			before, err := c.lock(ctx, client, om)
			if err != nil {
				return nil, fmt.Errorf("count organizations: %w", err)
			}
			value, err := next.Mutate(ctx, m)
			if err != nil {
				return value, err
			}
			if n, ok := value.(int); ok && n != len(before) {
				return nil, fmt.Errorf("count organizations: %w", &pq.Error{Code: "40001", Message: "organizations changed meanwhile"})
			}
			for _, o := range before {
				c[group{o.ResellerID, o.Kind, o.Status}]--
				if given {
					c[group{o.ResellerID, o.Kind, status}]++
				}
			}
			return value, nil
		})
	}
}

// lock reads the organizations a change is about to meet, and keeps it to them.
func (c organizationCounts) lock(ctx context.Context, client *db.Client, om *db.OrganizationMutation) ([]*db.Organization, error) {
	ids, err := om.IDs(ctx)
	if err != nil {
		return nil, err
	}
	these := func(s *entsql.Selector) {
		s.Where(entsql.P(func(b *entsql.Builder) {
			b.Ident(s.C(organization.FieldID)).WriteString(" = ANY(").Arg(pq.Array(ids)).WriteString(")")
		}))
	}
	om.Where(these)
	if len(ids) == 0 {
		return nil, nil
	}
	return client.Organization.Query().Where(these).Order(db.Asc(organization.FieldID)).ForUpdate().
		Select(organization.FieldID, organization.FieldResellerID, organization.FieldKind, organization.FieldStatus).All(ctx)
}

// write adds everything up with one statement, its rows in one order.
func (c organizationCounts) write(ctx context.Context, tx *sql.Tx, now time.Time) error {
	var groups []group
	for g, n := range c {
		if n != 0 {
			groups = append(groups, g)
		}
	}
	if len(groups) == 0 {
		return nil
	}
	slices.SortFunc(groups, func(a, b group) int {
		return cmp.Or(slices.Compare(a.reseller[:], b.reseller[:]), strings.Compare(string(a.kind), string(b.kind)), strings.Compare(string(a.status), string(b.status)))
	})
	var b strings.Builder
	b.WriteString(`INSERT INTO organization_counters (id, reseller_id, created_at, kind, status, organizations) VALUES `)
	var args []any
	for i, g := range groups {
		if i > 0 {
			b.WriteString(", ")
		}
		n := len(args)
		fmt.Fprintf(&b, "($%d, $%d, $%d, $%d, $%d, $%d)", n+1, n+2, n+3, n+4, n+5, n+6)
		args = append(args, uuid.Must(uuid.NewV7()), g.reseller, now, string(g.kind), string(g.status), c[g])
	}
	b.WriteString(` ON CONFLICT (reseller_id, kind, status) DO UPDATE SET organizations = organization_counters.organizations + EXCLUDED.organizations`)
	if _, err := tx.ExecContext(ctx, b.String(), args...); err != nil {
		return fmt.Errorf("count organizations: %w", err)
	}
	return nil
}
