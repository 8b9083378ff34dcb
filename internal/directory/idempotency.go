package directory

import (
	"context"

	"tenantry/internal/database"
	"tenantry/internal/rule"
)

// once is rule.Once at the service's time.
func once[T any](ctx context.Context, s *Service, tx *database.Tx, operation string, key *string, input any, run func() (T, error)) (T, error) {
	return rule.Once(ctx, tx, s.Now(), operation, key, input, run)
}
