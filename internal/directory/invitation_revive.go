package directory

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Who has an account already is asked into an organization as the user he is:
// somebody who was removed from it, or who belongs to another one of the same
// account. The membership of what the invitation gives is REMOVED until he
// accepts, so that it gives nothing before; of who never was a member it has no
// end. [003]

// readmit makes the ended memberships what the invitations say. Of modules and
// sub-accounts those go that are given no more; what is given again stays.
func (s *Service) readmit(ctx context.Context, tx *database.Tx, a admission, people []invitee) error {
	byAccess := map[membership.ClientAccess][]uuid.UUID{}
	byLocale := map[string][]uuid.UUID{}
	var modules, subAccounts []uuid.UUID
	for _, p := range people {
		if p.known == nil || p.known.here == nil {
			continue
		}
		byAccess[p.access] = append(byAccess[p.access], *p.known.here)
		if u := p.known.user; p.locale != nil && u.Locale == nil && u.OrganizationID == a.org.ID {
			byLocale[*p.locale] = append(byLocale[*p.locale], u.ID)
		}
		for key, grant := range p.known.modules {
			if !slices.Contains(p.modules, key) {
				modules = append(modules, grant)
			}
		}
		for id, grant := range p.known.subAccounts {
			if !slices.Contains(p.subAccounts, id) {
				subAccounts = append(subAccounts, grant)
			}
		}
	}
	for access, ids := range byAccess {
		if err := tx.Client.Membership.Update().Where(anyOf("id", ids)).SetClientAccess(access).SetNillableInvitedBy(actorID(ctx)).
			ClearJoinedAt().SetUpdatedAt(s.Now()).AddVersion(1).Exec(ctx); err != nil {
			return fmt.Errorf("prepare memberships of former members: %w", err)
		}
	}
	for locale, ids := range byLocale {
		if err := tx.Client.User.Update().Where(anyOf("id", ids)).SetLocale(locale).SetUpdatedAt(s.Now()).AddVersion(1).Exec(ctx); err != nil {
			return fmt.Errorf("set language of former members: %w", err)
		}
	}
	if len(modules) > 0 {
		if _, err := tx.Client.ModuleGrant.Delete().Where(anyOf("id", modules)).Exec(ctx); err != nil {
			return fmt.Errorf("drop modules of former members: %w", err)
		}
	}
	if len(subAccounts) > 0 {
		if _, err := tx.Client.SubAccountGrant.Delete().Where(anyOf("id", subAccounts)).Exec(ctx); err != nil {
			return fmt.Errorf("drop sub-accounts of former members: %w", err)
		}
	}
	return nil
}

// dropGrants takes the modules and sub-accounts of memberships.
func dropGrants(ctx context.Context, tx *database.Tx, members ...uuid.UUID) error {
	if _, err := tx.Client.ModuleGrant.Delete().Where(anyOf("membership_id", members)).Exec(ctx); err != nil {
		return fmt.Errorf("drop modules of memberships: %w", err)
	}
	if _, err := tx.Client.SubAccountGrant.Delete().Where(anyOf("membership_id", members)).Exec(ctx); err != nil {
		return fmt.Errorf("drop sub-accounts of memberships: %w", err)
	}
	return nil
}

// rejoin makes an active user a member, again or for the first time. The link proved the mailbox, which
// is what a forgotten password asks for, too: the password he gives replaces
// the old one, and sessions opened with that end.
func (s *Service) rejoin(ctx context.Context, tx *database.Tx, inv *db.Invitation, u *db.User, n names, hash string) (*db.User, error) {
	m, err := tx.Client.Membership.Query().Where(membership.UserID(u.ID), membership.OrganizationID(inv.OrganizationID),
		membership.StatusEQ(membership.StatusREMOVED)).ForUpdate().Only(ctx)
	if db.IsNotFound(err) {
		return nil, deadLink() // he is a member again without it
	} else if err != nil {
		return nil, fmt.Errorf("read membership of user %s: %w", u.ID, err)
	}
	if u.Status == user.StatusSUSPENDED {
		return nil, fault.Refuse(fault.AccountSuspended, "input.token", "This account is suspended. Ask your administrator.")
	}
	if u.Status != user.StatusACTIVE {
		return nil, deadLink()
	}
	now := s.Now()
	err = tx.Client.Membership.Update().Where(membership.ID(m.ID)).SetStatus(membership.StatusACTIVE).
		SetJoinedAt(now).ClearEndedAt().SetUpdatedAt(now).AddVersion(1).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("revive membership %s: %w", m.ID, err)
	}
	if err := s.accepted(tx, u, n, hash).Exec(ctx); err != nil {
		return nil, fmt.Errorf("welcome user %s: %w", u.ID, err)
	}
	if err := rerank(ctx, tx, u); err != nil {
		return nil, err
	}
	if err := s.Sessions.RevokeAll(ctx, tx, u.ID, "PASSWORD_CHANGED"); err != nil {
		return nil, err
	}
	if m.EndedAt == nil {
		changes := audit.Text("membershipStatus", "", string(membership.StatusACTIVE))
		return s.closeInvitation(ctx, tx, inv, u, n, memberEvent(m, u, now, "membership.joined", changes, nil))
	}
	changes := audit.Text("membership", string(membership.StatusREMOVED), string(membership.StatusACTIVE))
	return s.closeInvitation(ctx, tx, inv, u, n, userEvent(u, now, "user.rejoined", changes, nil))
}

// uninvite takes back what an invitation gave a user ahead of his acceptance:
// of who never was a member here nothing stays.
func (s *Service) uninvite(ctx context.Context, tx *database.Tx, inv *db.Invitation) error {
	_, err := tx.Client.RoleAssignment.Delete().Where(roleassignment.UserID(inv.UserID), roleassignment.OrganizationID(inv.OrganizationID),
		roleassignment.CreatedAt(inv.CreatedAt)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("take back roles of user %s: %w", inv.UserID, err)
	}
	never, err := tx.Client.Membership.Query().Where(membership.UserID(inv.UserID), membership.OrganizationID(inv.OrganizationID),
		membership.StatusEQ(membership.StatusREMOVED), membership.EndedAtIsNil()).IDs(ctx)
	if err != nil {
		return fmt.Errorf("look for membership of user %s: %w", inv.UserID, err)
	}
	if len(never) > 0 {
		if err := dropGrants(ctx, tx, never...); err != nil {
			return err
		}
		if _, err := tx.Client.Membership.Delete().Where(anyOf("id", never)).Exec(ctx); err != nil {
			return fmt.Errorf("drop membership of user %s: %w", inv.UserID, err)
		}
	}
	return s.Sessions.Changed(ctx, tx, inv.UserID)
}
