package session

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/session"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// RevokeOthers ends all sessions of the viewer but this one, and answers how
// many there were.
func (s *Service) RevokeOthers(ctx context.Context) (ended int, err error) {
	err = s.own(ctx, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, _ *person) error {
		ids, err := tx.Client.Session.Query().
			Where(session.UserID(v.UserID), session.IDNEQ(v.SessionID), session.RevokedAtIsNil(), session.ExpiresAtGT(s.now())).
			IDs(ctx)
		if err != nil {
			return fmt.Errorf("list sessions of user %s: %w", v.UserID, err)
		}
		ended = len(ids)
		return s.endOthers(ctx, tx, v, ids)
	})
	if err != nil {
		return 0, err
	}
	if v := authz.FromContext(ctx); v != nil {
		s.cache.forget(v.UserID)
	}
	return ended, nil
}

func (s *Service) endOthers(ctx context.Context, tx *database.Tx, v *authz.Viewer, ids []uuid.UUID) error {
	if len(ids) == 0 {
		return nil
	}
	reason := ReasonRevoked
	err := tx.Client.Session.Update().Where(session.UserID(v.UserID), session.IDIn(ids...)).
		SetRevokedAt(s.now()).SetRevokedReason(reason).Exec(ctx)
	if err != nil {
		return fmt.Errorf("end sessions of user %s: %w", v.UserID, err)
	}
	events := make([]audit.Event, len(ids))
	for i, id := range ids {
		events[i] = audit.Event{
			At: s.now(), Action: "session.revoked", OrganizationID: v.OrganizationID, AccountID: v.AccountID,
			TargetType: "Session", TargetID: id, TargetName: v.DisplayName, Reason: &reason,
		}
	}
	if err := audit.Record(ctx, tx, events...); err != nil {
		return err
	}
	if err := s.endWith(ctx, tx, ids...); err != nil {
		return err
	}
	return NotifyUser(ctx, tx, v.UserID)
}
