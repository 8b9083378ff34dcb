package directory

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
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

// MembershipEnd says why a membership is blocked or ended.
type MembershipEnd struct {
	Reason          *string
	ExpectedVersion *int
}

func (in MembershipEnd) checked() (MembershipEnd, error) {
	var errs fault.Refusals
	in.Reason = optional(&errs, "input.reason", in.Reason, maxReason)
	return in, errs.Err()
}

// MemberDeactivate closes one organization to a member and mails him. Who is
// active nowhere any more is signed out everywhere; the seat stays taken.
// Refusals: NOT_FOUND, SELF_FORBIDDEN, WRONG_STATE, LAST_ADMIN, STALE,
// TOO_LONG. [003]
func (s *Service) MemberDeactivate(ctx context.Context, id uuid.UUID, in MembershipEnd) (*db.Membership, error) {
	in, err := in.checked()
	if err != nil {
		return nil, err
	}
	var updated *db.Membership
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		m, u, err := s.memberForChange(ctx, tx, authz.MembershipActionDeactivate, id, in.ExpectedVersion)
		if err != nil {
			return err
		}
		change := tx.Client.Membership.Update().Where(membership.ID(id)).SetStatus(membership.StatusDEACTIVATED)
		updated, err = s.changeMember(ctx, tx, m, u, change, "membership.deactivated",
			audit.Text("membershipStatus", string(m.Status), string(membership.StatusDEACTIVATED)), in.Reason)
		if err != nil {
			return err
		}
		return s.enqueue(ctx, tx, MembershipDeactivatedMail{ResellerID: m.ResellerID, MembershipID: id})
	})
	return updated, err
}

// MemberReactivate opens the organization again and mails the member. It never
// fails for seats. Refusals: NOT_FOUND, SELF_FORBIDDEN, WRONG_STATE, STALE. [003]
func (s *Service) MemberReactivate(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.Membership, error) {
	var updated *db.Membership
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		m, u, err := s.memberForChange(ctx, tx, authz.MembershipActionReactivate, id, expectedVersion)
		if err != nil {
			return err
		}
		change := tx.Client.Membership.Update().Where(membership.ID(id)).SetStatus(membership.StatusACTIVE)
		updated, err = s.changeMember(ctx, tx, m, u, change, "membership.reactivated",
			audit.Text("membershipStatus", string(m.Status), string(membership.StatusACTIVE)), nil)
		if err != nil {
			return err
		}
		return s.enqueue(ctx, tx, MembershipReactivatedMail{ResellerID: m.ResellerID, MembershipID: id})
	})
	return updated, err
}

// MemberRemove ends a membership and mails who had it. The user's row stays,
// for the log and for a new invitation; the modules, sub-accounts and roles he
// had there do not, and the seat is free unless he is a member elsewhere.
// Refusals: NOT_FOUND, SELF_FORBIDDEN, WRONG_STATE, LAST_ADMIN, STALE,
// TOO_LONG. [003]
func (s *Service) MemberRemove(ctx context.Context, id uuid.UUID, in MembershipEnd) (*db.User, error) {
	in, err := in.checked()
	if err != nil {
		return nil, err
	}
	var removed *db.User
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		m, u, err := s.memberForChange(ctx, tx, authz.MembershipActionRemove, id, in.ExpectedVersion)
		if err != nil {
			return err
		}
		change := tx.Client.Membership.Update().Where(membership.ID(id)).SetStatus(membership.StatusREMOVED).SetEndedAt(s.Now())
		if _, err := s.changeMember(ctx, tx, m, u, change, "membership.removed",
			audit.Text("membershipStatus", string(m.Status), string(membership.StatusREMOVED)), in.Reason); err != nil {
			return err
		}
		if err := takeGrants(ctx, tx, m); err != nil {
			return err
		}
		if err := s.enqueue(ctx, tx, MembershipRemovedMail{ResellerID: m.ResellerID, MembershipID: id}); err != nil {
			return err
		}
		removed, err = readUser(ctx, tx, u.ID)
		return err
	})
	return removed, err
}

// memberForChange reads a membership and its user for an action: it locks the
// account, so that two changes that each leave one administrator cannot both
// pass, then the rows; asks the policy; and compares versions.
func (s *Service) memberForChange(ctx context.Context, tx *database.Tx, action authz.MembershipAction, id uuid.UUID, expected *int) (*db.Membership, *db.User, error) {
	m, err := tx.Client.Membership.Query().Where(membership.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil, fault.Refuse(fault.Missing, "id", "There is no such membership.")
	} else if err != nil {
		return nil, nil, fmt.Errorf("read membership %s: %w", id, err)
	}
	if _, err := lockOrganization(ctx, tx, m.AccountID); err != nil {
		return nil, nil, err
	}
	u, err := tx.Client.User.Query().Where(user.ID(m.UserID)).ForUpdate().Only(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("lock user %s: %w", m.UserID, err)
	}
	if m, err = tx.Client.Membership.Query().Where(membership.ID(id)).ForUpdate().Only(ctx); err != nil {
		return nil, nil, fmt.Errorf("lock membership %s: %w", id, err)
	}
	last, err := LastAdminMembers(ctx, tx.Client, id)
	if err != nil {
		return nil, nil, err
	}
	target := MembershipTarget(m, Target(u))
	target.LastAdmin = last[id]
	if err := deny(s.Authorizer.Membership(authz.FromContext(ctx), action, target), "id"); err != nil {
		return nil, nil, err
	}
	return m, u, stale(expected, m.Version, "input.expectedVersion")
}

// MembershipTarget is what the policy needs to know about a membership, but
// for LastAdmin.
func MembershipTarget(m *db.Membership, u authz.UserTarget) authz.MembershipTarget {
	return authz.MembershipTarget{User: u, OrganizationID: m.OrganizationID, AccountID: m.AccountID, Status: string(m.Status)}
}

// changeMember writes a change of a locked membership with its line in the
// log, and lets the sessions of its user notice.
func (s *Service) changeMember(ctx context.Context, tx *database.Tx, m *db.Membership, u *db.User, change *db.MembershipUpdate,
	action string, changes []audit.Change, reason *string,
) (*db.Membership, error) {
	now := s.Now()
	if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return nil, fmt.Errorf("change membership %s: %w", m.ID, err)
	}
	if err := audit.Record(ctx, tx, memberEvent(m, u, now, action, changes, reason)); err != nil {
		return nil, err
	}
	open, err := tx.Client.Membership.Query().Where(membership.UserID(u.ID), membership.StatusEQ(membership.StatusACTIVE)).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for memberships of user %s: %w", u.ID, err)
	}
	if open {
		err = s.Sessions.Changed(ctx, tx, u.ID)
	} else { // he was a member and is one nowhere any more, so no session would be opened for him
		err = s.Sessions.RevokeAll(ctx, tx, u.ID, "MEMBERSHIP_ENDED")
	}
	if err != nil {
		return nil, err
	}
	if err := rerank(ctx, tx, u); err != nil {
		return nil, err
	}
	updated, err := tx.Client.Membership.Query().Where(membership.ID(m.ID)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read membership %s: %w", m.ID, err)
	}
	return updated, nil
}

// shutOut tells that somebody was a member and is an active one nowhere any
// more, so that no session is opened for him; as package session decides it.
func shutOut(ctx context.Context, client *db.Client, u *db.User) (bool, error) {
	if u.ResellerRole != nil {
		return false, nil
	}
	all, err := client.Membership.Query().Where(membership.UserID(u.ID)).All(ctx)
	if err != nil {
		return false, fmt.Errorf("read memberships of user %s: %w", u.ID, err)
	}
	was := false
	for _, m := range all {
		if m.Status == membership.StatusACTIVE {
			return false, nil
		}
		was = was || m.Status == membership.StatusDEACTIVATED || m.EndedAt != nil
	}
	return was, nil
}

// rerank keeps the sort key of a user whose main role is that of a membership.
func rerank(ctx context.Context, tx *database.Tx, u *db.User) error {
	if u.ResellerRole != nil || u.UserType != nil {
		return nil
	}
	held, err := tx.Client.Membership.Query().Where(membership.UserID(u.ID), membership.StatusNEQ(membership.StatusREMOVED)).All(ctx)
	if err != nil {
		return fmt.Errorf("read memberships of user %s: %w", u.ID, err)
	}
	rank := rankNone
	for _, m := range held {
		rank = min(rank, RoleRank(nil, nil, m.ClientAccess))
	}
	if rank == u.RoleRank {
		return nil
	}
	if err := tx.Client.User.Update().Where(user.ID(u.ID)).SetRoleRank(rank).Exec(ctx); err != nil {
		return fmt.Errorf("rank user %s: %w", u.ID, err)
	}
	return nil
}

// takeGrants takes what a membership opened, and the roles that counted by it:
// those at its organization, and for a whole account those below it where the
// user has no membership of his own.
func takeGrants(ctx context.Context, tx *database.Tx, m *db.Membership) error {
	c := tx.Client
	if _, err := c.ModuleGrant.Delete().Where(modulegrant.MembershipID(m.ID)).Exec(ctx); err != nil {
		return fmt.Errorf("take modules of membership %s: %w", m.ID, err)
	}
	if _, err := c.SubAccountGrant.Delete().Where(subaccountgrant.MembershipID(m.ID)).Exec(ctx); err != nil {
		return fmt.Errorf("take sub-accounts of membership %s: %w", m.ID, err)
	}
	roles := roleassignment.OrganizationID(m.OrganizationID)
	if m.OrganizationID == m.AccountID {
		own, err := c.Membership.Query().Where(membership.UserID(m.UserID), membership.StatusNEQ(membership.StatusREMOVED)).All(ctx)
		if err != nil {
			return fmt.Errorf("read memberships of user %s: %w", m.UserID, err)
		}
		kept := make([]uuid.UUID, len(own))
		for i, o := range own {
			kept[i] = o.OrganizationID
		}
		roles = roleassignment.And(roleassignment.AccountID(m.AccountID), roleassignment.OrganizationIDNotIn(kept...))
	}
	if _, err := c.RoleAssignment.Delete().Where(roleassignment.UserID(m.UserID), roles).Exec(ctx); err != nil {
		return fmt.Errorf("take roles of user %s: %w", m.UserID, err)
	}
	return nil
}

// memberEvent is an audit line about a user's membership. It names the user,
// so that it stands in his own history and reaches those who follow him.
func memberEvent(m *db.Membership, u *db.User, at time.Time, action string, changes []audit.Change, reason *string) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: m.OrganizationID, AccountID: m.AccountID,
		TargetType: "User", TargetID: u.ID, TargetName: u.DisplayName, Changes: changes, Reason: reason,
	}
}
