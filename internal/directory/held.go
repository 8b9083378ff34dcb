package directory

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
)

// holding is one thing a user has: the roles of his own row, a membership, or
// an assignment that has not ended.
type holding struct {
	UserID         uuid.UUID  `sql:"user_id"`
	OrganizationID uuid.UUID  `sql:"organization_id"`
	AccountID      uuid.UUID  `sql:"account_id"`
	ResellerRole   *string    `sql:"reseller_role"`
	UserType       *string    `sql:"user_type"`
	Access         *string    `sql:"access"`
	Status         *string    `sql:"status"` // of the membership, or askedIn
	Open           *bool      `sql:"open"`   // the organization of the membership is active
	Role           *string    `sql:"role"`
	RoleID         *uuid.UUID `sql:"role_id"`
	StartsAt       *time.Time `sql:"starts_at"`
}

// askedIn stands for the state of a membership that waits for its first
// acceptance.
const askedIn = "ASKED_IN"

// Held is what users hold at a moment, in one statement: exactly the roles a
// session of theirs would have, were they active.
func Held(ctx context.Context, client *db.Client, now time.Time, users ...*db.User) (map[uuid.UUID][]authz.Assignment, error) {
	rows, err := holdings(ctx, client, now, users)
	if err != nil {
		return nil, err
	}
	held := make(map[uuid.UUID][]authz.Assignment, len(users))
	for id, own := range byOwner(rows) {
		held[id] = inForce(own, now)
	}
	return held, nil
}

// Standing is what the buttons of a user's row depend on besides the row.
type Standing struct {
	// Outranks: the user may do what the viewer could not give. Roles that start
	// later and memberships that are blocked count as well: whoever can sign in as
	// the user would only have to wait.
	Outranks bool
	// Left: a membership of the user is over or waits for its first acceptance, so
	// that there may be an invitation into it.
	Left bool
}

// Standings answers how users stand to the viewer, in one statement.
func Standings(ctx context.Context, client *db.Client, a *authz.Authorizer, now time.Time, v *authz.Viewer, users ...*db.User) (map[uuid.UUID]Standing, error) {
	rows, err := holdings(ctx, client, now, users)
	if err != nil {
		return nil, err
	}
	all := make(map[uuid.UUID]Standing, len(users))
	for id, own := range byOwner(rows) {
		all[id] = Standing{Outranks: outranks(a, v, everything(own)), Left: slices.ContainsFunc(own, holding.over)}
	}
	return all, nil
}

// over tells a membership that gives nothing, now or later.
func (h holding) over() bool {
	return h.Status != nil && (*h.Status == string(membership.StatusREMOVED) || *h.Status == askedIn)
}

// outranks looks at every organization where something is held.
func outranks(a *authz.Authorizer, v *authz.Viewer, held []authz.Assignment) bool {
	for _, at := range held {
		if a.Outranks(v, held, at.Domain, at.Account, v.RootID) {
			return true
		}
	}
	return false
}

// holdings reads what users have. Every part is scoped by itself: the scope of
// the first does not reach into a union.
func holdings(ctx context.Context, client *db.Client, now time.Time, users []*db.User) ([]holding, error) {
	if len(users) == 0 {
		return nil, nil
	}
	ids := make([]uuid.UUID, len(users))
	for i, u := range users {
		ids[i] = u.ID
	}
	ofMembers, err := database.Predicate(ctx, db.TypeMembership)
	if err != nil {
		return nil, err
	}
	ofAssignments, err := database.Predicate(ctx, db.TypeRoleAssignment)
	if err != nil {
		return nil, err
	}
	var rows []holding
	err = client.User.Query().Modify(func(s *sql.Selector) {
		s.Select().SelectExpr(sql.Raw(`"users"."id" AS "user_id", "users"."organization_id", "users"."account_id", ` +
			`"users"."reseller_role", "users"."user_type", NULL::text AS "access", NULL::text AS "status", NULL::boolean AS "open", ` +
			`NULL::text AS "role", NULL::uuid AS "role_id", NULL::timestamptz AS "starts_at"`))
		s.Where(ownedBy(s.C(user.FieldID), ids))

		m := sql.Dialect(dialect.Postgres).Select().From(sql.Table(membership.Table))
		m.Join(sql.Table(organization.Table).As("o")).OnP(sql.ExprP(
			`"o"."reseller_id" = "memberships"."reseller_id" AND "o"."id" = "memberships"."organization_id"`))
		m.SelectExpr(sql.Raw(`"memberships"."user_id", "memberships"."organization_id", "memberships"."account_id", ` +
			`NULL, NULL, "memberships"."client_access", CASE WHEN "memberships"."status" = 'REMOVED' AND "memberships"."ended_at" IS NULL ` +
			`THEN '` + askedIn + `' ELSE "memberships"."status" END, "o"."status" = 'ACTIVE', NULL, NULL::uuid, NULL::timestamptz`))
		m.Where(ownedBy(m.C(membership.FieldUserID), ids))
		ofMembers(m)
		s.UnionAll(m)

		a := sql.Dialect(dialect.Postgres).Select().From(sql.Table(roleassignment.Table))
		a.Join(sql.Table("roles").As("r")).OnP(sql.ExprP(
			`"r"."reseller_id" = "role_assignments"."reseller_id" AND "r"."id" = "role_assignments"."role_id"`))
		a.Join(sql.Table(organization.Table).As("o")).OnP(sql.ExprP(
			`"o"."reseller_id" = "role_assignments"."reseller_id" AND "o"."id" = "role_assignments"."organization_id"`))
		a.SelectExpr(sql.Raw(`"role_assignments"."user_id", "role_assignments"."organization_id", "o"."account_id", ` +
			`NULL, NULL, NULL, NULL, NULL::boolean, CASE WHEN "r"."system" THEN "r"."key" ELSE "r"."id"::text END, "r"."id", "role_assignments"."starts_at"`))
		a.Where(ownedBy(a.C(roleassignment.FieldUserID), ids))
		a.Where(sql.Or(sql.IsNull(a.C("expires_at")), sql.GT(a.C("expires_at"), now)))
		ofAssignments(a)
		s.UnionAll(a)
	}).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("read what users hold: %w", err)
	}
	return rows, nil
}

func ownedBy(column string, ids []uuid.UUID) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Ident(column).WriteString(" = ANY(").Arg(pq.Array(ids)).WriteString(")")
	})
}

func byOwner(rows []holding) map[uuid.UUID][]holding {
	own := map[uuid.UUID][]holding{}
	for _, h := range rows {
		own[h.UserID] = append(own[h.UserID], h)
	}
	return own
}

// keys are the policy's names of the roles in one holding.
func (h holding) keys() []string {
	var keys []string
	for _, key := range []*string{h.ResellerRole, h.UserType} {
		if key != nil {
			keys = append(keys, strings.ToLower(*key))
		}
	}
	if h.Access != nil {
		keys = append(keys, "client_"+strings.ToLower(*h.Access))
	}
	if h.Role != nil {
		keys = append(keys, *h.Role)
	}
	return keys
}

func (h holding) assignments() []authz.Assignment {
	var list []authz.Assignment
	for _, key := range h.keys() {
		list = append(list, authz.Assignment{Role: key, Domain: h.OrganizationID, Account: h.AccountID})
	}
	return list
}

// everything counts what is blocked or to come, but not what has ended.
func everything(own []holding) []authz.Assignment {
	var all []authz.Assignment
	for _, h := range own {
		if !h.over() {
			all = append(all, h.assignments()...)
		}
	}
	return all
}

// inForce counts as package session does: the membership at an organization, or
// else in the account above it, closes it to a customer's user unless active.
// One that waits for its first acceptance closes its own organization alone.
func inForce(own []holding, now time.Time) []authz.Assignment {
	open := func(at holding) bool {
		for _, id := range [2]uuid.UUID{at.OrganizationID, at.AccountID} {
			for _, h := range own {
				if h.Access != nil && h.OrganizationID == id && (*h.Status != askedIn || id == at.OrganizationID) {
					return *h.Status == string(membership.StatusACTIVE)
				}
			}
		}
		return true // staff have no memberships at all
	}
	var list []authz.Assignment
	for _, h := range own {
		switch {
		case h.Access != nil && (*h.Status != string(membership.StatusACTIVE) || !*h.Open):
		case h.Access == nil && !open(h):
		case h.StartsAt != nil && h.StartsAt.After(now):
		default:
			list = append(list, h.assignments()...)
		}
	}
	return list
}
