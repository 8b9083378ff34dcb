package session

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/request"
)

// LockUser keeps a user as he is until the transaction ends, and answers the
// viewer he would be in a session. It refuses with NOT_FOUND or WRONG_STATE, at
// path, whom no session would be opened for. It takes the user's row, so it
// comes before those of sessions and impersonations.
func (s *Service) LockUser(ctx context.Context, tx *database.Tx, reseller, userID uuid.UUID, path string) (*authz.Viewer, error) {
	p, err := lockPerson(ctx, tx.SQL, reseller, userID)
	if errors.Is(err, sql.ErrNoRows) || err == nil && p.status == user.StatusDELETED {
		return nil, fault.Refuse(fault.Missing, path, "There is no such user.")
	}
	if err != nil {
		return nil, err
	}
	g, err := loadGrants(ctx, tx.SQL, p)
	if err != nil {
		return nil, err
	}
	if p.status != user.StatusACTIVE || !p.organizationsActive() || g.shutOut(p) {
		return nil, fault.Refuse(fault.WrongState, path, "This user cannot sign in at the moment.")
	}
	v, _ := g.viewer(p, uuid.Nil, s.now())
	return v, nil
}

// OpenAs writes the session of an impersonation that has begun, and answers its
// token, shown this once. The user, whom LockUser has locked, has not signed
// in: neither his last sign-in nor his last activity moves.
func (s *Service) OpenAs(ctx context.Context, tx *database.Tx, begun *db.Impersonation) (token string, err error) {
	id, err := s.newID()
	if err != nil {
		return "", fmt.Errorf("make session id: %w", err)
	}
	text, t, err := newToken(s.cfg.Random, begun.ResellerID, id)
	if err != nil {
		return "", err
	}
	info, now := request.FromContext(ctx), s.now()
	err = tx.Client.Session.Create().
		SetID(id).SetResellerID(begun.ResellerID).SetAccountID(begun.AccountID).SetUserID(begun.UserID).
		SetImpersonationID(begun.ID).
		SetTokenHash(t.hash[:]).SetIP(clip(info.IP, maxAgentBytes)).SetUserAgent(clip(info.UserAgent, maxAgentBytes)).
		SetCreatedAt(now).SetLastSeenAt(now).SetProvenAt(now).SetExpiresAt(begun.ExpiresAt).
		Exec(ctx)
	if err != nil {
		return "", fmt.Errorf("write session of impersonation %s: %w", begun.ID, err)
	}
	return text, nil
}
