package session

import (
	"context"

	"github.com/google/uuid"

	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Accounts is what internal/directory asks of sessions and passwords.
type Accounts struct{ *Service }

// RevokeAll ends every session of the user, in all processes once tx commits.
func (a Accounts) RevokeAll(ctx context.Context, tx *database.Tx, userID uuid.UUID, reason string) error {
	_, err := a.Service.RevokeAll(ctx, tx, userID, reason)
	return err
}

// Changed makes every process read the user's status and roles anew once tx
// commits.
func (a Accounts) Changed(ctx context.Context, tx *database.Tx, userID uuid.UUID) error {
	return NotifyUser(ctx, tx, userID)
}

// AllChanged is Changed for everybody of a reseller.
func (a Accounts) AllChanged(ctx context.Context, tx *database.Tx, resellerID uuid.UUID) error {
	return NotifyReseller(ctx, tx, resellerID)
}

// Hash answers the text to store for a new password.
func (a Accounts) Hash(ctx context.Context, password string) (string, error) {
	return a.cfg.Hasher.Hash(ctx, password)
}

// Check refuses a password that is easy to guess at the given argument path.
func (a Accounts) Check(path, password string, personal ...string) fault.Refusals {
	if code, message := CheckPassword(password, personal...); code != "" {
		return fault.Refuse(code, path, "%s", message)
	}
	return nil
}
