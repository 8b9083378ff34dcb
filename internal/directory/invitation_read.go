package directory

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/user"
	"tenantry/ent/db/usercounter"
	"tenantry/internal/database"
	"tenantry/internal/mailaddr"
)

// knownRow is one row about somebody who is known, or about the organization.
type knownRow struct {
	// user, membership, invitation or role of somebody; sub-account, administrator
	// or seats of the organization
	Kind           string     `sql:"kind"`
	UserID         uuid.UUID  `sql:"user_id"`
	OrganizationID uuid.UUID  `sql:"organization_id"`
	RowID          *uuid.UUID `sql:"row_id"`
	Status         *string    `sql:"status"`
	EmailKey       *string    `sql:"email_key"`
	ResellerRole   *string    `sql:"reseller_role"`
	UserType       *string    `sql:"user_type"`
	Locale         *string    `sql:"locale"`
	DisplayName    *string    `sql:"display_name"`
	Modules        *[]byte    `sql:"modules"`      // of a membership of the organization: what it gives, with
	SubAccounts    *[]byte    `sql:"sub_accounts"` // the keys of the grants
	N              *int       `sql:"n"`
}

// readKnown finds whom the addresses belong to, and what of the organization
// the people are judged by, in one statement. An invitation looks in the whole
// account, so that nobody there becomes two people; who makes a user looks in
// the organization alone, where an address is unique.
func (f *facts) readKnown(ctx context.Context, tx *database.Tx) error {
	u := &union{ctx: ctx}
	if !f.create && !f.staff {
		f.addStanding(u)
	}
	f.addOrganization(u)
	if u.err != nil {
		return u.err
	}
	if f.account.SeatLimit != nil {
		f.seatsLeft = *f.account.SeatLimit - tx.UsersAdded(f.account.ID)
	}
	var rows []knownRow
	err := tx.Client.User.Query().Modify(func(s *sql.Selector) {
		s.Select().SelectExpr(sql.Raw(`'user' AS "kind", "users"."id" AS "user_id", "users"."organization_id", NULL::uuid AS "row_id", "users"."status", ` +
			`"users"."email_key", "users"."reseller_role", "users"."user_type", "users"."locale", "users"."display_name", NULL::json AS "modules", NULL::json AS "sub_accounts", NULL::bigint AS "n"`))
		f.named(s, sql.Table(user.Table))
		for _, part := range u.parts {
			s.UnionAll(part)
		}
	}).Scan(ctx, &rows)
	if err != nil {
		return fmt.Errorf("look for users of these addresses: %w", err)
	}
	return f.know(rows)
}

// union is parts of one statement. Each is scoped by itself: the scope of the
// first does not reach into a union.
type union struct {
	ctx   context.Context
	parts []*sql.Selector
	err   error
}

// add begins a part; columns are those of knownRow up to the status.
func (u *union) add(entity, table, columns string) *sql.Selector {
	return u.addExpr(entity, table, sql.Raw(columns+strings.Repeat(", NULL", 8)))
}

func (u *union) addExpr(entity, table string, columns sql.Querier) *sql.Selector {
	s := sql.Dialect(dialect.Postgres).Select().From(sql.Table(table))
	s.SelectExpr(columns)
	scope, err := database.Predicate(u.ctx, entity)
	if err != nil {
		u.err = err
		return s
	}
	scope(s)
	u.parts = append(u.parts, s)
	return s
}

// named holds for the users whose addresses were named.
func (f *facts) named(s *sql.Selector, users *sql.SelectTable) {
	column, id := user.FieldAccountID, f.account.ID
	if f.create || f.staff {
		column, id = user.FieldOrganizationID, f.org.ID
	}
	var keys []string
	for _, p := range f.people {
		if key, _, ok := mailaddr.Key(p.Email); ok {
			keys = append(keys, key)
		}
	}
	s.Where(sql.P(func(b *sql.Builder) {
		b.Ident(users.C(column)).WriteString(" = ").Arg(id).WriteString(" AND ").
			Ident(users.C(user.FieldStatus)).WriteString(" <> 'DELETED' AND ").
			Ident(users.C(user.FieldEmailKey)).WriteString(" = ANY(").Arg(pq.Array(keys)).WriteString(")")
	}))
}

// addStanding asks how those users stand to the account and the organization.
func (f *facts) addStanding(u *union) {
	join := func(s *sql.Selector, table string) {
		of := sql.Table(user.Table).As("u")
		s.Join(of).OnP(sql.ExprP(`"u"."reseller_id" = "` + table + `"."reseller_id" AND "u"."id" = "` + table + `"."user_id"`))
		f.named(s, of)
	}
	// theirs is the part of a table with a user in it.
	theirs := func(entity, table, columns string) *sql.Selector {
		s := u.add(entity, table, columns)
		join(s, table)
		return s
	}
	members := u.addExpr(db.TypeMembership, membership.Table, sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString(`'membership', "memberships"."user_id", "memberships"."organization_id", "memberships"."id", "memberships"."status"` + strings.Repeat(", NULL", 5))
		for _, grants := range []string{
			`json_object_agg("g"."module", "g"."id") FROM "module_grants" AS "g"`,
			`json_object_agg("g"."organization_id", "g"."id") FROM "sub_account_grants" AS "g"`,
		} {
			b.WriteString(`, CASE WHEN "memberships"."organization_id" = `).Arg(f.org.ID).WriteString(` THEN (SELECT ` + grants +
				` WHERE "g"."reseller_id" = "memberships"."reseller_id" AND "g"."membership_id" = "memberships"."id") END`)
		}
		b.WriteString(", NULL")
	}))
	join(members, membership.Table)
	open := theirs(db.TypeInvitation, invitation.Table, `'invitation', "invitations"."user_id", "invitations"."organization_id", "invitations"."id", "invitations"."status"`)
	open.Where(sql.EQ(open.C(invitation.FieldStatus), string(invitation.StatusPENDING)))
	roles := theirs(db.TypeRoleAssignment, roleassignment.Table, `'role', "role_assignments"."user_id", "role_assignments"."organization_id", "role_assignments"."role_id", NULL`)
	roles.Where(sql.EQ(roles.C(roleassignment.FieldOrganizationID), f.org.ID))
}

// addOrganization asks for the sub-accounts that were named, for somebody who
// administers the organization, and for the seats that are taken, where that
// matters.
func (f *facts) addOrganization(u *union) {
	var subAccounts []uuid.UUID
	for _, p := range f.people {
		subAccounts = append(subAccounts, p.SubAccountIDs...)
	}
	if len(subAccounts) > 0 {
		slices.SortFunc(subAccounts, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
		s := u.add(db.TypeOrganization, organization.Table, `'sub-account', NULL, "organizations"."id", NULL, NULL`)
		s.Where(sql.And(sql.EQ(s.C(organization.FieldParentID), f.org.ID), sql.EQ(s.C(organization.FieldKind), string(organization.KindSUB_ACCOUNT)),
			sql.EQ(s.C(organization.FieldStatus), string(organization.StatusACTIVE))))
		anyOf("id", slices.Compact(subAccounts))(s)
	}
	if !f.staff && slices.ContainsFunc(f.people, func(p NewUser) bool { return p.Access == membership.ClientAccessADMIN }) {
		s := u.add(db.TypeOrganization, organization.Table, `'administrator', NULL, "organizations"."id", NULL, NULL`)
		s.Where(sql.And(sql.EQ(s.C(organization.FieldID), f.org.ID), sql.ExprP(`EXISTS (SELECT FROM "memberships" AS "m" `+
			`WHERE "m"."reseller_id" = "organizations"."reseller_id" AND "m"."organization_id" = "organizations"."id" `+
			`AND "m"."client_access" = 'ADMIN' AND "m"."status" <> 'REMOVED')`)))
	}
	if f.account.SeatLimit != nil {
		s := u.addExpr(db.TypeUserCounter, usercounter.Table, sql.ExprFunc(func(b *sql.Builder) {
			b.WriteString("'seats'" + strings.Repeat(", NULL", 11) + ", ")
			seats(b, f.account)
		}))
		s.Where(sql.And(sql.EQ(s.C(usercounter.FieldScope), string(usercounter.ScopeACCOUNT)), sql.EQ(s.C(usercounter.FieldScopeID), f.account.ID)))
	}
}
