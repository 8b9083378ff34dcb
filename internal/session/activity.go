package session

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// noteActivity writes down that somebody of an organization is here, when that
// was written long ago. It never waits: who holds the row meanwhile changes the
// organization, and the next sign of life comes soon.
func (s *Service) noteActivity(ctx context.Context, at execer, reseller, organization uuid.UUID, now time.Time) error {
	_, err := at.ExecContext(ctx, `
		UPDATE organizations SET last_activity_at = $3 FROM (
			SELECT o.id FROM organizations o
			WHERE o.reseller_id = $1 AND o.id = $2 AND (o.last_activity_at IS NULL OR o.last_activity_at <= $4)
			FOR NO KEY UPDATE SKIP LOCKED) AS due
		WHERE organizations.reseller_id = $1 AND organizations.id = due.id`,
		reseller, organization, now, now.Add(-s.cfg.TouchEvery))
	if err != nil {
		return fmt.Errorf("note activity of organization %s: %w", organization, err)
	}
	return nil
}
