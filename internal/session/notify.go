package session

import (
	"context"

	"github.com/google/uuid"

	"tenantry/internal/database"
)

// ChannelAccess is the PostgreSQL channel on which processes tell each other
// whose access has changed.
const ChannelAccess = "tenantry_access"

// NotifyUser makes every process read the user's sessions anew once the
// transaction commits: after a change of status, roles, memberships, name or
// address.
func NotifyUser(ctx context.Context, tx *database.Tx, userID uuid.UUID) error {
	return tx.Notify(ctx, ChannelAccess, "user:"+userID.String())
}

// NotifySession is NotifyUser for one session.
func NotifySession(ctx context.Context, tx *database.Tx, sessionID uuid.UUID) error {
	return tx.Notify(ctx, ChannelAccess, "session:"+sessionID.String())
}

// NotifyReseller is NotifyUser for everybody of a reseller: after a change of
// what an organization or a role asks of all its people.
func NotifyReseller(ctx context.Context, tx *database.Tx, resellerID uuid.UUID) error {
	return tx.Notify(ctx, ChannelAccess, "reseller:"+resellerID.String())
}

// Forget makes this process read the sessions of a user, session or reseller
// anew at once. The notification does it a moment later; call it after the
// commit where the very next request must see the change.
func (s *Service) Forget(id uuid.UUID) { s.cache.forget(id) }
