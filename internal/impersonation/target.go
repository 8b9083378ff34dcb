package impersonation

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// target finds and locks the user as whom an organization is entered.
func (s *Service) target(ctx context.Context, tx *database.Tx, v *authz.Viewer, in New, org *db.Organization) (*authz.Viewer, error) {
	if in.UserID != nil {
		target, err := s.Sessions.LockUser(ctx, tx, v.ResellerID, *in.UserID, pathUser)
		if err != nil {
			return nil, err
		}
		if !belongs(target, org.ID) {
			return nil, fault.Refuse(fault.Missing, pathUser, "There is no such user in this organization.")
		}
		return target, rule.Deny(s.Authorizer.LoginAsReaches(v, authz.LoginAsMode(in.Mode), target), pathUser)
	}
	ids, err := administrators(ctx, tx.Client, org.ID)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		target, err := s.Sessions.LockUser(ctx, tx, v.ResellerID, id, pathUser)
		if _, refused := errors.AsType[fault.Refusals](err); refused {
			continue // shut out, or changed this very moment
		}
		if err != nil {
			return nil, err
		}
		return target, rule.Deny(s.Authorizer.LoginAsReaches(v, authz.LoginAsMode(in.Mode), target), pathUser)
	}
	return nil, fault.Refuse(fault.Missing, pathUser, "The organization has no active administrator. Name a user.")
}

// belongs tells whether somebody is at home in an organization, or works there.
func belongs(target *authz.Viewer, org uuid.UUID) bool {
	return target.OrganizationID == org ||
		slices.ContainsFunc(target.Assignments, func(a authz.Assignment) bool { return a.Domain == org })
}

// administrators lists the active administrators of an organization, the first
// ones first, maxAsked at most.
func administrators(ctx context.Context, c *db.Client, org uuid.UUID) ([]uuid.UUID, error) {
	members, err := c.Membership.Query().
		Where(membership.OrganizationID(org), membership.StatusEQ(membership.StatusACTIVE), membership.ClientAccessEQ(membership.ClientAccessADMIN)).
		Order(membership.ByCreatedAt(), membership.ByID()).Limit(10 * maxAsked).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("list administrators of organization %s: %w", org, err)
	}
	ids := make([]uuid.UUID, len(members))
	for i, m := range members {
		ids[i] = m.UserID
	}
	found, err := c.User.Query().
		Where(user.StatusEQ(user.StatusACTIVE), user.Or(
			user.And(user.OrganizationID(org), user.UserTypeEQ(user.UserTypeTENANT_ADMIN)), user.IDIn(ids...))).
		Order(user.ByCreatedAt(), user.ByID()).Limit(maxAsked).IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("list administrators of organization %s: %w", org, err)
	}
	return found, nil
}
