package session

import (
	"context"
	"fmt"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// open writes a session, for a person whose row is locked.
func (s *Service) open(ctx context.Context, tx *database.Tx, p *person, g grants, factor bool, from device) (result Result, err error) {
	id, err := s.newID()
	if err != nil {
		return Result{}, fmt.Errorf("make session id: %w", err)
	}
	text, t, err := newToken(s.cfg.Random, p.resellerID, id)
	if err != nil {
		return Result{}, err
	}
	now := s.now()
	// A sign-in is no edit of the user, so the version stays.
	_, err = tx.SQL.ExecContext(ctx, `
		UPDATE users SET last_login_at = $3, last_activity_at = $3 WHERE reseller_id = $1 AND id = $2`, p.resellerID, p.id, now)
	if err != nil {
		return Result{}, fmt.Errorf("note sign-in of user %s: %w", p.id, err)
	}
	if err := s.noteActivity(ctx, tx.SQL, p.resellerID, p.organizationID, now); err != nil {
		return Result{}, err
	}
	u, err := tx.Client.User.Query().Where(user.ID(p.id)).Only(ctx)
	if err != nil {
		return Result{}, fmt.Errorf("read user %s: %w", p.id, err)
	}
	opened, err := tx.Client.Session.Create().
		SetID(id).SetResellerID(p.resellerID).SetAccountID(p.accountID).SetUserID(p.id).
		SetTokenHash(t.hash[:]).SetIP(clip(from.ip, maxAgentBytes)).SetUserAgent(clip(from.agent, maxAgentBytes)).
		SetCreatedAt(now).SetLastSeenAt(now).SetProvenAt(now).SetTwoFactor(factor).SetExpiresAt(s.lifetime(now)).
		Save(ctx)
	if err != nil {
		return Result{}, fmt.Errorf("write session of user %s: %w", p.id, err)
	}
	result = Result{Session: opened, User: u, Token: text}
	result.Viewer, _ = g.viewer(p, id, now)
	result.Viewer.ProvenAt, result.Viewer.TwoFactor = opened.ProvenAt, opened.TwoFactor
	return result, audit.Record(ctx, tx, s.event("session.created", opened, u))
}

func (s *Service) event(action string, about *db.Session, u *db.User) audit.Event {
	return audit.Event{
		At: s.now(), Action: action,
		OrganizationID: u.OrganizationID, AccountID: u.AccountID,
		TargetType: "Session", TargetID: about.ID, TargetName: u.DisplayName,
		Actor: &audit.Actor{ID: u.ID, Name: u.DisplayName, Email: u.Email},
	}
}
