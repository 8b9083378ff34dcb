package graph

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/roleassignment"
	"tenantry/internal/database"
)

// grantsOf are the assignments of a user, in the order in which they were
// given; those that have ended are kept for a while.
func (r *Resolver) grantsOf(ctx context.Context, u *db.User) ([]*db.RoleAssignment, error) {
	return toMany(ctx, u, u.Siblings, "grants", users.key, func(ids []uuid.UUID) (map[uuid.UUID][]*db.RoleAssignment, error) {
		rows, err := r.client().RoleAssignment.Query().Where(among("user_id", ids)).
			Order(db.Asc(roleassignment.FieldCreatedAt), db.Asc(roleassignment.FieldID)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read roles of users: %w", err)
		}
		for _, a := range rows {
			a.Siblings = rows
		}
		return grouped(rows, func(a *db.RoleAssignment) uuid.UUID { return a.UserID }), nil
	})
}

// grantRole is the role of an assignment: whoever sees the user sees it.
func (r *Resolver) grantRole(ctx context.Context, a *db.RoleAssignment) (*db.Role, error) {
	target := always(func(a *db.RoleAssignment) uuid.UUID { return a.RoleID })
	return toOne(ctx, a, a.Siblings, "role", target, roles.base, func(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Role, error) {
		return r.heldByUsers(ctx, ids, cols)
	})
}

// heldByUsers reads roles that are held by users the viewer sees, whoever made
// the roles: a customer's user can hold one of the reseller's.
func (r *Resolver) heldByUsers(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Role, error) {
	ctx, err := ofReseller(ctx)
	if err != nil {
		return nil, err
	}
	return byID(ctx, roles, r.client().Role.Query(), ids, cols, nil)
}

// ofReseller widens what is read from the viewer's account to his reseller.
// Take it only for rows named by something he sees.
func ofReseller(ctx context.Context) (context.Context, error) {
	reseller, err := database.ResellerOf(ctx)
	if err != nil {
		return nil, fmt.Errorf("read for a reseller: %w", err)
	}
	return database.WithReseller(ctx, reseller), nil
}

func (r *Resolver) grantOrganization(ctx context.Context, a *db.RoleAssignment) (*db.Organization, error) {
	target := always(func(a *db.RoleAssignment) uuid.UUID { return a.OrganizationID })
	return toOne(ctx, a, a.Siblings, "organization", target, organizations.selected(ctx), r.visibleOrganizations)
}

func (r *Resolver) grantedBy(ctx context.Context, a *db.RoleAssignment) (*db.User, error) {
	target := func(a *db.RoleAssignment) *uuid.UUID { return a.GrantedBy }
	return toOne(ctx, a, a.Siblings, "grantedBy", target, users.selected(ctx), r.visibleUsers)
}

func inForce(a *db.RoleAssignment, now time.Time) bool {
	return (a.StartsAt == nil || !a.StartsAt.After(now)) && (a.ExpiresAt == nil || a.ExpiresAt.After(now))
}
