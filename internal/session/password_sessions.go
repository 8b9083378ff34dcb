package session

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/ent/db/session"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// RevokeAllBut is RevokeAll for every open session of the user but one.
func (s *Service) RevokeAllBut(ctx context.Context, tx *database.Tx, userID, kept uuid.UUID, reason string) (int, error) {
	open, err := tx.Client.Session.Query().
		Where(session.UserID(userID), session.IDNEQ(kept), session.RevokedAtIsNil(), session.ExpiresAtGT(s.now())).
		Select(session.FieldID).All(ctx)
	if err != nil {
		return 0, fmt.Errorf("list sessions of user %s: %w", userID, err)
	}
	if len(open) == 0 {
		return 0, NotifyUser(ctx, tx, userID)
	}
	u, err := tx.Client.User.Query().Where(user.ID(userID)).Only(ctx)
	if err != nil {
		return 0, fmt.Errorf("read user %s: %w", userID, err)
	}
	err = tx.Client.Session.Update().Where(session.UserID(userID), session.IDNEQ(kept), session.RevokedAtIsNil()).
		SetRevokedAt(s.now()).SetRevokedReason(reason).Exec(ctx)
	if err != nil {
		return 0, fmt.Errorf("end other sessions of user %s: %w", userID, err)
	}
	events := make([]audit.Event, len(open))
	for i, o := range open {
		events[i] = s.event("session.revoked", o, u)
		events[i].Actor, events[i].Reason = nil, &reason // by whoever is signed in
	}
	if err := audit.Record(ctx, tx, events...); err != nil {
		return 0, err
	}
	ids := make([]uuid.UUID, len(open))
	for i, o := range open {
		ids[i] = o.ID
	}
	if err := s.endWith(ctx, tx, ids...); err != nil {
		return 0, err
	}
	return len(open), NotifyUser(ctx, tx, userID)
}
