package graph

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organizationcounter"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// organizationStats are the cards above the list of organizations: read from
// counters when they say just this, counted with the list's own condition in one
// statement otherwise.
func (r *Resolver) organizationStats(ctx context.Context, search *string, where *model.OrganizationWhereInput) (*model.OrganizationStats, error) {
	rows, err := r.organizationRows(ctx, search, where)
	if err != nil {
		return nil, err
	}
	counts, known, err := r.keptOrganizations(ctx, authz.FromContext(ctx), search, where)
	if err != nil {
		return nil, err
	}
	if !known {
		err = r.client().Organization.Query().Modify(rows, func(s *sql.Selector) {
			s.Select(s.C("status"), s.C("kind"), sql.As(sql.Count("*"), "organizations")).GroupBy(s.C("status"), s.C("kind"))
		}).Scan(ctx, &counts)
		if err != nil {
			return nil, fmt.Errorf("count organizations: %w", err)
		}
	}
	stats := &model.OrganizationStats{}
	for _, c := range counts {
		n := int(c.Organizations)
		stats.Total += n
		switch c.Status {
		case organizationcounter.StatusACTIVE:
			stats.Active += n
		case organizationcounter.StatusSUSPENDED:
			stats.Suspended += n
		case organizationcounter.StatusDELETED: // in no list
		}
		switch c.Kind {
		case organizationcounter.KindCUSTOMER:
			stats.Customers += n
		case organizationcounter.KindSUB_ACCOUNT:
			stats.SubAccounts += n
		case organizationcounter.KindRESELLER: // there is one
		}
	}
	return stats, nil
}

// deletedTerms are the sort keys of closed organizations.
var deletedTerms = map[model.OrganizationDeletedOrderField]connection.Term[db.Organization]{
	model.OrganizationDeletedOrderFieldDeletedAt: {Column: "deleted_at", Kind: connection.Time, Value: func(o *db.Organization) any { return o.DeletedAt }},
	model.OrganizationDeletedOrderFieldName:      organizationTerms[model.OrganizationOrderFieldName],
}

// deletedList is the page of organizations that can be restored. A sub-account
// that was deleted with its account comes back with it, and is not listed.
func (r *Resolver) deletedList(
	ctx context.Context, args connection.Args, search *string, by []*model.OrganizationDeletedOrder,
) (*model.OrganizationConnection, error) {
	v := authz.FromContext(ctx)
	text, err := searched("sort_name", search)
	if err != nil {
		return nil, err
	}
	order, err := ordered(organizations, deletedTerms, by)
	if err != nil {
		return nil, err
	}
	rows := connection.And(constant("status", "=", "DELETED"), constant("name", "<>", ""), sql.FieldIsNull("purged_at"), withoutAccount,
		within(v, r.Authorizer.Reach(v, authz.OrganizationDelete), "id"), text)
	l, err := fetch(ctx, organizations, r.client().Organization.Query(), args, rows, order)
	return organizationConnection(l, err)
}

// withoutAccount holds for organizations whose account is there, and for
// accounts.
func withoutAccount(s *sql.Selector) {
	s.Where(sql.P(func(b *sql.Builder) {
		b.WriteString("(").Ident(s.C("id")).WriteString(" = ").Ident(s.C("account_id")).
			WriteString(` OR NOT EXISTS (SELECT FROM "organizations" AS "da" WHERE "da"."reseller_id" = `).Ident(s.C("reseller_id")).
			WriteString(` AND "da"."id" = `).Ident(s.C("account_id")).WriteString(` AND "da"."status" = 'DELETED'))`)
	}))
}
