package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/role"
	"tenantry/internal/database"
)

// heldRole is a row of the statement that finds the roles of users: a
// membership with its access, a built-in role by key, or a custom role.
type heldRole struct {
	UserID         uuid.UUID  `sql:"user_id"`
	Access         *string    `sql:"access"`
	Key            *string    `sql:"key"`
	System         *bool      `sql:"system"`
	RoleID         *uuid.UUID `sql:"role_id"`
	AccountID      *uuid.UUID `sql:"account_id"`
	OrganizationID *uuid.UUID `sql:"organization_id"`
	Name           *string    `sql:"name"`
	Description    *string    `sql:"description"`
	Version        *int       `sql:"version"`
	TwoFactor      *bool      `sql:"two_factor_required"`
}

// rolesOf are the roles of a user: of the reseller, of his type, of his
// memberships, then those assigned by name.
func (r *Resolver) rolesOf(ctx context.Context, u *db.User) ([]*db.Role, error) {
	system, err := r.builtIn(ctx)
	if err != nil {
		return nil, err
	}
	return toMany(ctx, u, u.Siblings, "roles", users.key, func(ids []uuid.UUID) (map[uuid.UUID][]*db.Role, error) {
		rows, err := r.heldRoles(ctx, ids)
		if err != nil {
			return nil, err
		}
		siblings := u.Siblings
		if len(siblings) == 0 {
			siblings = []*db.User{u}
		}
		return rolesByUser(siblings, rows, system), nil
	})
}

// heldRoles reads memberships and assignments in one statement. Columns of a
// role come along for custom roles alone; built-in ones are known.
func (r *Resolver) heldRoles(ctx context.Context, ids []uuid.UUID) ([]heldRole, error) {
	scope, err := database.Predicate(ctx, db.TypeMembership)
	if err != nil {
		return nil, err
	}
	now := r.Now()
	var rows []heldRole
	err = r.client().RoleAssignment.Query().Modify(func(s *sql.Selector) {
		s.Join(sql.Table(role.Table).As("r")).OnP(sql.ExprP(
			`"r"."reseller_id" = "role_assignments"."reseller_id" AND "r"."id" = "role_assignments"."role_id"`))
		s.Select().SelectExpr(sql.Raw(`"role_assignments"."user_id", NULL::text AS "access", "r"."key", "r"."system", ` +
			`"r"."id" AS "role_id", "r"."account_id", "r"."organization_id", "r"."name", "r"."description", "r"."version", "r"."two_factor_required"`))
		s.Where(inArray(s.C("user_id"), ids))
		s.Where(sql.Or(sql.IsNull(s.C("starts_at")), sql.LTE(s.C("starts_at"), now)))
		s.Where(sql.Or(sql.IsNull(s.C("expires_at")), sql.GT(s.C("expires_at"), now)))
		more := sql.Dialect(dialect.Postgres).Select().From(sql.Table(membership.Table))
		more.SelectExpr(sql.Raw(`"memberships"."user_id", "memberships"."client_access", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL`))
		more.Where(inArray(more.C("user_id"), ids))
		constant("status", "=", "ACTIVE")(more)
		scope(more)
		s.UnionAll(more)
	}).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("read roles of users: %w", err)
	}
	return rows, nil
}

// rolesByUser puts the roles of each user together, each once. Custom roles
// become siblings, so that their permissions are read at once.
func rolesByUser(all []*db.User, rows []heldRole, system map[string]*db.Role) map[uuid.UUID][]*db.Role {
	held := make(map[uuid.UUID][]*db.Role, len(all))
	hold := func(id uuid.UUID, o *db.Role) {
		if o != nil && !slices.Contains(held[id], o) {
			held[id] = append(held[id], o)
		}
	}
	for _, u := range all {
		if u.ResellerRole != nil {
			hold(u.ID, system[strings.ToLower(string(*u.ResellerRole))])
		}
		if u.UserType != nil {
			hold(u.ID, system[strings.ToLower(string(*u.UserType))])
		}
	}
	for _, row := range rows {
		switch {
		case row.Access == nil:
		case *row.Access == string(membership.ClientAccessADMIN):
			hold(row.UserID, system[authz.RoleClientAdmin])
		default:
			hold(row.UserID, system[authz.RoleClientUser])
		}
	}
	slices.SortFunc(rows, func(a, b heldRole) int { return strings.Compare(deref(a.Name), deref(b.Name)) })
	var custom []*db.Role
	known := map[uuid.UUID]*db.Role{}
	for _, row := range rows {
		switch {
		case row.RoleID == nil:
			continue
		case *row.System:
			hold(row.UserID, system[*row.Key])
			continue
		case known[*row.RoleID] == nil:
			o := &db.Role{
				ID: *row.RoleID, ResellerID: all[0].ResellerID, AccountID: *row.AccountID, OrganizationID: *row.OrganizationID,
				Key: *row.Key, Name: *row.Name, Description: *row.Description, Family: role.FamilyCUSTOM,
				Version: *row.Version, TwoFactorRequired: *row.TwoFactor,
			}
			known[o.ID], custom = o, append(custom, o)
		}
		hold(row.UserID, known[*row.RoleID])
	}
	roles.link(custom)
	return held
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
