package graph

import (
	"context"
	"fmt"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/role"
	"tenantry/internal/connection"
)

// userCountOf is how many users the viewer sees hold a role now. It is asked
// for all roles of a page, one statement for each way to hold one.
func (r *Resolver) userCountOf(ctx context.Context, o *db.Role) (*int, error) {
	counts, err := once(ctx, o, o.Siblings, "userCount", "", func(all []*db.Role) (map[uuid.UUID]int, error) {
		return r.countHolders(ctx, all)
	})
	if err != nil {
		return nil, err
	}
	n := counts[o.ID]
	return &n, nil
}

func (r *Resolver) countHolders(ctx context.Context, all []*db.Role) (map[uuid.UUID]int, error) {
	counts := map[uuid.UUID]int{}
	families := map[role.Family][]*db.Role{}
	for _, o := range all {
		families[o.Family] = append(families[o.Family], o)
	}
	now := r.Now()
	for family, count := range map[role.Family]struct {
		column string
		join   connection.Filter
		name   func(string) string // from the column's value to the key of the role
	}{
		role.FamilyRESELLER:  {`"users"."reseller_role"`, nil, strings.ToLower},
		role.FamilyUSER_TYPE: {`"users"."user_type"`, nil, strings.ToLower},
		role.FamilyCLIENT: {`"m"."client_access"`, joined("memberships", "m", `"m"."status" = 'ACTIVE'`),
			func(access string) string { return "client_" + strings.ToLower(access) }},
	} {
		if len(families[family]) == 0 {
			continue
		}
		found, err := r.countBy(ctx, count.column, count.join)
		if err != nil {
			return nil, err
		}
		byKey := map[string]int{}
		for value, n := range found {
			byKey[count.name(value)] = n
		}
		for _, o := range families[family] {
			counts[o.ID] = byKey[o.Key]
		}
	}
	assigned := append(families[role.FamilyPERMISSION], families[role.FamilyCUSTOM]...)
	if len(assigned) == 0 {
		return counts, nil
	}
	ids := gather(assigned, always(roles.key))
	found, err := r.countBy(ctx, `"a"."role_id"`, joined("role_assignments", "a", `("a"."expires_at" IS NULL OR "a"."expires_at" > $now) AND ("a"."starts_at" IS NULL OR "a"."starts_at" <= $now)`, now),
		func(s *sql.Selector) {
			s.Where(sql.P(func(b *sql.Builder) { b.WriteString(`"a"."role_id" = ANY(`).Arg(array(ids)).WriteByte(')') }))
		})
	if err != nil {
		return nil, err
	}
	for _, o := range assigned {
		counts[o.ID] = found[o.ID.String()]
	}
	return counts, nil
}

// joined adds the rows of a table that belong to a user; $now stands for each
// of the arguments' first.
func joined(table, as, condition string, args ...any) connection.Filter {
	return func(s *sql.Selector) {
		s.Join(sql.Table(table).As(as)).OnP(sql.P(func(b *sql.Builder) {
			b.WriteString(`"` + as + `"."reseller_id" = "users"."reseller_id" AND "` + as + `"."user_id" = "users"."id" AND `)
			for i, part := range strings.Split(condition, "$now") {
				if i > 0 {
					b.Arg(args[0])
				}
				b.WriteString(part)
			}
		}))
	}
}

// countBy counts the users the viewer sees, by the value of a column.
func (r *Resolver) countBy(ctx context.Context, column string, more ...connection.Filter) (map[string]int, error) {
	var rows []struct {
		Value string `sql:"value"`
		N     int    `sql:"n"`
	}
	filters := []func(*sql.Selector){connection.And(r.usersWithin(authz.FromContext(ctx)), notDeleted)}
	for _, f := range more {
		if f != nil {
			filters = append(filters, f)
		}
	}
	err := r.client().User.Query().Modify(append(filters, func(s *sql.Selector) {
		s.Where(sql.ExprP(column + " IS NOT NULL"))
		s.Select().SelectExpr(sql.Raw(column+`::text AS "value"`), sql.Raw(`count(DISTINCT "users"."id") AS "n"`)).GroupBy(column)
	})...).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("count who holds roles: %w", err)
	}
	counts := make(map[string]int, len(rows))
	for _, row := range rows {
		counts[row.Value] = row.N
	}
	return counts, nil
}
