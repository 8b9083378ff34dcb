package directory

import (
	"context"

	"github.com/google/uuid"

	"tenantry/internal/database"
)

// Once runs a creating change of another package at most once for a key of the
// viewer's, and answers the key of what it made. The caller holds a row lock
// that serialises such changes; the input must encode to the same JSON each
// time. Refusal: IDEMPOTENCY_KEY_REUSED.
func (s *Service) Once(ctx context.Context, tx *database.Tx, operation string, key *string, input any, run func() (uuid.UUID, error)) (uuid.UUID, error) {
	return once(ctx, s, tx, operation, key, input, run)
}
