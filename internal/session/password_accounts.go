package session

import (
	"context"

	"github.com/google/uuid"

	"tenantry/internal/database"
)

// RevokeAllBut is RevokeAll without the session named kept.
func (a Accounts) RevokeAllBut(ctx context.Context, tx *database.Tx, userID, kept uuid.UUID, reason string) error {
	_, err := a.Service.RevokeAllBut(ctx, tx, userID, kept, reason)
	return err
}

// Prove tells whether the password is the one behind the hash; see
// Service.ProvePassword.
func (a Accounts) Prove(ctx context.Context, address, password string, hash *string) (bool, error) {
	return a.ProvePassword(ctx, address, password, hash)
}

// Temporary makes a password to be shown once; see Service.TemporaryPassword.
func (a Accounts) Temporary() (string, error) { return a.TemporaryPassword() }
