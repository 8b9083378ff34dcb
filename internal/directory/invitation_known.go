package directory

import (
	"bytes"
	"context"
	"fmt"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/mailaddr"
)

// known is the user behind an address, and how he stands to the organization
// that wants him.
type known struct {
	user    *db.User
	here    *uuid.UUID // his membership of the organization, whatever became of it
	member  bool       // and it has not ended
	asked   bool       // an open invitation asks him into the organization
	holds   map[uuid.UUID]bool
	removed bool // he was removed from some organization of the account,
	seated  bool // but is a member of another one, or is asked into one
}

// knownRow is one row about somebody who is known.
type knownRow struct {
	Kind           string     `sql:"kind"` // user, membership, invitation or role
	UserID         uuid.UUID  `sql:"user_id"`
	OrganizationID uuid.UUID  `sql:"organization_id"`
	RowID          *uuid.UUID `sql:"row_id"`
	Status         *string    `sql:"status"`
	EmailKey       *string    `sql:"email_key"`
	ResellerRole   *string    `sql:"reseller_role"`
	UserType       *string    `sql:"user_type"`
	Locale         *string    `sql:"locale"`
	DisplayName    *string    `sql:"display_name"`
}

// readKnown finds whom the addresses belong to, in one statement. An invitation
// looks in the whole account, so that nobody there becomes two people; who
// makes a user looks in the organization alone, where an address is unique.
func (f *facts) readKnown(ctx context.Context, tx *database.Tx) error {
	var keys []string
	for _, p := range f.people {
		if key, _, ok := mailaddr.Key(p.Email); ok {
			keys = append(keys, key)
		}
	}
	alone := f.create || f.staff
	of := func(s *sql.Selector, users *sql.SelectTable) {
		s.Where(sql.P(func(b *sql.Builder) {
			column, id := user.FieldAccountID, f.account.ID
			if alone {
				column, id = user.FieldOrganizationID, f.org.ID
			}
			b.Ident(users.C(column)).WriteString(" = ").Arg(id).WriteString(" AND ").
				Ident(users.C(user.FieldStatus)).WriteString(" <> 'DELETED' AND ").
				Ident(users.C(user.FieldEmailKey)).WriteString(" = ANY(").Arg(pq.Array(keys)).WriteString(")")
		}))
	}
	// part is a table of rows that belong to those users, scoped by itself.
	part := func(entity, table, columns string) (*sql.Selector, error) {
		scope, err := database.Predicate(ctx, entity)
		if err != nil {
			return nil, err
		}
		s, u := sql.Dialect(dialect.Postgres).Select().From(sql.Table(table)), sql.Table(user.Table).As("u")
		s.Join(u).OnP(sql.ExprP(`"u"."reseller_id" = "` + table + `"."reseller_id" AND "u"."id" = "` + table + `"."user_id"`))
		s.SelectExpr(sql.Raw(columns + ", NULL, NULL, NULL, NULL, NULL"))
		of(s, u)
		scope(s)
		return s, nil
	}
	members, err := part(db.TypeMembership, membership.Table, `'membership', "memberships"."user_id", "memberships"."organization_id", "memberships"."id", "memberships"."status"`)
	if err != nil {
		return err
	}
	open, err := part(db.TypeInvitation, invitation.Table, `'invitation', "invitations"."user_id", "invitations"."organization_id", "invitations"."id", "invitations"."status"`)
	if err != nil {
		return err
	}
	open.Where(sql.EQ(open.C(invitation.FieldStatus), string(invitation.StatusPENDING)))
	roles, err := part(db.TypeRoleAssignment, roleassignment.Table, `'role', "role_assignments"."user_id", "role_assignments"."organization_id", "role_assignments"."role_id", NULL`)
	if err != nil {
		return err
	}
	roles.Where(sql.EQ(roles.C(roleassignment.FieldOrganizationID), f.org.ID))

	var rows []knownRow
	err = tx.Client.User.Query().Modify(func(s *sql.Selector) {
		s.Select().SelectExpr(sql.Raw(`'user' AS "kind", "users"."id" AS "user_id", "users"."organization_id", NULL::uuid AS "row_id", "users"."status", ` +
			`"users"."email_key", "users"."reseller_role", "users"."user_type", "users"."locale", "users"."display_name"`))
		of(s, sql.Table(user.Table))
		if !alone {
			s.UnionAll(members).UnionAll(open).UnionAll(roles)
		}
	}).Scan(ctx, &rows)
	if err != nil {
		return fmt.Errorf("look for users of these addresses: %w", err)
	}
	f.know(rows)
	return nil
}

// know sorts what was read by address.
func (f *facts) know(rows []knownRow) {
	byID := map[uuid.UUID]*known{}
	for _, r := range rows {
		if r.Kind != "user" {
			continue
		}
		k := &known{user: &db.User{
			ID: r.UserID, AccountID: f.account.ID, OrganizationID: r.OrganizationID, EmailKey: *r.EmailKey, Status: user.Status(*r.Status),
			ResellerRole: (*user.ResellerRole)(r.ResellerRole), UserType: (*user.UserType)(r.UserType), Locale: r.Locale, DisplayName: *r.DisplayName,
		}}
		byID[r.UserID] = k
	}
	for _, r := range rows {
		k := byID[r.UserID]
		if k == nil {
			continue
		}
		here := r.OrganizationID == f.org.ID
		switch r.Kind {
		case "membership":
			live := *r.Status != string(membership.StatusREMOVED)
			k.removed, k.seated = k.removed || !live, k.seated || live
			if here {
				k.here, k.member = r.RowID, live
			}
		case "invitation":
			k.asked, k.seated = k.asked || here, true
		case "role":
			if k.holds == nil {
				k.holds = map[uuid.UUID]bool{}
			}
			k.holds[*r.RowID] = true
		}
	}
	for _, k := range byID {
		if before := f.known[k.user.EmailKey]; before == nil || f.closer(k, before) {
			f.known[k.user.EmailKey] = k
		}
	}
}

// closer orders the users of one address, who may be several where they were
// made one by one: who belongs to the organization, who is in use, who was
// there first.
func (f *facts) closer(a, b *known) bool {
	near := func(k *known) int {
		switch {
		case k.user.OrganizationID == f.org.ID:
			return 3
		case k.here != nil || k.asked:
			return 2
		case k.user.Status == user.StatusACTIVE:
			return 1
		}
		return 0
	}
	if near(a) != near(b) {
		return near(a) > near(b)
	}
	return bytes.Compare(a.user.ID[:], b.user.ID[:]) < 0 // ids grow with time
}

// hasSeat tells whether somebody has a seat in the account: all have, but plain
// members who were removed everywhere and are not asked back. See unseated.
func (k *known) hasSeat() bool { return k.user.UserType != nil || k.seated || !k.removed }
