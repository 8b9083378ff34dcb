package directory

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/modulegrant"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/subaccountgrant"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// formerMember is somebody who was removed from the organization and is asked
// back. The user is the same one; the membership stays REMOVED until he
// accepts, so that what it will give gives nothing before. [003]
type formerMember struct {
	user       *db.User
	membership *db.Membership
	holds      map[uuid.UUID]bool // roles he has here still
}

// readmit makes the ended memberships what the invitations say.
func (s *Service) readmit(ctx context.Context, tx *database.Tx, people []invitee) error {
	byAccess := map[membership.ClientAccess][]uuid.UUID{}
	byLocale := map[string][]uuid.UUID{}
	former := map[uuid.UUID]*formerMember{}
	var members, users []uuid.UUID
	for _, p := range people {
		if p.former == nil {
			continue
		}
		former[p.former.user.ID] = p.former
		members, users = append(members, p.former.membership.ID), append(users, p.former.user.ID)
		byAccess[p.access] = append(byAccess[p.access], p.former.membership.ID)
		if p.locale != nil && p.former.user.Locale == nil {
			byLocale[*p.locale] = append(byLocale[*p.locale], p.former.user.ID)
		}
	}
	if len(members) == 0 {
		return nil
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
	if _, err := tx.Client.ModuleGrant.Delete().Where(modulegrant.MembershipIDIn(members...)).Exec(ctx); err != nil {
		return fmt.Errorf("drop modules of former members: %w", err)
	}
	if _, err := tx.Client.SubAccountGrant.Delete().Where(subaccountgrant.MembershipIDIn(members...)).Exec(ctx); err != nil {
		return fmt.Errorf("drop sub-accounts of former members: %w", err)
	}
	held, err := tx.Client.RoleAssignment.Query().Where(roleassignment.UserIDIn(users...)).All(ctx)
	if err != nil {
		return fmt.Errorf("read roles of former members: %w", err)
	}
	for _, a := range held {
		f := former[a.UserID]
		if a.OrganizationID != f.membership.OrganizationID {
			continue
		}
		if f.holds == nil {
			f.holds = map[uuid.UUID]bool{}
		}
		f.holds[a.RoleID] = true
	}
	return nil
}

// rejoin makes a removed member one again. The link proved the mailbox, which
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
	err = s.accepted(tx, u, n, hash).SetRoleRank(RoleRank(u.ResellerRole, u.UserType, m.ClientAccess)).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("welcome user %s back: %w", u.ID, err)
	}
	if err := s.Sessions.RevokeAll(ctx, tx, u.ID, "PASSWORD_CHANGED"); err != nil {
		return nil, err
	}
	changes := audit.Text("membership", string(membership.StatusREMOVED), string(membership.StatusACTIVE))
	return s.closeInvitation(ctx, tx, inv, u, n, userEvent(u, now, "user.rejoined", changes, nil))
}

// uninvite takes back what an invitation gave a former member ahead of his
// acceptance.
func (s *Service) uninvite(ctx context.Context, tx *database.Tx, inv *db.Invitation) error {
	_, err := tx.Client.RoleAssignment.Delete().Where(roleassignment.UserID(inv.UserID), roleassignment.OrganizationID(inv.OrganizationID),
		roleassignment.CreatedAt(inv.CreatedAt)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("take back roles of user %s: %w", inv.UserID, err)
	}
	return s.Sessions.Changed(ctx, tx, inv.UserID)
}
