package session

import (
	"context"
	"crypto/subtle"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/user"
	"tenantry/internal/fault"
)

// errNoSession says that a token opens nothing: unknown, over, revoked, or its
// owner may not come in. Which of these, nobody is told.
var errNoSession = fault.New(fault.Unauthenticated, "The session has ended. Sign in again.")

// touchTimeout bounds the wait for a user's row that a longer change holds.
const touchTimeout = 2 * time.Second

// Authenticate answers the viewer behind a token, or UNAUTHENTICATED. The
// viewer may be shared: nobody changes it.
func (s *Service) Authenticate(ctx context.Context, text string) (*authz.Viewer, error) {
	k, err := s.recognise(ctx, text)
	if err != nil {
		return nil, err
	}
	return k.viewer, nil
}

func (s *Service) recognise(ctx context.Context, text string) (*known, error) {
	k, err := s.lookUp(ctx, text)
	if err == nil {
		s.touch(ctx, k, s.now())
	}
	return k, err
}

// lookUp is recognise without a sign of life.
func (s *Service) lookUp(ctx context.Context, text string) (*known, error) {
	t, err := parseToken(text)
	if err != nil {
		return nil, errNoSession
	}
	// Asked first and again below: an entry may only be used or kept while
	// revocations are heard from before it was read until now.
	trusted := s.hearing.trusted()
	now := s.now()
	k, generation := s.cache.get(t.hash, now)
	if k != nil && k.entered != nil && !s.mayStay(k.entered, k.viewer) { // by a role that has changed since
		k = nil
	}
	if k == nil || !trusted {
		if k, err = s.load(ctx, t, now); err != nil {
			return nil, err
		}
		if trusted {
			s.cache.put(t.hash, k, generation)
		}
	}
	return k, nil
}

// load reads a session, its user and everything he holds, in three statements;
// a fourth looks whether a session that has shown no second factor may go on.
func (s *Service) load(ctx context.Context, t token, now time.Time) (*known, error) {
	var (
		p                  person
		hash               []byte
		lastSeen, expires  time.Time
		proven             time.Time
		revoked, twoFactor bool
		impersonation      uuid.NullUUID
	)
	err := s.cfg.DB.Write.QueryRowContext(ctx, `
		SELECT s.token_hash, s.last_seen_at, s.expires_at, s.revoked_at IS NOT NULL, s.proven_at, s.two_factor, s.impersonation_id, `+personColumns+`
		FROM sessions s, `+personTables+`
		WHERE s.reseller_id = $1 AND s.id = $2 AND u.reseller_id = $1 AND u.id = s.user_id`, t.resellerID, t.sessionID).
		Scan(append([]any{&hash, &lastSeen, &expires, &revoked, &proven, &twoFactor, &impersonation}, p.columns()...)...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, errNoSession
	}
	if err != nil {
		return nil, fmt.Errorf("read session %s: %w", t.sessionID, err)
	}
	idle := lastSeen.Add(s.cfg.IdleTimeout)
	if subtle.ConstantTimeCompare(hash, t.hash[:]) != 1 || revoked || !now.Before(expires) || !now.Before(idle) {
		return nil, errNoSession
	}
	k, err := s.hold(ctx, &p, t.sessionID, twoFactor || impersonation.Valid, impersonation, now)
	if err != nil {
		if impersonation.Valid && errors.Is(err, errNoSession) {
			s.lapse(ctx, t.resellerID, impersonation.UUID)
		}
		return nil, err
	}
	k.expires, k.until = expires, earliest(k.until, expires, idle)
	if k.entered == nil {
		k.viewer.ProvenAt, k.viewer.TwoFactor = proven, twoFactor
	}
	k.lastSeen.Store(lastSeen.UnixMicro())
	return k, nil
}

// hold makes what is known of a session out of who its user is now, and who is
// behind it when staff opened it; errNoSession when one of them may not be
// there.
func (s *Service) hold(ctx context.Context, p *person, sessionID uuid.UUID, factor bool, impersonation uuid.NullUUID, now time.Time) (*known, error) {
	if p.status != user.StatusACTIVE || !p.organizationsActive() {
		return nil, errNoSession
	}
	g, err := loadGrants(ctx, s.cfg.DB.Write, p)
	if err != nil {
		return nil, err
	}
	if g.shutOut(p) {
		return nil, errNoSession
	}
	if !factor {
		// Asked for since the session was opened: whoever signs in again is led
		// through the chain.
		needed, err := s.factorNeeded(ctx, s.cfg.DB.Write, p, g)
		if err != nil {
			return nil, err
		}
		if needed {
			return nil, errNoSession
		}
	}
	k := &known{until: now.Add(s.cfg.CacheTTL)}
	var change time.Time
	if k.viewer, change = g.viewer(p, sessionID, now); !change.IsZero() {
		k.until = earliest(k.until, change)
	}
	if !impersonation.Valid {
		return k, nil
	}
	if k.entered, change, err = s.loadEntered(ctx, p.resellerID, impersonation.UUID, now); err != nil {
		return nil, err
	}
	if !change.IsZero() {
		k.until = earliest(k.until, change)
	}
	if !s.mayStay(k.entered, k.viewer) {
		return nil, errNoSession
	}
	// Nobody but the user can prove to be him, so the viewer is never proven.
	k.viewer.Impersonation = &k.entered.as
	if k.entered.as.Mode == authz.LoginAsModePartner {
		k.viewer.Hidden = nil
	}
	return k, nil
}

func earliest(t time.Time, others ...time.Time) time.Time {
	for _, o := range others {
		if o.Before(t) {
			t = o
		}
	}
	return t
}

// touch writes down that the session is in use, when that was long ago. The
// user's row comes first, as in every transaction that ends sessions.
func (s *Service) touch(ctx context.Context, k *known, now time.Time) {
	seen, due := k.lastSeen.Load(), now.Add(-s.cfg.TouchEvery)
	if seen > due.UnixMicro() || !k.lastSeen.CompareAndSwap(seen, now.UnixMicro()) {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, touchTimeout)
	defer cancel()
	if k.entered != nil { // nobody of the customer was here
		_, err := s.cfg.DB.Write.ExecContext(ctx, `UPDATE sessions SET last_seen_at = $3
			WHERE reseller_id = $1 AND id = $2 AND last_seen_at <= $4`, k.viewer.ResellerID, k.viewer.SessionID, now, due)
		if err != nil {
			k.lastSeen.CompareAndSwap(now.UnixMicro(), seen)
			s.cfg.Log.WarnContext(ctx, "cannot write last activity", "error", err)
		}
		return
	}
	_, err := s.cfg.DB.Write.ExecContext(ctx, `
		WITH active AS (
			UPDATE users SET last_activity_at = $4 WHERE reseller_id = $1 AND id = $2 RETURNING id
		)
		UPDATE sessions SET last_seen_at = $4 FROM active
		WHERE sessions.reseller_id = $1 AND sessions.id = $3 AND sessions.user_id = active.id
			AND sessions.last_seen_at <= $5`,
		k.viewer.ResellerID, k.viewer.UserID, k.viewer.SessionID, now, due)
	if err != nil {
		// The answer does not depend on it, and the next request tries again.
		k.lastSeen.CompareAndSwap(now.UnixMicro(), seen)
		s.cfg.Log.WarnContext(ctx, "cannot write last activity", "error", err)
		return
	}
	if err := s.noteActivity(ctx, s.cfg.DB.Write, k.viewer.ResellerID, k.viewer.OrganizationID, now); err != nil {
		s.cfg.Log.WarnContext(ctx, "cannot write last activity", "error", err)
	}
}
