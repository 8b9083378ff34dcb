package session

import (
	"context"
	"fmt"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// open writes a session in one transaction. Whatever was suspended, deleted or
// changed since the password was verified is noticed there: the user's row is
// written on the condition that it is still as it was read, and every change
// that ends sessions writes that row first.
func (s *Service) open(ctx context.Context, in SignInInput, p *person, newHash string) (result Result, err error) {
	id, err := s.newID()
	if err != nil {
		return Result{}, fmt.Errorf("make session id: %w", err)
	}
	text, t, err := newToken(s.cfg.Random, p.resellerID, id)
	if err != nil {
		return Result{}, err
	}
	ctx = database.WithReseller(ctx, p.resellerID)
	now := s.now()
	err = s.cfg.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		unchanged, err := s.login(ctx, tx, p, newHash)
		if err != nil {
			return err
		}
		if !unchanged {
			return wrongCredentials()
		}
		u, err := tx.Client.User.Query().Where(user.ID(p.id)).Only(ctx)
		if err != nil {
			return fmt.Errorf("read user %s: %w", p.id, err)
		}
		opened, err := tx.Client.Session.Create().
			SetID(id).SetResellerID(p.resellerID).SetAccountID(p.accountID).SetUserID(p.id).
			SetTokenHash(t.hash[:]).SetIP(clip(in.IP, maxAgentBytes)).SetUserAgent(clip(in.UserAgent, maxAgentBytes)).
			SetCreatedAt(now).SetLastSeenAt(now).SetProvenAt(now).SetExpiresAt(s.lifetime(now)).
			Save(ctx)
		if err != nil {
			return fmt.Errorf("write session of user %s: %w", p.id, err)
		}
		result = Result{Session: opened, User: u, Token: text}
		return audit.Record(ctx, tx, s.event("session.created", opened, u))
	})
	if err != nil {
		return Result{}, fmt.Errorf("open session: %w", err)
	}
	return result, nil
}

// login notes the sign-in in the user's row. It is not an edit, so the version
// stays.
func (s *Service) login(ctx context.Context, tx *database.Tx, p *person, newHash string) (unchanged bool, err error) {
	hash := p.passwordHash.String
	if newHash != "" {
		hash = newHash
	}
	updated, err := tx.SQL.ExecContext(ctx, `
		UPDATE users SET last_login_at = $3, last_activity_at = $3, password_hash = $4
		WHERE reseller_id = $1 AND id = $2 AND status = 'ACTIVE' AND NOT must_change_password AND password_hash = $5`,
		p.resellerID, p.id, s.now(), hash, p.passwordHash.String)
	if err != nil {
		return false, fmt.Errorf("note sign-in of user %s: %w", p.id, err)
	}
	n, err := updated.RowsAffected()
	return n == 1, err
}

func (s *Service) event(action string, about *db.Session, u *db.User) audit.Event {
	return audit.Event{
		At: s.now(), Action: action,
		OrganizationID: u.OrganizationID, AccountID: u.AccountID,
		TargetType: "Session", TargetID: about.ID, TargetName: u.DisplayName,
		Actor: &audit.Actor{ID: u.ID, Name: u.DisplayName, Email: u.Email},
	}
}
