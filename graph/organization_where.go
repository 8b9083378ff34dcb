package graph

import (
	"encoding/json"

	"entgo.io/ent/dialect/sql"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
)

// organizationWhere is the condition of a filter on organizations.
func (r *Resolver) organizationWhere(v *authz.Viewer, w *model.OrganizationWhereInput) (connection.Filter, error) {
	p := newPlace()
	f := r.organizationConditions(v)(p, w)
	return f, p.fault()
}

// organizationConditions are conditions for a viewer. What not everybody may
// read of an organization matches only where the viewer may, so that nobody
// finds it out by asking.
func (r *Resolver) organizationConditions(v *authz.Viewer) func(place, *model.OrganizationWhereInput) connection.Filter {
	readable := func(f connection.Filter, any ...authz.Permission) connection.Filter {
		if f == nil {
			return nil
		}
		return connection.And(within(v, r.Authorizer.Reach(v, any...), "id"), f)
	}
	var build func(p place, w *model.OrganizationWhereInput) connection.Filter
	build = func(p place, w *model.OrganizationWhereInput) connection.Filter {
		if w == nil {
			return nil
		}
		kind, status := w.Kind.Value(), w.Status.Value()
		and := []connection.Filter{
			logic(p, w.And, w.Or, w.Not, build),
			p.ids("id", "id", organizationPrefix, w.ID.Value()),
			p.ids("parentId", "parent_id", organizationPrefix, w.ParentID.Value()),
			p.text("name", "sort_name", w.Name.Value(), directory.Fold),
			p.instant("createdAt", "created_at", w.CreatedAt.Value()),
			readable(p.ids("planId", "plan_id", planPrefix, w.PlanID.Value()), authz.SubscriptionRead),
			readable(p.Held("hasPlan", "plan_id", w.HasPlan.Value()), authz.SubscriptionRead),
			readable(p.instant("lastActivityAt", "last_activity_at", w.LastActivityAt.Value()),
				authz.OrganizationRead, authz.TenantUserRead, authz.MemberRead),
		}
		if kind != nil {
			and = append(and, enum(p, "kind", "kind", kind.In, kind.NotIn))
		}
		if status != nil {
			and = append(and, enum(p, "status", "status", status.In, status.NotIn))
		}
		if f := w.Tag.Value(); f != nil {
			and = append(and, readable(p.Listed("tag", f.In.Value(), f.NotIn.Value(), tagged), authz.OrganizationRead))
		}
		if f := w.Feature.Value(); f != nil {
			and = append(and, readable(p.Listed("feature", f.In.Value(), f.NotIn.Value(), featured), authz.OrganizationFeatureRead))
		}
		if f := w.CreditBalance.Value(); f != nil {
			and = append(and, readable(withBalance(p.Int("creditBalance", "credit_balance", connection.IntCompare{
				Gt: f.Gt.Value(), Gte: f.Gte.Value(), Lt: f.Lt.Value(), Lte: f.Lte.Value(),
			})), authz.OrganizationCreditRead))
		}
		return connection.And(and...)
	}
	return build
}

// withBalance is a comparison of balances, which sub-accounts do not have.
func withBalance(f connection.Filter) connection.Filter {
	if f == nil {
		return nil
	}
	return connection.And(constant("kind", "<>", "SUB_ACCOUNT"), f)
}

// tagged holds for organizations that have one of the labels.
func tagged(tags []string) connection.Filter {
	or := make([]connection.Filter, len(tags))
	for i, tag := range tags {
		or[i] = func(s *sql.Selector) {
			list, _ := json.Marshal([]string{tag}) // a text always encodes
			s.Where(sql.P(func(b *sql.Builder) {
				b.Ident(s.C("tags")).WriteString(" @> ").Arg(string(list)).WriteString("::jsonb")
			}))
		}
	}
	return connection.Or(or...)
}

// featured holds for organizations whose account has one of the features. The
// account of what is listed is never deleted: saying so lets the index serve.
func featured(keys []string) connection.Filter {
	return func(s *sql.Selector) {
		reseller, account := s.C("reseller_id"), s.C("account_id")
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString(`EXISTS (SELECT FROM "organizations" AS "fa" WHERE "fa"."reseller_id" = `).Ident(reseller).
				WriteString(` AND "fa"."id" = `).Ident(account).WriteString(` AND "fa"."status" <> 'DELETED' AND "fa"."features" && `).Arg(pq.StringArray(keys)).WriteString(`)`)
		}))
	}
}
