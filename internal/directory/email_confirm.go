package directory

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/logindirectory"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// UserEmailConfirm puts a new address into force with the token mailed to it,
// and answers the address. Sessions go on; links sent to the old address die,
// and it is told. Refusals at token: TOKEN_INVALID, EXPIRED, TAKEN.
func (s *Service) UserEmailConfirm(ctx context.Context, token string) (string, error) {
	t, err := s.openLink(ctx, token, actiontoken.PurposeEMAIL_CHANGE, "token")
	if err != nil {
		return "", err
	}
	var errs fault.Refusals
	wanted := email(&errs, "token", t.Email)
	if err := errs.Err(); err != nil {
		return "", fmt.Errorf("stored address of link %s: %w", t.ID, err)
	}
	ctx = acting(ctx, t.Edges.User)
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := s.lockLink(ctx, tx, t, "token")
		if err != nil {
			return err
		}
		return s.changeEmail(ctx, tx, u, wanted)
	})
	if err != nil {
		return "", err
	}
	return wanted.text, nil
}

// addressProven lets the user come before those who only have the same address
// written into their row: see PasswordForgotten and the sign-in.
func addressProven(ctx context.Context, tx *database.Tx, id uuid.UUID) error {
	if err := tx.Client.LoginDirectory.Update().Where(logindirectory.ID(id)).SetVerified(true).Exec(ctx); err != nil {
		return fmt.Errorf("note sign-in address of user %s: %w", id, err)
	}
	return nil
}

func (s *Service) changeEmail(ctx context.Context, tx *database.Tx, u *db.User, to address) error {
	now, display := s.Now(), u.DisplayName
	if display == displayName("", u.FirstName, u.LastName, u.Email) {
		display = displayName("", u.FirstName, u.LastName, to.text) // made of the address, it follows it
	}
	err := tx.Client.User.Update().Where(user.ID(u.ID)).
		SetEmail(to.text).SetEmailKey(to.key).SetEmailVerifiedAt(now).ClearPendingEmail().
		SetDisplayName(display).SetSortName(Fold(display)).SetSearchText(UserSearchText(display, u.FirstName, u.LastName, to.text)).
		SetUpdatedAt(now).AddVersion(1).Exec(ctx)
	switch {
	case database.IsUniqueViolation(err, "users_email_key"):
		return fault.Refuse(fault.Taken, "token", "Another user of the organization has this address by now.")
	case err != nil:
		return fmt.Errorf("change address of user %s: %w", u.ID, err)
	}
	if err := tx.Client.LoginDirectory.Update().Where(logindirectory.ID(u.ID)).SetEmailKey(to.key).SetVerified(true).Exec(ctx); err != nil {
		return fmt.Errorf("change sign-in address of user %s: %w", u.ID, err)
	}
	if err := s.killLinks(ctx, tx, u.ID, actiontoken.PurposeEMAIL_CHANGE, actiontoken.PurposePASSWORD_RESET); err != nil {
		return err
	}
	changes := append(audit.Text("email", u.Email, to.text), audit.Text("displayName", u.DisplayName, display)...)
	if err := audit.Record(ctx, tx, userEvent(u, now, "user.email_changed", changes, nil)); err != nil {
		return err
	}
	if err := s.Sessions.Changed(ctx, tx, u.ID); err != nil {
		return err
	}
	return s.enqueue(ctx, tx, EmailChangedMail{ResellerID: u.ResellerID, UserID: u.ID, OldAddress: u.Email, At: now})
}
