package directory

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/auditevent"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// PasswordReset sets a forgotten password with the token of a mailed link. All
// sessions end; second factors stay. It works once. Refusals: TOKEN_INVALID,
// EXPIRED (token), WEAK_PASSWORD, REQUIRED, TOO_LONG, INVALID (newPassword).
func (s *Service) PasswordReset(ctx context.Context, token, password string) error {
	t, err := s.openLink(ctx, token, actiontoken.PurposePASSWORD_RESET, "input.token")
	if err != nil {
		return err
	}
	ctx = acting(ctx, t.Edges.User)
	hash, err := s.newPassword(ctx, t.Edges.User, password)
	if err != nil {
		return err
	}
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := s.lockLink(ctx, tx, t, "input.token")
		if err != nil {
			return err
		}
		if err := s.setPassword(ctx, tx, u, hash, false); err != nil {
			return err
		}
		now := s.Now()
		if u.EmailVerifiedAt == nil { // the link came by this address
			if err := tx.Client.User.Update().Where(user.ID(u.ID)).SetEmailVerifiedAt(now).Exec(ctx); err != nil {
				return fmt.Errorf("note address of user %s: %w", u.ID, err)
			}
			if err := addressProven(ctx, tx, u.ID); err != nil {
				return err
			}
		}
		if err := s.Sessions.RevokeAll(ctx, tx, u.ID, "PASSWORD_RESET"); err != nil {
			return err
		}
		if err := audit.Record(ctx, tx, userEvent(u, now, "user.password_reset", nil, nil)); err != nil {
			return err
		}
		return s.enqueue(ctx, tx, PasswordChangedMail{ResellerID: u.ResellerID, UserID: u.ID, At: now})
	})
}

// UserPasswordReset gives a user a temporary password, which it answers this
// once and nobody keeps. All sessions end and the next sign-in asks for another
// one. Refusals: NOT_FOUND, SELF_FORBIDDEN, WRONG_STATE, ROLE_OUT_OF_SCOPE. [000]
func (s *Service) UserPasswordReset(ctx context.Context, id uuid.UUID) (*db.User, string, error) {
	temporary, err := s.Passwords.Temporary()
	if err != nil {
		return nil, "", err
	}
	hash, err := s.Passwords.Hash(ctx, temporary)
	if err != nil {
		return nil, "", fmt.Errorf("hash password: %w", err)
	}
	var updated *db.User
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := s.userForChange(ctx, tx, authz.UserActionResetPassword, id, nil)
		if err != nil {
			return err
		}
		if err := s.setPassword(ctx, tx, u, hash, true); err != nil {
			return err
		}
		if err := s.Sessions.RevokeAll(ctx, tx, id, "PASSWORD_RESET"); err != nil {
			return err
		}
		now := s.Now()
		if err := audit.Record(ctx, tx, userEvent(u, now, "user.password_reset", nil, nil)); err != nil {
			return err
		}
		mail := PasswordChangedMail{ResellerID: u.ResellerID, UserID: id, ByAdministrator: true, At: now}
		if err := s.enqueue(ctx, tx, mail); err != nil {
			return err
		}
		updated, err = readUser(ctx, tx, id)
		return err
	})
	if err != nil {
		return nil, "", err
	}
	return updated, temporary, nil
}

// UserPasswordResetLinkSend mails a user a link to set a new password; the old
// one works until then. Refusals: NOT_FOUND, SELF_FORBIDDEN, WRONG_STATE,
// LIMIT_REACHED. [001] [004]
func (s *Service) UserPasswordResetLinkSend(ctx context.Context, id uuid.UUID) (*db.User, error) {
	var target *db.User
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := s.userForChange(ctx, tx, authz.UserActionSendResetLink, id, nil)
		if err != nil {
			return err
		}
		const action = "user.password_link_sent"
		if err := s.sentTooOften(ctx, tx, u, action, "id"); err != nil {
			return err
		}
		target = u
		return s.sendPasswordLink(ctx, tx, u, userEvent(u, s.Now(), action, nil, nil))
	})
	if err != nil {
		return nil, err
	}
	return target, nil
}

func (s *Service) sendPasswordLink(ctx context.Context, tx *database.Tx, u *db.User, event audit.Event) error {
	link, err := s.newLink(ctx, tx, u, actiontoken.PurposePASSWORD_RESET, "", PasswordLinkTTL)
	if err != nil {
		return err
	}
	if err := audit.Record(ctx, tx, event); err != nil {
		return err
	}
	return s.enqueue(ctx, tx, PasswordResetMail{ResellerID: u.ResellerID, ActionTokenID: link})
}

// sentTooOften refuses what was done to the locked user too often within the
// last hour, as the audit log has it.
func (s *Service) sentTooOften(ctx context.Context, tx *database.Tx, u *db.User, action, path string) error {
	recent, err := tx.Client.AuditEvent.Query().Where(auditevent.TargetID(u.ID),
		auditevent.Action(action), auditevent.CreatedAtGT(s.Now().Add(-time.Hour))).Count(ctx)
	if err != nil {
		return fmt.Errorf("count mails to user %s: %w", u.ID, err)
	}
	if recent >= MaxLinksPerHour {
		return fault.Refuse(fault.LimitReached, path, "It was done %d times within an hour; wait a while.", recent)
	}
	return nil
}
