package directory

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
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
// expired invitation, or of a new one when there is none left; and an active
// one that of the invitation that asks him into a further organization, or
// back into one. At most 5 an hour for a user. Refusals: NOT_FOUND, WRONG_STATE, LIMIT_REACHED. [001]
func (s *Service) ActivationEmailSend(ctx context.Context, id uuid.UUID) (*db.Invitation, error) {
	var sent *db.Invitation
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) (err error) {
		sent, err = s.activationEmailSend(ctx, tx, id)
		return err
	})
	return sent, err
}

func (s *Service) activationEmailSend(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.Invitation, error) {
	u, open, err := s.waiting(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	if u.Status == user.StatusACTIVE {
		inv, err := tx.Client.Invitation.Query().Where(invitation.ID(open.ID)).ForUpdate().Only(ctx)
		if err != nil {
			return nil, fmt.Errorf("lock invitation %s: %w", open.ID, err)
		}
		return s.resend(ctx, tx, inv)
	}
	all, err := tx.Client.Invitation.Query().Where(invitation.UserID(id)).ForUpdate().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock invitations of user %s: %w", id, err)
	}
	ids, place, account := make([]uuid.UUID, len(all)), u.OrganizationID, u.AccountID
	for i, inv := range all {
		if ids[i] = inv.ID; open == nil && inv.Status == invitation.StatusPENDING {
			open, place, account = inv, inv.OrganizationID, inv.AccountID
		}
	}
	if closed, err := closedPlace(ctx, tx, place, account); err != nil {
		return nil, err
	} else if closed {
		return nil, fault.Refuse(fault.WrongState, "id", "The organization is not active.")
	}
	if open != nil {
		return s.resend(ctx, tx, open)
	}
	if err := s.mayMailAgain(ctx, tx, ids...); err != nil {
		return nil, err
	}
	return s.inviteAnew(ctx, tx, u)
}

// OpenInvitations finds the newest open invitation, expired or not, of active
// users who are asked into a further organization or back into one, as far as
// the viewer may send it again and its link leads to an organization that works.
func OpenInvitations(ctx context.Context, client *db.Client, a *authz.Authorizer, v *authz.Viewer, now time.Time, users ...*db.User) (map[uuid.UUID]*db.Invitation, error) {
	var ids []uuid.UUID
	for _, u := range users {
		if u.Status == user.StatusACTIVE {
			ids = append(ids, u.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	open, err := client.Invitation.Query().Where(invitation.StatusEQ(invitation.StatusPENDING), anyOf(invitation.FieldUserID, ids), inOpenPlace).
		Order(db.Asc(invitation.FieldCreatedAt), db.Asc(invitation.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for open invitations: %w", err)
	}
	found := map[uuid.UUID]*db.Invitation{}
	for _, inv := range open {
		if a.Invitation(v, authz.InvitationActionResend, InvitationTarget(inv, now)).OK() {
			found[inv.UserID] = inv
		}
	}
	return found, nil
}

// inOpenPlace holds for invitations whose organization, and the account above
// it, are neither suspended nor deleted: closedPlace for many.
func inOpenPlace(s *sql.Selector) {
	s.Where(sql.P(func(b *sql.Builder) {
		b.WriteString(`NOT EXISTS (SELECT FROM "organizations" AS "o" WHERE "o"."reseller_id" = `).Ident(s.C(invitation.FieldResellerID)).
			WriteString(` AND "o"."id" IN (`).Ident(s.C(invitation.FieldOrganizationID)).WriteString(", ").Ident(s.C(invitation.FieldAccountID)).
			WriteString(`) AND "o"."status" <> 'ACTIVE')`)
	}))
}

// waiting locks the account and the user, and asks the policy. Of an active
// user it answers the invitation to send as well.
func (s *Service) waiting(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.User, *db.Invitation, error) {
	u, err := tx.Client.User.Query().Where(user.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil, fault.Refuse(fault.Missing, "id", "There is no such user.")
	} else if err != nil {
		return nil, nil, fmt.Errorf("read user %s: %w", id, err)
	}
	if _, err := lockOrganization(ctx, tx, u.AccountID); err != nil {
		return nil, nil, err
	}
	if u, err = tx.Client.User.Query().Where(user.ID(id)).ForUpdate().Only(ctx); err != nil {
		return nil, nil, fmt.Errorf("lock user %s: %w", id, err)
	}
	v := authz.FromContext(ctx)
	open, err := OpenInvitations(ctx, tx.Client, s.Authorizer, v, s.Now(), u)
	if err != nil {
		return nil, nil, err
	}
	target := Target(u)
	target.Invited = open[id] != nil
	return u, open[id], deny(s.Authorizer.User(v, authz.UserActionSendActivation, target), "id")
}

// inviteAnew writes an invitation for a waiting user who has no open one.
func (s *Service) inviteAnew(ctx context.Context, tx *database.Tx, u *db.User) (*db.Invitation, error) {
	org, err := tx.Client.Organization.Query().Where(organization.ID(u.OrganizationID)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read organization %s: %w", u.OrganizationID, err)
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
