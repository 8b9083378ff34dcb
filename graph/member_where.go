package graph

import (
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db/membership"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// sought is what a filter asks of a membership: all of it of the same one. Of
// each list of organizations it must fit one.
type sought struct {
	status, access, modules    []string
	organizations, subAccounts [][]uuid.UUID
}

// memberConditions holds for users with a membership that fits everything the
// filter says about memberships, and with none that notIn rules out.
func memberConditions(p place, w *model.UserWhereInput) connection.Filter {
	var m sought
	if f := w.MembershipStatus.Value(); f != nil {
		connection.Enum(p.Budget, "membershipStatus", "status", f.In.Value(), nil) // for the budget
		m.status = texts(f.In.Value())
	}
	if f := w.Access.Value(); f != nil {
		connection.Enum(p.Budget, "access", "client_access", f.In.Value(), nil)
		m.access = texts(f.In.Value())
	}
	if f := w.Module.Value(); f != nil {
		p.Text("module", "module", connection.TextCompare{In: f.In.Value()})
		m.modules = f.In.Value()
	}
	and := []connection.Filter{
		p.memberIDs("memberOf", w.MemberOf.Value(), &m.organizations, func(ids []uuid.UUID) sought {
			return sought{organizations: [][]uuid.UUID{ids}}
		}),
		p.memberIDs("subAccountId", w.SubAccountID.Value(), &m.subAccounts, func(ids []uuid.UUID) sought {
			return sought{subAccounts: [][]uuid.UUID{ids}}
		}),
	}
	if m.status != nil || m.access != nil || m.modules != nil || m.organizations != nil || m.subAccounts != nil {
		and = append(and, member(m))
	}
	return connection.And(and...)
}

// memberIDs adds eq and in to what is sought of a membership, and answers that
// there is none of those in notIn.
func (p place) memberIDs(field string, f *model.IDFilter, wanted *[][]uuid.UUID, one func([]uuid.UUID) sought) connection.Filter {
	if f == nil {
		return nil
	}
	p.idsBy(field, organizationPrefix, &model.IDFilter{Eq: f.Eq, In: f.In}, func(ids []uuid.UUID) connection.Filter {
		*wanted = append(*wanted, ids)
		return nil
	})
	return p.idsBy(field, organizationPrefix, &model.IDFilter{NotIn: f.NotIn}, func(ids []uuid.UUID) connection.Filter {
		return member(one(ids))
	})
}

func texts[E ~string](values []E) []string {
	if values == nil {
		return nil
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// member holds for users with a membership that fits. Every row is tied to the reseller of the user, whom the
// tenant scope has tied already.
func member(m sought) connection.Filter {
	return func(s *sql.Selector) {
		reseller, id := s.C("reseller_id"), s.C("id")
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString(`EXISTS (SELECT FROM "memberships" AS "me" WHERE "me"."reseller_id" = `).Ident(reseller).
				WriteString(` AND "me"."user_id" = `).Ident(id)
			// What a membership opens, it opens while it is in force.
			if m.access != nil || m.modules != nil || m.subAccounts != nil {
				b.WriteString(` AND "me"."status" = 'ACTIVE'`)
			} else if !slices.Contains(m.status, string(membership.StatusREMOVED)) {
				b.WriteString(` AND "me"."status" <> '` + string(membership.StatusREMOVED) + `'`)
			} else { // who is asked in for the first time was no member
				b.WriteString(` AND ("me"."status" <> '` + string(membership.StatusREMOVED) + `' OR "me"."ended_at" IS NOT NULL)`)
			}
			is := func(column string, values []string) {
				if values != nil {
					b.WriteString(` AND "me"."` + column + `" = ANY(`).Arg(pq.StringArray(values)).WriteString(`)`)
				}
			}
			is("status", m.status)
			is("client_access", m.access)
			for _, ids := range m.organizations {
				b.WriteString(` AND "me"."organization_id" = ANY(`).Arg(array(ids)).WriteString(`)`)
			}
			if m.modules != nil {
				b.WriteString(` AND ("me"."client_access" = 'ADMIN' OR EXISTS (SELECT FROM "module_grants" AS "mg" WHERE "mg"."reseller_id" = "me"."reseller_id"` +
					` AND "mg"."membership_id" = "me"."id" AND "mg"."module" = ANY(`).Arg(pq.StringArray(m.modules)).WriteString(`)))`)
			}
			for _, ids := range m.subAccounts {
				b.WriteString(` AND EXISTS (SELECT FROM "organizations" AS "su" WHERE "su"."reseller_id" = "me"."reseller_id" AND "su"."id" = ANY(`).Arg(array(ids)).
					WriteString(`) AND "su"."status" <> 'DELETED' AND ("su"."id" = "me"."organization_id"` +
						` OR "me"."client_access" = 'ADMIN' AND "su"."account_id" = "me"."organization_id"` +
						` OR EXISTS (SELECT FROM "sub_account_grants" AS "sg" WHERE "sg"."reseller_id" = "me"."reseller_id"` +
						` AND "sg"."membership_id" = "me"."id" AND "sg"."organization_id" = "su"."id")))`)
			}
			b.WriteString(`)`)
		}))
	}
}

// twoFactor compares whether a second factor is enrolled.
func (p place) twoFactor(enabled *bool) connection.Filter {
	if enabled == nil {
		return nil
	}
	operator := "IS NULL"
	if *enabled {
		operator = "IS NOT NULL"
	}
	p.Bool("twoFactorEnabled", "two_factor_at", enabled) // for the budget
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) { b.Ident(s.C("two_factor_at")).WriteString(" " + operator) }))
	}
}
