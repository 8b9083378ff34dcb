package session

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db/impersonation"
	"tenantry/internal/database"
)

// RevokeOrganization ends every open session of the users at home in one of
// the organizations as part of the caller's transaction, which has locked their
// rows, and answers how many there were. All processes read everybody of the
// reseller anew once it commits, also when there was none: people from elsewhere
// work in the organizations, too.
func (s *Service) RevokeOrganization(ctx context.Context, tx *database.Tx, organizations []uuid.UUID, reason string) (int, error) {
	reseller, err := database.ResellerOf(ctx)
	if err != nil {
		return 0, err
	}
	// In one order, so that two who end many do not wait for each other.
	const open = `
		SELECT s.id FROM sessions s
		WHERE s.reseller_id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND s.user_id IN (
			SELECT u.id FROM users u WHERE u.reseller_id = $1 AND u.organization_id = ANY($3) AND u.status <> 'DELETED')
		ORDER BY s.user_id, s.id FOR UPDATE OF s`
	result, err := tx.SQL.ExecContext(ctx, `
		WITH open AS (`+open+`)
		UPDATE sessions SET revoked_at = $2, revoked_reason = $4 FROM open
		WHERE sessions.reseller_id = $1 AND sessions.id = open.id`, reseller, s.now(), pq.Array(organizations), reason)
	if err != nil {
		return 0, fmt.Errorf("end sessions of %d organizations: %w", len(organizations), err)
	}
	n, err := result.RowsAffected()
	if err != nil {
		return 0, fmt.Errorf("end sessions of %d organizations: %w", len(organizations), err)
	}
	if _, err := s.EndImpersonations(ctx, tx, impersonation.EndReasonRIGHTS, nil, impersonation.OrganizationIDIn(organizations...)); err != nil {
		return 0, err
	}
	return int(n), NotifyReseller(ctx, tx, reseller)
}

// RevokeOrganization is that of Service.
func (a Accounts) RevokeOrganization(ctx context.Context, tx *database.Tx, organizations []uuid.UUID, reason string) (int, error) {
	return a.Service.RevokeOrganization(ctx, tx, organizations, reason)
}

// Reopened makes every process read everybody of the reseller anew once tx
// commits: an organization is open again.
func (a Accounts) Reopened(ctx context.Context, tx *database.Tx) error {
	reseller, err := database.ResellerOf(ctx)
	if err != nil {
		return err
	}
	return NotifyReseller(ctx, tx, reseller)
}
