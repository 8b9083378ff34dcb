package graph

import (
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/internal/connection"
)

// within turns a reach into the condition on rows that carry organizationID
// (the name of that column) and account_id; nil when it holds for every row
// the tenant scope lets through anyway. It is authz.Reach.Covers in SQL.
func within(v *authz.Viewer, reach authz.Reach, organizationID string) connection.Filter {
	switch {
	case len(reach.Except) > 0:
		return withinExcept(v, reach, organizationID)
	case reach.Root, reach.Account && !v.Staff(): // the scope keeps customers to their account
		return nil
	}
	var or []connection.Filter
	if reach.Account {
		or = append(or, sql.FieldEQ("account_id", v.AccountID))
	}
	if len(reach.Exact) > 0 {
		or = append(or, among(organizationID, reach.Exact))
	}
	if len(reach.Organizations) > 0 {
		or = append(or, among(organizationID, reach.Organizations))
		if v.Staff() {
			or = append(or, among("account_id", reach.Organizations))
		}
	}
	return connection.Or(or...)
}

// withinExcept spells out the order of authz.Reach: the most specific
// statement decides.
func withinExcept(v *authz.Viewer, reach authz.Reach, organizationID string) connection.Filter {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString("CASE")
			when := func(column string, ids []uuid.UUID, then string) {
				b.WriteString(" WHEN ").Join(inArray(s.C(column), ids)).WriteString(" THEN " + then)
			}
			for i, column := range []string{organizationID, "account_id"} {
				when(column, reach.Except, "FALSE")
				if i == 0 {
					when(column, reach.Exact, "TRUE")
				}
				when(column, reach.Organizations, "TRUE")
			}
			if reach.Account {
				when("account_id", []uuid.UUID{v.AccountID}, "TRUE")
			}
			if reach.Root {
				b.WriteString(" ELSE TRUE END")
				return
			}
			b.WriteString(" ELSE FALSE END")
		}))
	}
}

// people is the condition on rows about people: those of the reseller's own
// staff follow one permission, all others another. More conditions name rows
// that are visible besides.
func people(v *authz.Viewer, staff bool, others authz.Reach, besides ...connection.Filter) connection.Filter {
	if staff && others.Everything() {
		return nil
	}
	if !v.Staff() { // the scope hides the reseller's own rows
		rest := within(v, others, "organization_id")
		if rest == nil {
			return nil
		}
		return connection.Or(append(besides, rest)...)
	}
	or := besides
	if staff {
		or = append(or, sql.FieldEQ("account_id", v.RootID))
	}
	if !others.None() {
		or = append(or, connection.And(sql.FieldNEQ("account_id", v.RootID), within(v, others, "organization_id")))
	}
	return connection.Or(or...)
}
