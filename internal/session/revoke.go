package session

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/session"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Reasons why a session has ended, as sessions.revoked_reason holds them.
const (
	ReasonSignedOut = "SIGNED_OUT"
	ReasonRevoked   = "REVOKED"
	ReasonReplaced  = "REPLACED"
)

// SignOut ends the session behind the request, clears its cookie and answers
// the session's id. Without a viewer it answers UNAUTHENTICATED.
func (s *Service) SignOut(ctx context.Context) (uuid.UUID, error) {
	v := authz.FromContext(ctx)
	if v == nil {
		return uuid.Nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	// One that has been ended meanwhile is no error: the wish is fulfilled.
	if _, err := s.end(ctx, v, v.SessionID, ReasonSignedOut); err != nil {
		return uuid.Nil, fmt.Errorf("sign out: %w", err)
	}
	s.endOwn(ctx, ReasonSignedOut)
	ClearCookie(ctx)
	authz.Become(ctx, nil)
	return v.SessionID, nil
}

// Revoke ends one of the viewer's own open sessions. Any other id is refused
// with NOT_FOUND, whoever's it is.
func (s *Service) Revoke(ctx context.Context, sessionID uuid.UUID) error {
	v := authz.FromContext(ctx)
	if v == nil {
		return fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	if v.Impersonation != nil {
		return errOwnSession()
	}
	found, err := s.end(ctx, v, sessionID, ReasonRevoked)
	if err != nil {
		return fmt.Errorf("revoke session: %w", err)
	}
	if !found {
		return fault.Refuse(fault.Missing, "id", "There is no such session.")
	}
	if sessionID == v.SessionID {
		ClearCookie(ctx)
		authz.Become(ctx, nil)
	}
	return nil
}

// Replace ends the session that the cookie of the request holds, because
// another one is about to take its place and nobody could come back to it. That
// it fails is no reason not to sign in.
func (s *Service) Replace(ctx context.Context) {
	s.endOwn(ctx, ReasonReplaced)
	j, ok := ctx.Value(jarKey{}).(*jar)
	if !ok || j.held == nil {
		return
	}
	v := j.held
	if _, err := s.end(database.WithReseller(ctx, v.ResellerID), v, v.SessionID, ReasonReplaced); err != nil {
		s.cfg.Log.WarnContext(ctx, "cannot end the session of a replaced cookie", "error", err)
	}
}

func (s *Service) end(ctx context.Context, v *authz.Viewer, sessionID uuid.UUID, reason string) (found bool, err error) {
	err = s.cfg.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		n, err := tx.Client.Session.Update().
			Where(session.ID(sessionID), session.UserID(v.UserID), session.RevokedAtIsNil(), session.ExpiresAtGT(s.now())).
			SetRevokedAt(s.now()).SetRevokedReason(reason).Save(ctx)
		if err != nil {
			return fmt.Errorf("end session %s: %w", sessionID, err)
		}
		if found = n == 1; !found {
			return nil
		}
		err = audit.Record(ctx, tx, audit.Event{
			At: s.now(), Action: "session.revoked",
			OrganizationID: v.OrganizationID, AccountID: v.AccountID,
			TargetType: "Session", TargetID: sessionID, TargetName: v.DisplayName, Reason: &reason,
		})
		if err != nil {
			return err
		}
		if err := s.endWith(ctx, tx, sessionID); err != nil {
			return err
		}
		return NotifySession(ctx, tx, sessionID)
	})
	if err == nil && found {
		s.cache.forget(sessionID)
	}
	return found, err
}

// RevokeAll ends every open session of a user as part of the caller's
// transaction, which has written the user's row before, and answers how many
// there were. All processes read the user anew once it commits, also when
// there was none.
func (s *Service) RevokeAll(ctx context.Context, tx *database.Tx, userID uuid.UUID, reason string) (int, error) {
	open, err := tx.Client.Session.Query().
		Where(session.UserID(userID), session.RevokedAtIsNil(), session.ExpiresAtGT(s.now())).
		Select(session.FieldID).All(ctx)
	if err != nil {
		return 0, fmt.Errorf("list sessions of user %s: %w", userID, err)
	}
	if len(open) > 0 {
		if err := s.endAll(ctx, tx, userID, open, reason); err != nil {
			return 0, fmt.Errorf("end sessions of user %s: %w", userID, err)
		}
	}
	if err := s.endAround(ctx, tx, userID); err != nil {
		return 0, err
	}
	return len(open), NotifyUser(ctx, tx, userID)
}

func (s *Service) endAll(ctx context.Context, tx *database.Tx, userID uuid.UUID, open []*db.Session, reason string) error {
	u, err := tx.Client.User.Query().Where(user.ID(userID)).Only(ctx)
	if err != nil {
		return err
	}
	err = tx.Client.Session.Update().Where(session.UserID(userID), session.RevokedAtIsNil()).
		SetRevokedAt(s.now()).SetRevokedReason(reason).Exec(ctx)
	if err != nil {
		return err
	}
	events := make([]audit.Event, len(open))
	for i, o := range open {
		events[i] = s.event("session.revoked", o, u)
		events[i].Actor, events[i].Reason = nil, &reason // by whoever is signed in
	}
	return audit.Record(ctx, tx, events...)
}
