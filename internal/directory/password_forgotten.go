package directory

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/auditevent"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/logindirectory"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/request"
)

// maxForgotten is how many accounts of one address get a mail: those whose
// address is proven, and one other. Anybody may write the address into any
// number of accounts of his own; they neither stand before the real one nor
// fill a stranger's mailbox.
const maxForgotten = 10

// ForgottenPassword is the work behind a request for a forgotten password. The
// request itself only writes this job, whatever the address: neither answer nor
// time nor statements tell whether there is an account. The address stands in
// the job until River drops it, a day after it ran.
type ForgottenPassword struct {
	EmailKey       string     `json:"email_key"`
	OrganizationID *uuid.UUID `json:"organization_id,omitempty"` // nil: all organizations
	RequestID      string     `json:"request_id"`
	IP             string     `json:"ip"`
}

// Kind of job.
func (ForgottenPassword) Kind() string { return "password_forgotten" }

// PasswordForgotten mails a link to the active accounts of an address, see
// maxForgotten, of one organization alone when it is named. It answers the same for all addresses.
// Refusals: REQUIRED, TOO_LONG, INVALID (email); RATE_LIMITED. [004]
func (s *Service) PasswordForgotten(ctx context.Context, address string, organizationID *uuid.UUID) error {
	var errs fault.Refusals
	to := email(&errs, "input.email", address)
	if err := errs.Err(); err != nil {
		return err
	}
	if err := s.Passwords.AdmitForgotten(ctx, to.key); err != nil {
		return err
	}
	info := request.FromContext(ctx)
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		return s.enqueue(ctx, tx, ForgottenPassword{
			EmailKey: to.key, OrganizationID: organizationID, RequestID: info.ID, IP: info.IP,
		})
	})
}

// forgotten works on a ForgottenPassword. One account that fails does not keep
// the others waiting; when the job is tried again, newer links replace those
// that were sent.
func (s *Service) forgotten(ctx context.Context, job *river.Job[ForgottenPassword]) error {
	a := job.Args
	ctx = request.WithInfo(ctx, request.Info{ID: a.RequestID, IP: a.IP})
	query := s.DB.Client().LoginDirectory.Query().Where(logindirectory.EmailKey(a.EmailKey))
	if a.OrganizationID != nil {
		query.Where(logindirectory.OrganizationID(*a.OrganizationID))
	}
	found, err := query.Order(db.Desc(logindirectory.FieldVerified), db.Asc(logindirectory.FieldCreatedAt), db.Asc(logindirectory.FieldID)).Limit(maxForgotten).All(ctx)
	if err != nil {
		return fmt.Errorf("look an address up: %w", err)
	}
	var failed []error
	for i, at := range found {
		if i > 0 && !at.Verified && !found[i-1].Verified {
			break // the others as well
		}
		if err := s.remind(database.WithReseller(ctx, at.OwnerResellerID), at.ID); err != nil {
			failed = append(failed, fmt.Errorf("remind user %s: %w", at.ID, err))
		}
	}
	return errors.Join(failed...)
}

// remind mails one account what leads into it: a link for a new password, or
// the invitation once more. Whoever is suspended gets nothing, and neither does
// who is a member nowhere any more, unless he is asked back.
func (s *Service) remind(ctx context.Context, id uuid.UUID) error {
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := tx.Client.User.Query().Where(user.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read user: %w", err)
		}
		if _, err := lockOrganization(ctx, tx, u.AccountID); err != nil {
			return err
		}
		if u, err = lockUser(ctx, tx, id); err != nil {
			return err
		}
		if open, err := organizationsOpen(ctx, tx.Client, u); err != nil || !open {
			return err
		}
		out, err := shutOut(ctx, tx.Client, u)
		if err != nil {
			return err
		}
		switch {
		case u.Status == user.StatusACTIVE && out: // a new password would open nothing; a new invitation does
			return s.inviteAgain(ctx, tx, u)
		case u.Status == user.StatusACTIVE && u.PasswordHash != nil:
			return s.sendPasswordLink(ctx, tx, u, userEvent(u, s.Now(), "user.password_forgotten", nil, nil))
		case u.Status == user.StatusPENDING:
			return s.inviteAgain(ctx, tx, u)
		}
		return nil
	})
}

// inviteAgain mails an open invitation once more within its time: who asks is
// not known, so nothing is prolonged.
func (s *Service) inviteAgain(ctx context.Context, tx *database.Tx, u *db.User) error {
	now := s.Now()
	inv, err := tx.Client.Invitation.Query().Where(invitation.UserID(u.ID), invitation.StatusEQ(invitation.StatusPENDING),
		invitation.ExpiresAtGT(now)).Order(db.Desc(invitation.FieldCreatedAt), db.Desc(invitation.FieldID)).ForUpdate().First(ctx)
	if db.IsNotFound(err) {
		return nil
	} else if err != nil {
		return fmt.Errorf("lock invitation: %w", err)
	}
	// The very link that was mailed before: a stranger must not be able to kill
	// it, nor to use up what an administrator may send.
	recent, err := tx.Client.AuditEvent.Query().Where(auditevent.TargetID(inv.ID),
		auditevent.Action("invitation.reminded"), auditevent.CreatedAtGT(now.Add(-time.Hour))).Count(ctx)
	if err != nil || recent >= MaxResendsPerHour {
		return err
	}
	same := hashToken(s.invitationToken(inv.ResellerID, inv.ID, inv.SendCount))
	if err := tx.Client.Invitation.Update().Where(invitation.ID(inv.ID)).SetTokenHash(same).SetLastSentAt(now).Exec(ctx); err != nil {
		return fmt.Errorf("remind of invitation %s: %w", inv.ID, err)
	}
	if err := audit.Record(ctx, tx, invitationEvent(inv, now, "invitation.reminded", nil)); err != nil {
		return err
	}
	return s.enqueue(ctx, tx, InvitationMail{ResellerID: inv.ResellerID, InvitationID: inv.ID, SendCount: inv.SendCount})
}
