package directory

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/auditevent"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Status is the state of an invitation as callers see it: a pending one past
// its end is EXPIRED.
func Status(inv *db.Invitation, now time.Time) string {
	if inv.Status == invitation.StatusPENDING && !inv.ExpiresAt.After(now) {
		return "EXPIRED"
	}
	return string(inv.Status)
}

// InvitationTarget is what the policy needs to know about an invitation, but
// for Closed.
func InvitationTarget(inv *db.Invitation, now time.Time) authz.InvitationTarget {
	return authz.InvitationTarget{ID: inv.ID, OrganizationID: inv.OrganizationID, AccountID: inv.AccountID, Status: Status(inv, now)}
}

// InvitationResend mails a new link and lets the seven days start anew; the
// old link is dead. At most 5 an hour. Refusals: NOT_FOUND, WRONG_STATE,
// LIMIT_REACHED. [003] [001]
func (s *Service) InvitationResend(ctx context.Context, id uuid.UUID) (*db.Invitation, error) {
	var updated *db.Invitation
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		inv, err := s.invitationForChange(ctx, tx, authz.InvitationActionResend, id)
		if err != nil {
			return err
		}
		updated, err = s.resend(ctx, tx, inv)
		return err
	})
	return updated, err
}

// resend mails an open or expired invitation again, whose row is locked.
func (s *Service) resend(ctx context.Context, tx *database.Tx, inv *db.Invitation) (*db.Invitation, error) {
	if err := s.mayMailAgain(ctx, tx, inv.ID); err != nil {
		return nil, err
	}
	now, count := s.Now(), inv.SendCount+1
	err := tx.Client.Invitation.Update().Where(invitation.ID(inv.ID)).
		SetTokenHash(hashToken(s.invitationToken(inv.ResellerID, inv.ID, count))).SetSendCount(count).
		SetLastSentAt(now).SetExpiresAt(now.Add(InvitationTTL)).SetUpdatedAt(now).AddVersion(1).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("renew invitation %s: %w", inv.ID, err)
	}
	if err := audit.Record(ctx, tx, invitationEvent(inv, now, "invitation.resent", nil)); err != nil {
		return nil, err
	}
	if err := s.enqueue(ctx, tx, InvitationMail{ResellerID: inv.ResellerID, InvitationID: inv.ID, SendCount: count}); err != nil {
		return nil, err
	}
	return tx.Client.Invitation.Query().Where(invitation.ID(inv.ID)).Only(ctx)
}

// mayMailAgain refuses when the mails of these invitations were sent again as
// often as an hour allows.
func (s *Service) mayMailAgain(ctx context.Context, tx *database.Tx, ids ...uuid.UUID) error {
	recent, err := tx.Client.AuditEvent.Query().Where(auditevent.TargetIDIn(ids...),
		auditevent.Action("invitation.resent"), auditevent.CreatedAtGT(s.Now().Add(-time.Hour))).Count(ctx)
	if err != nil {
		return fmt.Errorf("count mails of invitations: %w", err)
	}
	if recent >= MaxResendsPerHour {
		return fault.Refuse(fault.LimitReached, "id", "It was sent %d times within an hour; wait a while.", recent)
	}
	return nil
}

// InvitationRevoke kills the link and frees the address: the user who never
// became active is removed. Refusals: NOT_FOUND, WRONG_STATE. [003]
func (s *Service) InvitationRevoke(ctx context.Context, id uuid.UUID) (*db.Invitation, error) {
	var updated *db.Invitation
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		inv, err := s.invitationForChange(ctx, tx, authz.InvitationActionRevoke, id)
		if err != nil {
			return err
		}
		u, err := tx.Client.User.Query().Where(user.ID(inv.UserID)).ForUpdate().Only(ctx)
		if err != nil {
			return fmt.Errorf("lock user %s: %w", inv.UserID, err)
		}
		now := s.Now()
		if u.Status == user.StatusPENDING {
			if err := s.erase(ctx, tx, u); err != nil { // revokes the invitation as well
				return err
			}
		} else {
			err := tx.Client.Invitation.Update().Where(invitation.ID(id)).SetStatus(invitation.StatusREVOKED).SetRevokedAt(now).
				SetNillableRevokedBy(actorID(ctx)).SetUpdatedAt(now).AddVersion(1).Exec(ctx)
			if err != nil {
				return fmt.Errorf("revoke invitation %s: %w", id, err)
			}
			if err := s.uninvite(ctx, tx, inv); err != nil {
				return err
			}
		}
		changes := audit.Text("status", string(inv.Status), string(invitation.StatusREVOKED))
		if err := audit.Record(ctx, tx, invitationEvent(inv, now, "invitation.revoked", changes)); err != nil {
			return err
		}
		updated, err = tx.Client.Invitation.Query().Where(invitation.ID(id)).Only(ctx)
		return err
	})
	return updated, err
}

// invitationForChange locks the account, then the invitation, and asks the policy.
func (s *Service) invitationForChange(ctx context.Context, tx *database.Tx, action authz.InvitationAction, id uuid.UUID) (*db.Invitation, error) {
	query := func() *db.InvitationQuery { return tx.Client.Invitation.Query().Where(invitation.ID(id)) }
	inv, err := query().Only(ctx)
	if db.IsNotFound(err) {
		return nil, fault.Refuse(fault.Missing, "id", "There is no such invitation.")
	} else if err != nil {
		return nil, fmt.Errorf("read invitation %s: %w", id, err)
	}
	if _, err := lockOrganization(ctx, tx, inv.AccountID); err != nil {
		return nil, err
	}
	if inv, err = query().ForUpdate().Only(ctx); err != nil {
		return nil, fmt.Errorf("lock invitation %s: %w", id, err)
	}
	target := InvitationTarget(inv, s.Now())
	if target.Closed, err = closedPlace(ctx, tx, inv.OrganizationID, inv.AccountID); err != nil {
		return nil, err
	}
	return inv, deny(s.Authorizer.Invitation(authz.FromContext(ctx), action, target), "id")
}

// closedPlace tells whether an organization, or the account above it, is
// suspended or deleted: nobody could follow the link of an invitation there.
func closedPlace(ctx context.Context, tx *database.Tx, id, account uuid.UUID) (bool, error) {
	closed, err := tx.Client.Organization.Query().Where(organization.IDIn(id, account), organization.StatusNEQ(organization.StatusACTIVE)).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("look whether organization %s works: %w", id, err)
	}
	return closed, nil
}

// invitationEvent is an audit line about an invitation.
func invitationEvent(inv *db.Invitation, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: inv.OrganizationID, AccountID: inv.AccountID,
		TargetType: "Invitation", TargetID: inv.ID, TargetName: inv.Email, UserID: inv.UserID, Changes: changes,
	}
}

// checkJoinable refuses invitations into what is closed or blocked.
func checkJoinable(org *db.Organization, path string) error {
	if org.Status != organization.StatusACTIVE {
		return fault.Refuse(fault.WrongState, path, "The organization is not active.")
	}
	return nil
}

// itemPath is the argument path of a field of the i-th item.
func itemPath(i int, field string) string { return "input.items." + strconv.Itoa(i) + "." + field }
