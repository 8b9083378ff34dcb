package directory

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// ActivationEmailSend mails a waiting user a new link: that of the open or
// expired invitation, or of a new one when there is none left. At most 5 an
// hour for a user. Refusals: NOT_FOUND, WRONG_STATE, LIMIT_REACHED. [001]
func (s *Service) ActivationEmailSend(ctx context.Context, id uuid.UUID) (*db.Invitation, error) {
	var sent *db.Invitation
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) (err error) {
		sent, err = s.activationEmailSend(ctx, tx, id)
		return err
	})
	return sent, err
}

func (s *Service) activationEmailSend(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.Invitation, error) {
	u, err := s.waiting(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	all, err := tx.Client.Invitation.Query().Where(invitation.UserID(id)).ForUpdate().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock invitations of user %s: %w", id, err)
	}
	ids := make([]uuid.UUID, len(all))
	for i, inv := range all {
		if inv.Status == invitation.StatusPENDING {
			return s.resend(ctx, tx, inv)
		}
		ids[i] = inv.ID
	}
	if err := s.mayMailAgain(ctx, tx, ids...); err != nil {
		return nil, err
	}
	return s.inviteAnew(ctx, tx, u)
}

// waiting locks the account and the user, and asks the policy.
func (s *Service) waiting(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.User, error) {
	u, err := tx.Client.User.Query().Where(user.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, fault.Refuse(fault.Missing, "id", "There is no such user.")
	} else if err != nil {
		return nil, fmt.Errorf("read user %s: %w", id, err)
	}
	if _, err := lockOrganization(ctx, tx, u.AccountID); err != nil {
		return nil, err
	}
	if u, err = tx.Client.User.Query().Where(user.ID(id)).ForUpdate().Only(ctx); err != nil {
		return nil, fmt.Errorf("lock user %s: %w", id, err)
	}
	return u, deny(s.Authorizer.User(authz.FromContext(ctx), authz.UserActionSendActivation, Target(u)), "id")
}

// inviteAnew writes an invitation for a waiting user who has no open one.
func (s *Service) inviteAnew(ctx context.Context, tx *database.Tx, u *db.User) (*db.Invitation, error) {
	org, err := tx.Client.Organization.Query().Where(organization.ID(u.OrganizationID)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read organization %s: %w", u.OrganizationID, err)
	}
	if err := checkJoinable(org, "id"); err != nil {
		return nil, err
	}
	to := address{text: u.Email, key: u.EmailKey}
	inv, err := s.newInvitation(ctx, tx, org, u.ID, schema.NewID(), to).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("invite user %s anew: %w", u.ID, err)
	}
	if err := audit.Record(ctx, tx, invitationEvent(inv, s.Now(), "invitation.created", nil)); err != nil {
		return nil, err
	}
	return inv, s.enqueue(ctx, tx, InvitationMail{ResellerID: u.ResellerID, InvitationID: inv.ID, SendCount: 1})
}
