package directory

import (
	"context"
	"fmt"

	"golang.org/x/text/unicode/norm"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// PasswordChange replaces the viewer's password, ends his other sessions and
// mails him. A change of address under way is given up: it may be what made him
// change it. Refusals: INVALID_CREDENTIALS (currentPassword), WEAK_PASSWORD,
// REQUIRED, TOO_LONG, INVALID (newPassword); wrong attempts count like those to
// sign in.
func (s *Service) PasswordChange(ctx context.Context, current, next string) error {
	v := authz.FromContext(ctx)
	if v == nil {
		return fault.New(fault.Unauthenticated, "Sign in first.")
	}
	u, err := s.DB.Client().User.Query().Where(user.ID(v.UserID)).Only(ctx)
	if err != nil {
		return fmt.Errorf("read user %s: %w", v.UserID, err)
	}
	known, err := s.Passwords.Prove(ctx, u.Email, current, u.PasswordHash)
	if err != nil {
		return err
	}
	if !known {
		return wrongPassword()
	}
	if norm.NFC.String(next) == norm.NFC.String(current) {
		return fault.Refuse(fault.WeakPassword, "input.newPassword", "This is the password you have. Choose another one.")
	}
	hash, err := s.newPassword(ctx, u, next)
	if err != nil {
		return err
	}
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		locked, err := lockUser(ctx, tx, u.ID)
		if err != nil {
			return err
		}
		if locked.Status != user.StatusACTIVE || locked.PasswordHash == nil || *locked.PasswordHash != *u.PasswordHash {
			return wrongPassword() // changed meanwhile
		}
		if err := s.setPassword(ctx, tx, locked, hash, false); err != nil {
			return err
		}
		if err := s.Sessions.RevokeAllBut(ctx, tx, u.ID, v.SessionID, "PASSWORD_CHANGED"); err != nil {
			return err
		}
		now := s.Now()
		if err := audit.Record(ctx, tx, userEvent(locked, now, "user.password_changed", nil, nil)); err != nil {
			return err
		}
		return s.enqueue(ctx, tx, PasswordChangedMail{ResellerID: u.ResellerID, UserID: u.ID, At: now})
	})
}

func wrongPassword() error {
	return fault.Refuse(fault.InvalidCredentials, "input.currentPassword", "This is not your password.")
}

// newPassword judges a password that somebody chose and hashes it: slow on
// purpose, so outside of any transaction.
func (s *Service) newPassword(ctx context.Context, u *db.User, password string) (hash string, err error) {
	org, err := s.DB.Client().Organization.Query().Where(organization.ID(u.OrganizationID)).Only(ctx)
	if err != nil {
		return "", fmt.Errorf("read organization of user %s: %w", u.ID, err)
	}
	errs := s.Passwords.Check("input.newPassword", password, u.Email, u.FirstName, u.LastName, u.DisplayName, "@"+org.Name)
	if err := errs.Err(); err != nil {
		return "", err
	}
	if hash, err = s.Passwords.Hash(ctx, password); err != nil {
		return "", fmt.Errorf("hash password: %w", err)
	}
	return hash, nil
}

// setPassword gives a locked user another password. All links that were mailed
// to him die, those to confirm a new address as well: whoever was in the
// account must not come back by one.
func (s *Service) setPassword(ctx context.Context, tx *database.Tx, u *db.User, hash string, temporary bool) error {
	now := s.Now()
	change := tx.Client.User.Update().Where(user.ID(u.ID)).
		SetPasswordHash(hash).SetPasswordChangedAt(now).SetMustChangePassword(temporary).ClearPendingEmail()
	if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("set password of user %s: %w", u.ID, err)
	}
	return s.killLinks(ctx, tx, u.ID, actiontoken.PurposePASSWORD_RESET, actiontoken.PurposeEMAIL_CHANGE)
}
