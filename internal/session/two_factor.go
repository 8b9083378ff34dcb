package session

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/passkey"
	"tenantry/ent/db/recoverycode"
	"tenantry/ent/db/session"
	"tenantry/ent/db/totpcredential"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Mails tells users what happened to their passwords and second factors, once
// the transaction commits. factor is one of the Factor constants of internal/mail.
type Mails interface {
	TwoFactorChanged(ctx context.Context, tx *database.Tx, reseller, user uuid.UUID, factor string, removed bool, at time.Time) error
	PasswordChanged(ctx context.Context, tx *database.Tx, reseller, user uuid.UUID, at time.Time) error
	RecoveryCodeUsed(ctx context.Context, tx *database.Tx, reseller, user uuid.UUID, at time.Time) error
}

// factors are the second factors a user has proven to hold.
type factors struct {
	totp     bool
	passkeys []heldPasskey
}

func (f factors) any() bool { return f.totp || len(f.passkeys) > 0 }

func enrolled(ctx context.Context, tx *database.Tx, user uuid.UUID) (f factors, err error) {
	f.totp, err = tx.Client.TotpCredential.Query().
		Where(totpcredential.UserID(user), totpcredential.ConfirmedAtNotNil()).Exist(ctx)
	if err != nil {
		return f, fmt.Errorf("look for authenticator of user %s: %w", user, err)
	}
	f.passkeys, err = passkeysOf(ctx, tx, user)
	return f, err
}

// factorNeeded tells whether an organization where the person belongs or holds
// something, one above it, or a role in force asks for a second factor. A session
// that has shown none opens nothing from then on; the next sign-in asks.
func (s *Service) factorNeeded(ctx context.Context, at execer, p *person, g grants) (needed bool, err error) {
	v, _ := g.viewer(p, uuid.Nil, s.now())
	places := []uuid.UUID{p.organizationID, p.accountID, p.rootID}
	roles := make([]string, len(v.Assignments))
	for i, a := range v.Assignments {
		places, roles[i] = append(places, a.Domain, a.Account), a.Role
	}
	err = at.QueryRowContext(ctx, `SELECT EXISTS (
			SELECT FROM organizations o WHERE o.reseller_id = $1 AND o.id = ANY($2) AND o.two_factor_required)
		OR EXISTS (
			SELECT FROM roles r WHERE r.reseller_id = $1 AND r.two_factor_required
				AND (r.system AND r.key = ANY($3) OR NOT r.system AND r.id::text = ANY($3)))`,
		p.resellerID, pq.Array(places), pq.Array(roles)).Scan(&needed)
	if err != nil {
		return false, fmt.Errorf("look whether user %s needs a second factor: %w", p.id, err)
	}
	return needed, nil
}

// TwoFactor is what a user has in second factors.
type TwoFactor struct {
	Enabled           bool
	Required          bool       // the organization or a role asks for one
	TOTPSince         *time.Time // nil without an authenticator app
	Passkeys          []*db.Passkey
	RecoveryCodesLeft int
}

// TwoFactor answers the viewer's own second factors.
func (s *Service) TwoFactor(ctx context.Context) (*TwoFactor, error) {
	v := authz.FromContext(ctx)
	if v == nil {
		return nil, errNoSession
	}
	ctx = database.WithReseller(ctx, v.ResellerID)
	c, out := s.cfg.DB.Client(), &TwoFactor{Passkeys: []*db.Passkey{}}
	app, err := c.TotpCredential.Query().Where(totpcredential.UserID(v.UserID), totpcredential.ConfirmedAtNotNil()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read authenticator of user %s: %w", v.UserID, err)
	}
	if len(app) > 0 {
		out.TOTPSince = app[0].ConfirmedAt
	}
	keys, err := c.Passkey.Query().Where(passkey.UserID(v.UserID)).Order(passkey.ByCreatedAt(), passkey.ByID()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read passkeys of user %s: %w", v.UserID, err)
	}
	out.Passkeys = append(out.Passkeys, keys...)
	out.Enabled = len(app)+len(keys) > 0
	out.RecoveryCodesLeft, err = c.RecoveryCode.Query().Where(recoverycode.UserID(v.UserID), recoverycode.UsedAtIsNil()).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count recovery codes of user %s: %w", v.UserID, err)
	}
	p, err := s.readPerson(ctx, v.ResellerID, v.UserID)
	if err != nil {
		return nil, err
	}
	g, err := loadGrants(ctx, s.cfg.DB.Write, p)
	if err != nil {
		return nil, err
	}
	out.Required, err = s.factorNeeded(ctx, s.cfg.DB.Write, p, g)
	return out, err
}

// own changes what belongs to the viewer, with his row locked.
func (s *Service) own(ctx context.Context, change func(context.Context, *database.Tx, *authz.Viewer, *person) error) error {
	v := authz.FromContext(ctx)
	if v == nil {
		return errNoSession
	}
	if v.Impersonation != nil {
		return errOwnSession()
	}
	return s.cfg.DB.WithTx(database.WithReseller(ctx, v.ResellerID), func(ctx context.Context, tx *database.Tx) error {
		p, err := lockPerson(ctx, tx.SQL, v.ResellerID, v.UserID)
		if errors.Is(err, sql.ErrNoRows) {
			return errNoSession
		}
		if err != nil {
			return err
		}
		return change(ctx, tx, v, p)
	})
}

// added writes down that a factor was enrolled. It answers recovery codes when
// there were none left.
func (s *Service) added(ctx context.Context, tx *database.Tx, p *person, factor, action string) (fresh []string, err error) {
	if err := s.mark(ctx, tx, p, true); err != nil {
		return nil, err
	}
	left, err := tx.Client.RecoveryCode.Query().Where(recoverycode.UserID(p.id), recoverycode.UsedAtIsNil()).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for recovery codes of user %s: %w", p.id, err)
	}
	if !left {
		if fresh, err = s.newRecoveryCodes(ctx, tx, p); err != nil {
			return nil, err
		}
	}
	if err := audit.Record(ctx, tx, s.userEvent(p, action)); err != nil {
		return nil, err
	}
	return fresh, s.mailChange(ctx, tx, p, factor, false)
}

// removed writes down that a factor was taken away, and refuses when it was
// the last one and one is needed.
func (s *Service) removed(ctx context.Context, tx *database.Tx, p *person, factor, action string) error {
	held, err := enrolled(ctx, tx, p.id)
	if err != nil {
		return err
	}
	if !held.any() {
		g, err := loadGrants(ctx, tx.SQL, p)
		if err != nil {
			return err
		}
		needed, err := s.factorNeeded(ctx, tx.SQL, p, g)
		if err != nil {
			return err
		}
		if needed {
			return fault.Refuse(fault.WrongState, "", "Your organization or a role asks for a second factor. Set another one up first.")
		}
		if _, err := tx.Client.RecoveryCode.Delete().Where(recoverycode.UserID(p.id)).Exec(ctx); err != nil {
			return fmt.Errorf("drop recovery codes of user %s: %w", p.id, err)
		}
	}
	if err := s.mark(ctx, tx, p, held.any()); err != nil {
		return err
	}
	if err := audit.Record(ctx, tx, s.userEvent(p, action)); err != nil {
		return err
	}
	return s.mailChange(ctx, tx, p, factor, true)
}

// mark keeps users.two_factor_at true to the factors. It is no edit of the
// user, so the version stays.
func (s *Service) mark(ctx context.Context, tx *database.Tx, p *person, held bool) error {
	_, err := tx.SQL.ExecContext(ctx, `
		UPDATE users SET two_factor_at = CASE WHEN $3 THEN COALESCE(two_factor_at, $4) END
		WHERE reseller_id = $1 AND id = $2`, p.resellerID, p.id, held, s.now())
	if err != nil {
		return fmt.Errorf("mark second factor of user %s: %w", p.id, err)
	}
	return nil
}

// prove2FA notes that the session itself has just shown a second factor.
func (s *Service) prove2FA(ctx context.Context, tx *database.Tx, v *authz.Viewer) error {
	err := tx.Client.Session.Update().Where(session.ID(v.SessionID), session.UserID(v.UserID)).
		SetTwoFactor(true).SetProvenAt(s.now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("note second factor of session %s: %w", v.SessionID, err)
	}
	return NotifySession(ctx, tx, v.SessionID)
}

func (s *Service) mailChange(ctx context.Context, tx *database.Tx, p *person, factor string, removed bool) error {
	if s.cfg.Mails == nil {
		return nil
	}
	return s.cfg.Mails.TwoFactorChanged(ctx, tx, p.resellerID, p.id, factor, removed, s.now())
}

// userEvent is an audit line about what a person did to his own account.
func (s *Service) userEvent(p *person, action string) audit.Event {
	return audit.Event{
		At: s.now(), Action: action, OrganizationID: p.organizationID, AccountID: p.accountID,
		TargetType: "User", TargetID: p.id, TargetName: p.displayName,
		Actor: &audit.Actor{ID: p.id, Name: p.displayName, Email: p.email},
	}
}
