package directory

import (
	"context"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/internal/database"
)

// UserSessionsEnd signs a user out everywhere at once; he can sign in again.
// Refusals: NOT_FOUND, SELF_FORBIDDEN, WRONG_STATE. [000]
func (s *Service) UserSessionsEnd(ctx context.Context, id uuid.UUID) (*db.User, error) {
	var updated *db.User
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if err := s.endSessions(ctx, tx, id); err != nil {
			return err
		}
		var err error
		updated, err = readUser(ctx, tx, id)
		return err
	})
	return updated, err
}
