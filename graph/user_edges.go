package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/graph/model"
)

// memberships says how memberships are read.
var memberships = entity[db.Membership]{
	name:     "memberships",
	types:    []string{"Membership", "Node"},
	key:      func(m *db.Membership) uuid.UUID { return m.ID },
	siblings: func(m *db.Membership) *[]*db.Membership { return &m.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "user_id", "status", "client_access", "joined_at", "created_at", "version"},
}

// membershipsOf are the memberships of a user that have not ended, in the
// order of joining.
func (r *Resolver) membershipsOf(ctx context.Context, u *db.User) ([]*db.Membership, error) {
	return toMany(ctx, u, u.Siblings, "memberships", users.key, func(ids []uuid.UUID) (map[uuid.UUID][]*db.Membership, error) {
		query := r.client().Membership.Query().Where(constant("status", "<>", "REMOVED")).
			Order(db.Asc("created_at"), db.Asc("id"))
		rows, err := having(ctx, memberships, query, "user_id", ids, memberships.base, nil)
		return grouped(rows, func(m *db.Membership) uuid.UUID { return m.UserID }), err
	})
}

// visibleMemberships reads the memberships among ids whose user the viewer sees.
func (r *Resolver) visibleMemberships(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.Membership, error) {
	found, err := byID(ctx, memberships, r.client().Membership.Query(), ids, memberships.base,
		func(m *db.Membership) bool { return m.Status != membership.StatusREMOVED })
	if err != nil || len(found) == 0 {
		return nil, err
	}
	var owners []uuid.UUID
	for _, m := range found {
		owners = append(owners, m.UserID)
	}
	seen, err := r.visibleUsers(ctx, owners, users.base)
	for id, m := range found {
		if seen[m.UserID] == nil {
			delete(found, id)
		}
	}
	return found, err
}

// modulesOf are the modules opened to a member.
func (r *Resolver) modulesOf(ctx context.Context, m *db.Membership) ([]string, error) {
	return toMany(ctx, m, m.Siblings, "modules", memberships.key, func(ids []uuid.UUID) (map[uuid.UUID][]string, error) {
		rows, err := r.client().ModuleGrant.Query().Where(among("membership_id", ids)).Order(db.Asc("module")).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read modules of members: %w", err)
		}
		modules := map[uuid.UUID][]string{}
		for _, g := range rows {
			modules[g.MembershipID] = append(modules[g.MembershipID], g.Module)
		}
		return modules, nil
	})
}

// subAccountsOf are the sub-accounts opened to a member, by name. One that was
// deleted opens nothing until it is restored.
func (r *Resolver) subAccountsOf(ctx context.Context, m *db.Membership) ([]*db.Organization, error) {
	return toMany(ctx, m, m.Siblings, "subAccounts", memberships.key, func(ids []uuid.UUID) (map[uuid.UUID][]*db.Organization, error) {
		grants, err := r.client().SubAccountGrant.Query().Where(among("membership_id", ids)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read sub-accounts of members: %w", err)
		}
		found, err := r.organizationsNamed(ctx, gather(grants, always(func(g *db.SubAccountGrant) uuid.UUID { return g.OrganizationID })), nil)
		if err != nil {
			return nil, err
		}
		opened := map[uuid.UUID][]*db.Organization{}
		for _, g := range grants {
			if o := found[g.OrganizationID]; o != nil && o.Status != organization.StatusDELETED {
				opened[g.MembershipID] = append(opened[g.MembershipID], o)
			}
		}
		for _, list := range opened {
			slices.SortFunc(list, byName)
		}
		return opened, nil
	})
}

// invitationOf is the newest invitation of a user who is not activated, and of
// an active one the open invitation into a further organization, or back into
// one.
func (r *Resolver) invitationOf(ctx context.Context, u *db.User) (*db.Invitation, error) {
	if u.Status != user.StatusPENDING && u.Status != user.StatusACTIVE {
		return nil, nil
	}
	found, err := once(ctx, u, u.Siblings, "invitation", "", func(all []*db.User) (map[uuid.UUID]*db.Invitation, error) {
		idsOf := func(states ...user.Status) []uuid.UUID {
			return gather(all, func(u *db.User) *uuid.UUID {
				if !slices.Contains(states, u.Status) {
					return nil
				}
				return &u.ID
			})
		}
		ids := idsOf(user.StatusPENDING, user.StatusACTIVE)
		query := r.client().Invitation.Query().Where(invitation.Or(invitation.StatusEQ(invitation.StatusPENDING),
			among("user_id", idsOf(user.StatusPENDING)))).Order(db.Asc(invitation.FieldCreatedAt), db.Asc(invitation.FieldID))
		rows, err := having(ctx, invitations, query, "user_id", ids, nil, r.seesInvitation(ctx))
		newest := map[uuid.UUID]*db.Invitation{}
		for _, i := range rows {
			newest[i.UserID] = i
		}
		return newest, err
	})
	return found[u.ID], err
}

// suspensionOf tells why a user is blocked, nil when he is not.
func suspensionOf(u *db.User) *model.UserSuspension {
	if u.Status != user.StatusSUSPENDED || u.SuspendedAt == nil {
		return nil
	}
	return &model.UserSuspension{
		Motive: u.SuspensionMotive, Reason: u.SuspensionReason, SuspendedAt: *u.SuspendedAt, Until: u.SuspendedUntil, By: u.SuspendedBy, Of: u,
	}
}

// grouped sorts rows by their owner and keeps their order.
func grouped[T any](rows []*T, owner func(*T) uuid.UUID) map[uuid.UUID][]*T {
	groups := map[uuid.UUID][]*T{}
	for _, row := range rows {
		groups[owner(row)] = append(groups[owner(row)], row)
	}
	return groups
}
